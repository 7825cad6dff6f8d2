import type { Trail } from './trail.ts';

/** One row of the table that shows a trail: machine text only, empty where the line says nothing. */
export interface TrailRow {
  readonly line: number;
  readonly by: string;
  readonly seen: string;
  readonly written: string;
  readonly utc: string;
  /** Seconds after the line below it. */
  readonly since?: number;
  readonly trusted: boolean;
}

/** A moment as text in UTC: `2026-03-07T09:18:21Z`. */
export function utcOf(at: number): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}

/** The rows of the table, the top of the header first. */
export function trailRows({ hops }: Trail): TrailRow[] {
  return hops.map(({ line, by, seenAddress, written, at, since, trusted }) => ({
    line,
    by: by ?? '',
    seen: seenAddress ?? '',
    written: written ?? '',
    utc: at === undefined ? '' : utcOf(at),
    ...(since === undefined ? {} : { since }),
    trusted,
  }));
}
