/** Seconds since the start of 1970 in UTC. All times of these logs are kept like this and shown as text. */
export type Moment = number;

/** A clock on the wall that is put back once: minutes ahead of UTC before and after, and the moment of the change. */
export interface Zone {
  readonly before: number;
  readonly after: number;
  readonly change: Moment;
}

/** London in the night of 27 October 2024: at 02:00 summer time it became 01:00. */
export const LONDON_2024: Zone = { before: 60, after: 0, change: moment('2024-10-27T01:00:00Z') };

/** One moment that a local time can mean, with the offset that was read into it. */
export interface Reading {
  readonly offset: number;
  readonly at: Moment;
}

/** The moment of a UTC text such as `2024-10-27T00:30:12Z`. Throws for anything else. */
export function moment(text: string): Moment {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(milliseconds))
    throw new RangeError(`\`${text}\` is no time in UTC such as 2024-10-27T00:30:12Z.`);
  return milliseconds / 1000;
}

/** A moment as text in UTC: `2024-10-27T00:30:12Z`. */
export function utcText(at: Moment): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}

/** What a clock in the zone shows at a moment, without an offset: `2024-10-27 01:30:12`. */
export function localText(at: Moment, zone: Zone): string {
  const offset = at < zone.change ? zone.before : zone.after;
  return new Date((at + offset * 60) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * Every moment that a local time without offset can mean, the earlier first: two in the hour that comes twice,
 * one otherwise, and none in an hour that a clock put forward leaves out.
 */
export function readings(local: string, zone: Zone): Reading[] {
  const asUtc = moment(`${local.replace(' ', 'T')}Z`);
  const offsets = zone.before === zone.after ? [zone.before] : [zone.before, zone.after];
  return offsets
    .map((offset) => ({ offset, at: asUtc - offset * 60 }))
    .filter(({ at }) => localText(at, zone) === local)
    .sort((a, b) => a.at - b.at);
}
