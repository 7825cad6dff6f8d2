/** The four kinds of fault that the log checker knows. */
export const FAULTS = ['no-receiver', 'no-offset', 'time-backwards', 'seal-changed'] as const;
export type Fault = (typeof FAULTS)[number];

/** How much a fault matters by the card of the lab, from least to most. */
export const RATINGS = ['cosmetic', 'explain', 'serious'] as const;
export type Rating = (typeof RATINGS)[number];

/** One row of a custody log. Places, people and acts are keys; their words stand in the language files. */
export interface LogRow {
  readonly id: string;
  /** `2026-01-12 18:20 +00:00`: local time and its offset from UTC. The offset is missing where nobody wrote it. */
  readonly time: string;
  /** What happened. */
  readonly act: string;
  readonly from: string;
  readonly to: string;
  /** Who handed the exhibit over; missing at the seizure. */
  readonly giver?: string | undefined;
  /** Who took it over; missing where nobody signed. */
  readonly receiver?: string | undefined;
  /** The seal's number when the row ends. */
  readonly seal: string;
  /** The number of the seal that this row opened; present only where the row records an opening. */
  readonly opened?: string | undefined;
}

/** A fault in one row with its rating. */
export interface FoundFault {
  readonly row: string;
  readonly fault: Fault;
  readonly rating: Rating;
}

/** A sound row that looks like a fault. */
export interface Decoy {
  readonly row: string;
  readonly looks_like: Fault;
}

const TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})(?: ([+-])(\d{2}):(\d{2}))?$/;

/** Minutes since 1970 of the clock reading itself, as if its offset were zero. Throws for a text that is no time. */
function clockMinutes(time: string): number {
  const [year, month, day, hour, minute] = partsOf(time).slice(1, 6).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) / 60_000;
}

/** The offset from UTC in minutes, or `undefined` where the time has none. */
export function offsetMinutes(time: string): number | undefined {
  const [, , , , , , sign, hours, minutes] = partsOf(time);
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Minutes since 1970 in UTC, or `undefined` where the time has no offset. */
function utcMinutes(time: string): number | undefined {
  const offset = offsetMinutes(time);
  return offset === undefined ? undefined : clockMinutes(time) - offset;
}

/** A time with offset as UTC, `2026-01-12 18:20`; `undefined` where the time has no offset. */
export function utcText(time: string): string | undefined {
  const minutes = utcMinutes(time);
  return minutes === undefined
    ? undefined
    : new Date(minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * The faults of a log, found from its rows alone, in the order of the rows. A row can have several.
 * Rows without an offset cannot be placed in time, so the next row is compared with the last one that can.
 */
export function findFaults(rows: readonly LogRow[]): FoundFault[] {
  return rows.flatMap((row, index) => {
    const faults: Fault[] = [];
    if (row.from !== row.to && !row.receiver) faults.push('no-receiver');
    if (offsetMinutes(row.time) === undefined) faults.push('no-offset');
    const now = utcMinutes(row.time);
    const before = lastInstant(rows.slice(0, index));
    if (now !== undefined && before !== undefined && now < before) faults.push('time-backwards');
    if (sealChanges(rows, index) && row.opened !== rows[index - 1]?.seal)
      faults.push('seal-changed');
    return faults.map((fault) => ({ row: row.id, fault, rating: rate(rows, index, fault) }));
  });
}

/**
 * Sound rows that look like a fault: a reseal with its entry, and a clock reading that goes back
 * only because the offset changed.
 */
export function findDecoys(rows: readonly LogRow[]): Decoy[] {
  const faulty = new Set(findFaults(rows).map(({ row }) => row));
  return rows.flatMap((row, index) => {
    if (faulty.has(row.id)) return [];
    const previous = rows[index - 1];
    if (!previous) return [];
    const decoys: Decoy[] = [];
    if (clockMinutes(row.time) < clockMinutes(previous.time)) {
      decoys.push({ row: row.id, looks_like: 'time-backwards' });
    }
    if (sealChanges(rows, index)) decoys.push({ row: row.id, looks_like: 'seal-changed' });
    return decoys;
  });
}

/**
 * The rating by the card of the lab. Serious: the log alone does not show who held the exhibit, or whether it
 * was opened. Explain: something is missing or cannot be true, but holder and seal are certain. Cosmetic: the
 * order of events is certain whichever offset of this log the row was written in.
 */
export function rate(rows: readonly LogRow[], index: number, fault: Fault): Rating {
  const row = rows[index];
  if (!row) throw new RangeError(`The log has no row ${index}.`);
  if (fault === 'no-receiver' || fault === 'seal-changed') return 'serious';
  if (fault === 'time-backwards') return row.receiver ? 'explain' : 'serious';
  const before = lastInstant(rows.slice(0, index)) ?? -Infinity;
  const after =
    rows
      .slice(index + 1)
      .map((next) => utcMinutes(next.time))
      .find((time) => time !== undefined) ?? Infinity;
  const offsets = rows
    .map((each) => offsetMinutes(each.time))
    .filter((offset) => offset !== undefined);
  const clock = clockMinutes(row.time);
  return offsets.every((offset) => clock - offset >= before && clock - offset <= after)
    ? 'cosmetic'
    : 'explain';
}

function lastInstant(rows: readonly LogRow[]): number | undefined {
  const known = rows.map((row) => utcMinutes(row.time)).filter((time) => time !== undefined);
  return known[known.length - 1];
}

function sealChanges(rows: readonly LogRow[], index: number): boolean {
  const previous = rows[index - 1];
  return previous !== undefined && rows[index]?.seal !== previous.seal;
}

function partsOf(time: string): readonly (string | undefined)[] {
  const parts = TIME.exec(time);
  if (!parts) throw new Error(`\`${time}\` is no time such as \`2026-01-12 18:20 +00:00\`.`);
  return parts;
}
