import { isNear, readNumber, type Item, type Response } from './question.ts';

export type Outcome = 'right' | 'partly' | 'wrong';

/**
 * What became of one row. `hit`: done as it should be; `false`: picked, placed or paired wrongly;
 * `missed`: should have been picked; `left`: rightly left alone.
 */
export type Mark = 'hit' | 'false' | 'missed' | 'left';

/** The judgement on one response. */
export interface Grade {
  readonly outcome: Outcome;
  /** Mark of each option; a numeric question has one row named `value`. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** How many of the things to get right were got right. */
  readonly right: number;
  readonly of: number;
  /** numeric: the trap whose number was typed. */
  readonly trap?: string;
}

/**
 * Judges a response. Only an answer without any fault is `right`. Where rows are picked it is `partly` right when
 * more picks hold than do not: ticking everything earns nothing. An order or a set of pairs is `partly` right when
 * at least half of its rows are: chance alone puts about one row into its place.
 * Throws for a response of another kind; `fits` tells.
 */
export function grade(item: Item, response: Response): Grade {
  if (item.kind === 'numeric' && response.kind === 'numeric') {
    const given = readNumber(response.typed);
    const near = (value: number, distance: number): boolean =>
      given.some((number) => isNear(number, value, distance));
    if (near(item.correct, item.tolerance)) return gradeOf({ value: 'hit' }, 1, 1);
    const trap = item.traps.find(({ value }) => near(value, 0))?.id;
    return { ...gradeOf({ value: 'false' }, 1, 1), ...(trap === undefined ? {} : { trap }) };
  }
  if (item.kind === 'match' && response.kind === 'match') {
    return gradeOf(
      marksOf(item.options, (row) => (response.pairs[row] === item.correct[row] ? 'hit' : 'false')),
      item.options.length,
      item.options.length / 2,
    );
  }
  if (item.kind === 'order' && response.kind === 'order') {
    return gradeOf(
      marksOf(response.steps, (step) =>
        response.steps.indexOf(step) === item.correct.indexOf(step) ? 'hit' : 'false',
      ),
      item.options.length,
      item.options.length / 2,
    );
  }
  if (
    (item.kind === 'one' || item.kind === 'several' || item.kind === 'fault') &&
    response.kind === 'pick'
  ) {
    const marks = marksOf(item.options, (option) =>
      item.correct.includes(option)
        ? response.picked.includes(option)
          ? 'hit'
          : 'missed'
        : response.picked.includes(option)
          ? 'false'
          : 'left',
    );
    return gradeOf(marks, item.correct.length, count(marks, 'false') + 1);
  }
  throw new Error(
    `A response of kind ${response.kind} cannot answer ${item.id}, which is of kind ${item.kind}.`,
  );
}

function marksOf(keys: readonly string[], markOf: (key: string) => Mark): Record<string, Mark> {
  return Object.fromEntries(keys.map((key) => [key, markOf(key)]));
}

function count(marks: Readonly<Record<string, Mark>>, mark: Mark): number {
  return Object.values(marks).filter((each) => each === mark).length;
}

/** `enough` is the number of right rows from which an answer with faults is partly right. */
function gradeOf(marks: Readonly<Record<string, Mark>>, of: number, enough: number): Grade {
  const right = count(marks, 'hit');
  const faults = count(marks, 'false') + count(marks, 'missed');
  const outcome = faults === 0 ? 'right' : right >= enough ? 'partly' : 'wrong';
  return { outcome, marks, right, of };
}
