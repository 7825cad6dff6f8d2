/** What one Received line says, taken apart. What is missing in the line is missing here. */
export interface Received {
  /** What the other side called itself. */
  readonly said?: string;
  /** What the writing server saw in the connection: a name, if it found one, and an address. */
  readonly seenName?: string;
  readonly seenAddress?: string;
  /** The server that wrote the line. */
  readonly by?: string;
  /** The time as written. */
  readonly written?: string;
  /** Minutes ahead of UTC as written. */
  readonly offset?: number;
  /** Seconds since the start of 1970 in UTC. */
  readonly at?: number;
}

const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

const DATE =
  /^(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d\d):(\d\d):(\d\d)\s+([+-])(\d\d)(\d\d)/;

/**
 * A time as e-mail writes it: `Thu, 12 Mar 2026 21:49:28 +0545`. Undefined without a numeric offset
 * or for a day that does not exist.
 */
export function mailTime(text: string): { offset: number; at: number } | undefined {
  const match = DATE.exec(text.trim());
  const month = MONTHS.findIndex((name) => name === match?.[2]?.toLowerCase());
  if (!match || month < 0) return undefined;
  const [day, year, hours, minutes, seconds] = [1, 3, 4, 5, 6].map((part) => Number(match[part]));
  const local = Date.UTC(year ?? 0, month, day, hours, minutes, seconds);
  if (new Date(local).getUTCDate() !== day) return undefined;
  const size = Number(match[8]) * 60 + Number(match[9]);
  const offset = match[7] === '-' ? -size : size;
  return { offset, at: local / 1000 - offset * 60 };
}

/** Takes one Received line apart. The value may still be folded over several lines. */
export function parseReceived(value: string): Received {
  const line = value.replace(/\s+/g, ' ').trim();
  const semicolon = line.lastIndexOf(';');
  const clauses = semicolon < 0 ? line : line.slice(0, semicolon);
  const written = semicolon < 0 ? undefined : line.slice(semicolon + 1).trim();
  const from = /\bfrom (\S+)(?: \(([^)]*)\))?/i.exec(clauses);
  const inside = from?.[2] ?? '';
  const address = /\[(?:IPv6:)?([0-9a-f.:]+)\]/i.exec(`${inside} ${from?.[1] ?? ''}`)?.[1];
  const name = /^(\S+)\s*\[/.exec(inside)?.[1];
  const by = /\bby (\S+)/i.exec(clauses)?.[1];
  const time = written === undefined ? undefined : mailTime(written);
  return {
    ...(from?.[1] === undefined || from[1].startsWith('[') ? {} : { said: from[1] }),
    ...(name === undefined ? {} : { seenName: name }),
    ...(address === undefined ? {} : { seenAddress: address }),
    ...(by === undefined ? {} : { by }),
    ...(written === undefined ? {} : { written }),
    ...(time ?? {}),
  };
}
