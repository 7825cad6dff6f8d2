import { sequence, wholeNumber } from '../random.ts';

/**
 * `clean`: three lines, all in order. `forged`: five lines of which the lowest was never written by a server, and
 * one has an odd and honest offset.
 */
export type MailKind = 'clean' | 'forged';

/** A message as text together with the truth that it was made from. */
export interface GeneratedMail {
  /** The message as it was stored, with line ends of CR and LF. */
  readonly text: string;
  /** Servers of the receiving side. */
  readonly own: readonly string[];
  /** Servers whose operator has confirmed its lines. */
  readonly confirmed: readonly string[];
  /** Place of the line that no server wrote, 1 at the top. */
  readonly forged?: number;
  /** Place of the line with the odd and honest offset. */
  readonly odd?: number;
  /** Seconds since 1970 for each line from the top. */
  readonly times: readonly number[];
  /** Address and moment in the lowest line of the receiving side. */
  readonly lead: { readonly address: string; readonly at: number };
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A time as e-mail writes it, in a place that is so many minutes ahead of UTC. */
export function writeMailTime(at: number, offset: number): string {
  const local = new Date((at + offset * 60) * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return (
    `${DAYS[local.getUTCDay()] ?? ''}, ${local.getUTCDate()} ${NAMES[local.getUTCMonth()] ?? ''} ${local.getUTCFullYear()} ` +
    `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} ` +
    `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
  );
}

interface Line {
  readonly from: string;
  readonly by: string;
  readonly with: string;
  readonly at: number;
  readonly offset: number;
}

/** A harmless message about teapots. The same seed gives the same bytes on every machine. */
export function generateMail(kind: MailKind, seed: number): GeneratedMail {
  const next = sequence(seed);
  const whole = (least: number, most: number): number => wholeNumber(next, least, most);
  const sent = Date.UTC(2026, 2, whole(2, 27), whole(8, 19), whole(0, 59), whole(0, 59)) / 1000;
  const gate = `198.51.100.${whole(20, 90)}`;
  const inner = `198.51.100.${whole(100, 180)}`;
  const browser = `203.0.113.${whole(10, 120)}`;
  const elsewhere = `203.0.113.${whole(140, 240)}`;
  const home = whole(1, 3) * 60;
  // Offsets that some place has all the year round.
  const odd = ([345, 270, 390, 330] as const)[whole(0, 3)] ?? 345;
  const step = (): number => whole(2, 7);

  const handedIn = sent + step();
  const passedOn = handedIn + step();
  const entered = passedOn + step();
  const stored = entered + step();
  const own: Line[] = [
    {
      from: 'mx.example.org (mx.example.org [192.0.2.10])',
      by: 'store.example.org',
      with: 'LMTP',
      at: stored,
      offset: home,
    },
    {
      from: `mail.example.net (out.example.net [${gate}])`,
      by: 'mx.example.org',
      with: 'ESMTPS',
      at: entered,
      offset: home,
    },
  ];
  const service: Line[] = [
    {
      from: `web.example.net (web.example.net [${inner}])`,
      by: 'out.example.net',
      with: 'ESMTP',
      at: passedOn,
      offset: odd,
    },
    { from: `[${browser}]`, by: 'web.example.net', with: 'HTTP', at: handedIn, offset: 0 },
  ];
  const lines: Line[] =
    kind === 'clean'
      ? [...own, { ...(service[1] as Line), by: 'out.example.net', with: 'ESMTPSA', at: passedOn }]
      : [
          ...own,
          ...service,
          {
            from: `[${elsewhere}]`,
            by: 'mail.example.com',
            with: 'ESMTP',
            // Nobody who writes such a line knows when the true servers will write theirs.
            at: sent + whole(55, 170) * 60,
            offset: -5 * 60,
          },
        ];
  const text = [
    ...lines.map(
      (line, index) =>
        `Received: from ${line.from}\r\n by ${line.by} with ${line.with} id ${id(seed, index)};\r\n ${writeMailTime(line.at, line.offset)}`,
    ),
    `From: ${kind === 'clean' ? 'Tea Room <orders@example.net>' : 'School Board <board@example.com>'}`,
    'To: Office <office@example.org>',
    `Date: ${writeMailTime(sent, kind === 'clean' ? 0 : -5 * 60)}`,
    `Message-ID: <${id(seed, 9)}@example.${kind === 'clean' ? 'net' : 'com'}>`,
    `Subject: ${kind === 'clean' ? 'Twelve teapots' : 'Forty teapots, urgent'}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    kind === 'clean'
      ? 'Your twelve teapots can be collected on Friday.'
      : 'Please pay for the forty teapots today. The account is new.',
    '',
  ].join('\r\n');
  return {
    text,
    own: ['store.example.org', 'mx.example.org'],
    confirmed: ['out.example.net', 'web.example.net'],
    ...(kind === 'forged' ? { forged: 5, odd: 3 } : {}),
    times: lines.map(({ at }) => at),
    lead: { address: gate, at: entered },
  };
}

/** A short mark such as a server gives to a message. */
function id(seed: number, index: number): string {
  const next = sequence(seed * 16 + index);
  return Array.from({ length: 8 }, () => wholeNumber(next, 0, 15).toString(16))
    .join('')
    .toUpperCase();
}
