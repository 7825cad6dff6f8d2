import type { Outcome } from './grade.ts';
import type { Item } from './question.ts';

/** Questions in a form. */
export const FORM_LENGTH = 12;

/** How far somebody got in one outcome: "2 of 3". */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** What a finished form shows. There is no percentage and no rank. */
export interface FormResult {
  readonly right: number;
  readonly of: number;
  /** Per learning outcome, in the order in which the form first asks about it. */
  readonly outcomes: Readonly<Record<string, Share>>;
  /** Red lines that were not right, or not answered. */
  readonly missedSafety: readonly string[];
  /** Questions that were left open. */
  readonly open: readonly string[];
  /** The pass mark is reached and no red line is missed. */
  readonly passed: boolean;
}

/**
 * The result of a form from the first answer to each question. A question without an answer counts as not right;
 * one that is partly right does too.
 */
export function formResult(
  items: readonly Item[],
  first: Readonly<Record<string, Outcome | undefined>>,
  pass: number,
): FormResult {
  const isRight = (item: Item): boolean => first[item.id] === 'right';
  const outcomes: Record<string, Share> = {};
  for (const item of items) {
    const share = outcomes[item.outcome] ?? { right: 0, of: 0 };
    outcomes[item.outcome] = { right: share.right + Number(isRight(item)), of: share.of + 1 };
  }
  const right = items.filter(isRight).length;
  const missedSafety = items.filter((item) => item.safety && !isRight(item)).map(({ id }) => id);
  return {
    right,
    of: items.length,
    outcomes,
    missedSafety,
    open: items.filter((item) => first[item.id] === undefined).map(({ id }) => id),
    passed: right >= pass && missedSafety.length === 0,
  };
}
