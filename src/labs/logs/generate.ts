import { sequence, wholeNumber } from '../random.ts';
import type { CarrierRow, Logs, PlatformRow, RouterRow, Verdict } from './match.ts';
import { localText, LONDON_2024, moment, type Moment } from './time.ts';

/**
 * What makes a set of logs easy, hard or impossible:
 * `plain`: a time that came once, and a port; the clean example.
 * `router-decides`: the hour came twice, and the router tells which of the two it was.
 * `other-hour-empty`: the hour came twice, and nobody had the port in the other one.
 * `hour-open`: the hour came twice, and the router's log begins too late.
 * `no-port`: the platform did not log the port.
 * `edge`: the platform's clock is too uncertain, and the port changed hands just then.
 */
export const KINDS = [
  'plain',
  'router-decides',
  'other-hour-empty',
  'hour-open',
  'no-port',
  'edge',
] as const;
export type Kind = (typeof KINDS)[number];

/** Logs together with the truth that they were made from. */
export interface GeneratedLogs {
  readonly kind: Kind;
  readonly logs: Logs;
  /** What an honest finding says. */
  readonly verdict: Verdict;
  /** Who it really was. In the sets that cannot be decided nobody can find this out, and the tests check that. */
  readonly customer: string;
  /** Seconds by which the router is slow. */
  readonly drift: number;
}

const HOUR = 3600;

/** A set of three logs of one kind. The same seed gives the same logs on every machine. */
export function generateLogs(kind: Kind, seed: number): GeneratedLogs {
  const next = sequence(seed);
  const whole = (least: number, most: number): number => wholeNumber(next, least, most);
  const [one, two, other, far] = customers(whole);
  const host = whole(4, 200);
  const address = `203.0.113.${host}`;
  const neighbour = `203.0.113.${host + 1}`;
  const low = 40_000 + 64 * whole(0, 190);
  const ports: readonly [number, number] = [low, low + 63];
  const port = low + whole(5, 58);
  // The first pass through the hour that comes twice; the second is one hour later in UTC, and equal on the wall.
  const first = moment('2024-10-27T00:00:00Z') + whole(18, 42) * 60 + whole(0, 59);
  const once = moment('2024-10-27T12:00:00Z') + whole(0, 300) * 60 + whole(0, 59);
  const second = whole(0, 1) === 1;
  const at = kind === 'plain' || kind === 'edge' ? once : second ? first + HOUR : first;
  const twin = at === first ? first + HOUR : first;
  const uncertainty = kind === 'edge' ? whole(9, 14) : whole(1, 2);
  const drift = 7 * 60 + whole(0, 5);

  const row = (customer: string, from: Moment, to: Moment): Omit<CarrierRow, 'id'> => ({
    address,
    ports,
    from,
    to,
    customer,
  });
  const around = (customer: string, middle: Moment): Omit<CarrierRow, 'id'> =>
    row(customer, middle - whole(420, 960), middle + whole(420, 960));
  const rows = ((): Omit<CarrierRow, 'id'>[] => {
    switch (kind) {
      case 'plain':
        return [around(one, at), row(two, at - 3 * HOUR, at - 2 * HOUR)];
      case 'edge': {
        // The port changed hands within what the clock leaves open: one had it before, the other after.
        const change = at + whole(1, 3);
        return [
          row(one, at - whole(900, 2400), change - whole(3, 5)),
          row(two, change, at + whole(900, 2400)),
        ];
      }
      case 'other-hour-empty':
        return [around(one, at), row(two, twin + 1500, twin + 3000)];
      default:
        return [around(one, at), around(two, twin)];
    }
  })();
  const decoys: Omit<CarrierRow, 'id'>[] = [
    { address: neighbour, ports, from: at - 1200, to: at + 1100, customer: far },
    {
      address,
      ports: [ports[1] + 1, ports[1] + 64],
      from: at - 1800,
      to: at + 1300,
      customer: other,
    },
  ];
  const carrier = [...rows, ...decoys]
    .sort((a, b) => a.from - b.from || a.ports[0] - b.ports[0])
    .map((each, index) => ({ id: `c${index + 1}`, ...each }));

  const platform = platformRows(
    at,
    address,
    neighbour,
    kind === 'no-port' ? undefined : port,
    whole,
  );
  const restart = moment('2024-10-27T03:00:00Z') + whole(60, 1500);
  const arrives = at + whole(1, 4);
  const router = routerRows({
    restart,
    drift,
    // A log that begins after the restart, or a message that was only fetched later, tells nothing about the hour.
    ...(kind === 'hour-open' || kind === 'no-port' || kind === 'other-hour-empty'
      ? {}
      : { arrives }),
    other: twin + whole(1500, 1700),
  });

  return {
    kind,
    logs: { zone: LONDON_2024, platform, event: 'event', uncertainty, carrier, restart, router },
    verdict: verdictOf(kind, one, two, other),
    customer: kind === 'edge' ? (whole(0, 1) === 1 ? one : two) : one,
    drift,
  };
}

function verdictOf(kind: Kind, one: string, two: string, other: string): Verdict {
  switch (kind) {
    case 'plain':
    case 'router-decides':
    case 'other-hour-empty':
      return { kind: 'subscriber', customer: one };
    case 'hour-open':
      return { kind: 'undecided', between: [one, two].sort(), open: 'hour' };
    case 'edge':
      return { kind: 'undecided', between: [one, two].sort(), open: 'edge' };
    case 'no-port':
      return { kind: 'undecided', between: [one, two, other].sort(), open: 'port' };
  }
}

/** Four customers with different numbers. */
function customers(
  whole: (least: number, most: number) => number,
): [string, string, string, string] {
  const start = whole(101, 300);
  const step = whole(23, 141);
  const name = (index: number): string => `K-${start + index * step}`;
  return whole(0, 1) === 1
    ? [name(0), name(2), name(1), name(3)]
    : [name(3), name(1), name(2), name(0)];
}

function platformRows(
  at: Moment,
  address: string,
  neighbour: string,
  port: number | undefined,
  whole: (least: number, most: number) => number,
): PlatformRow[] {
  const local = (moment: Moment): string => localText(moment, LONDON_2024);
  const rows = [
    { id: 'before', at: at - whole(400, 700), address: '192.0.2.81', port: whole(49_000, 60_000) },
    { id: 'event', at, address, port },
    { id: 'after', at: at + whole(20, 70), address: neighbour, port: whole(49_000, 60_000) },
  ];
  return rows.map((row) => ({
    id: row.id,
    local: local(row.at),
    address: row.address,
    ...(port === undefined || row.port === undefined ? {} : { port: row.port }),
  }));
}

function routerRows({
  restart,
  drift,
  arrives,
  other,
}: {
  restart: Moment;
  drift: number;
  arrives?: Moment;
  other: Moment;
}): RouterRow[] {
  const rows: Omit<RouterRow, 'id'>[] = [
    { shown: restart - drift, kind: 'restart' },
    { shown: other - drift, kind: 'other' },
    ...(arrives === undefined ? [] : [{ shown: arrives - drift, kind: 'arrival' as const }]),
  ];
  return rows
    .sort((a, b) => a.shown - b.shown)
    .map((row, index) => ({ id: `r${index + 1}`, ...row }));
}
