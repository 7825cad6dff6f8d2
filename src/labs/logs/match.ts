import { readings, type Moment, type Reading, type Zone } from './time.ts';

/** A row of the platform's log: local time without an offset, and the port if the log has one. */
export interface PlatformRow {
  readonly id: string;
  readonly local: string;
  readonly address: string;
  readonly port?: number;
}

/** A row of the carrier's record in UTC: one address with a range of ports belonged to one customer for a while. */
export interface CarrierRow {
  readonly id: string;
  readonly address: string;
  readonly ports: readonly [number, number];
  readonly from: Moment;
  readonly to: Moment;
  readonly customer: string;
}

/** A row of the receiving family's router, as its own clock shows it. The clock is set to UTC and drifts. */
export interface RouterRow {
  readonly id: string;
  readonly shown: Moment;
  /** `restart`: the line came up again; `arrival`: a message of the platform came in; `other`: neither. */
  readonly kind: 'restart' | 'arrival' | 'other';
}

/** Three records about one message, with what is known of their clocks. */
export interface Logs {
  readonly zone: Zone;
  readonly platform: readonly PlatformRow[];
  /** Id of the platform's row that is asked about. */
  readonly event: string;
  /** How far the platform's clock may be off, in seconds. */
  readonly uncertainty: number;
  readonly carrier: readonly CarrierRow[];
  /** When the carrier saw the router's line come up again; the anchor for the router's clock. */
  readonly restart?: Moment;
  readonly router: readonly RouterRow[];
}

/** Why nothing decides: the platform has no port, the hour came twice, or the moment lies at an edge. */
export type Open = 'port' | 'hour' | 'edge';

export type Verdict =
  | { readonly kind: 'subscriber'; readonly customer: string }
  | { readonly kind: 'undecided'; readonly between: readonly string[]; readonly open: Open }
  | { readonly kind: 'nobody' };

/** Everything that the rules find, step by step, so that a sheet can show each step. */
export interface Match {
  readonly readings: readonly Reading[];
  /** Seconds to add to what the router shows; missing when there is no anchor. */
  readonly drift?: number;
  /** Corrected moments at which the router saw a message of the platform come in. */
  readonly arrivals: readonly Moment[];
  /** The readings that are left after the router was asked. */
  readonly kept: readonly Reading[];
  /** Rows of the carrier that cover address, port and moment of a kept reading. */
  readonly rows: readonly CarrierRow[];
  readonly verdict: Verdict;
}

/** A message reaches the router within this many seconds of the platform's row. */
const DELIVERY = 10;

/**
 * Matches the three records by the rules of the lesson: all readings of the local time, the router's clock corrected
 * by the anchor, then the carrier's rows for address, port and moment. It names one customer only if nothing else
 * fits; otherwise it says between whom, and why nothing decides.
 */
export function matchLogs(logs: Logs): Match {
  const event = logs.platform.find(({ id }) => id === logs.event);
  if (!event) throw new RangeError(`The platform's log has no row \`${logs.event}\`.`);
  const all = readings(event.local, logs.zone);
  const drift = driftOf(logs);
  const arrivals =
    drift === undefined
      ? []
      : logs.router.filter(({ kind }) => kind === 'arrival').map(({ shown }) => shown + drift);
  const supported = all.filter(({ at }) =>
    arrivals.some(
      (arrival) => arrival >= at - logs.uncertainty && arrival <= at + logs.uncertainty + DELIVERY,
    ),
  );
  // Support for both readings, or for none, decides nothing: an empty log is no proof that nothing came.
  const kept = supported.length === 1 ? supported : all;
  const rows = logs.carrier.filter((row) => kept.some(({ at }) => covers(row, event, at, logs)));
  return {
    readings: all,
    ...(drift === undefined ? {} : { drift }),
    arrivals,
    kept,
    rows,
    verdict: verdictOf(event, kept, rows, logs),
  };
}

/** Seconds by which the router is slow: what the carrier saw minus what the router shows for the same restart. */
export function driftOf({ restart, router }: Pick<Logs, 'restart' | 'router'>): number | undefined {
  const shown = router.find(({ kind }) => kind === 'restart')?.shown;
  return restart === undefined || shown === undefined ? undefined : restart - shown;
}

function covers(
  row: CarrierRow,
  { address, port }: PlatformRow,
  at: Moment,
  { uncertainty }: Logs,
): boolean {
  return (
    row.address === address &&
    (port === undefined || (port >= row.ports[0] && port <= row.ports[1])) &&
    row.from <= at + uncertainty &&
    row.to >= at - uncertainty
  );
}

function verdictOf(
  event: PlatformRow,
  kept: readonly Reading[],
  rows: readonly CarrierRow[],
  logs: Logs,
): Verdict {
  const between = [...new Set(rows.map(({ customer }) => customer))].sort();
  const [only] = between;
  if (only === undefined) return { kind: 'nobody' };
  if (between.length === 1) return { kind: 'subscriber', customer: only };
  if (event.port === undefined) return { kind: 'undecided', between, open: 'port' };
  const crowded = kept.some(
    ({ at }) => rows.filter((row) => covers(row, event, at, logs)).length > 1,
  );
  return { kind: 'undecided', between, open: crowded ? 'edge' : 'hour' };
}
