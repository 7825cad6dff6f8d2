import { onPageChange } from '../../../progress/page-change.ts';

/** Where the learner is in the package, and where it opens. */
export interface Place {
  /** The page shown now: `en/a2-acquire-hash-hand-over/quiz-a/`. */
  now(): string;
}

/** The longest place that every LMS keeps, in characters. */
const LONGEST = 255;

/**
 * Opens the package where it was left, or on the page of its course. Called before the app reads its address.
 *
 * @param left what the LMS kept of the last visit; anything that is no page of ours is passed over by the app
 */
export function openPlace(start: string, left: string, moved: () => void): Place {
  const here = (): string => /^#\/([^?#]*)/.exec(location.hash)?.[1] ?? '';
  if (here() === '') {
    const to = /^[\w-]+(?:\/[\w-]+)*\/$/.test(left) && left.length <= LONGEST ? left : start;
    history.replaceState(null, '', `#/${to}`);
  }
  onPageChange(moved);
  return { now: () => here().slice(0, LONGEST) };
}
