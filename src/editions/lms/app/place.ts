import { onPageChange } from '../../../progress/page-change.ts';

/** Where the learner is in the package, and where it opens. */
export interface Place {
  /** The page shown now: `en/a2-acquire-hash-hand-over/quiz-a/`. */
  now(): string;
}

/** The longest place that every LMS keeps, in characters. */
const LONGEST = 255;

const here = (): string => /^#\/([^?#]*)/.exec(location.hash)?.[1] ?? '';
const isPlace = (text: string): boolean =>
  /^[\w-]+(?:\/[\w-]+)*\/$/.test(text) && text.length <= LONGEST;

/**
 * Opens the package where it was left, or on the page of its course. Called before the app reads its address.
 *
 * @param left what the LMS kept of the last visit; anything that is no page of ours is passed over by the app
 */
export function openPlace(start: string, left: string, moved: () => void): Place {
  if (here() === '') history.replaceState(null, '', `#/${isPlace(left) ? left : start}`);
  onPageChange(moved);
  return { now: () => here().slice(0, LONGEST) };
}

/** Goes on where it was left, once an LMS that takes its time has told, unless the learner has gone elsewhere. */
export function returnTo(start: string, left: string): void {
  if (isPlace(left) && left !== start && here() === start) location.hash = `#/${left}`;
}
