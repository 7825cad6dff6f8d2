import { finishedLabStep, type StatementDraft } from '../../../domain/statement.ts';
import { foundRows } from '../../../machines/lab-hash-bench.ts';
import type { Bench, BenchSnapshot } from './bench.ts';

/** A step of the lab that has just been finished, with how much of it was right. */
export interface FinishedStep {
  readonly step: 'example' | 'half-done' | 'own';
  readonly right: number;
  readonly of: number;
}

/** The steps that `now` has finished and `before` had not. */
function finishedBetween(before: BenchSnapshot, now: BenchSnapshot): FinishedStep[] {
  const fresh = (holds: (snapshot: BenchSnapshot) => boolean): boolean =>
    holds(now) && !holds(before);
  const { input, statementsAtFirst = 0, cleanAtFirst } = now.context;
  const steps: FinishedStep[] = [];
  if (fresh((each) => each.matches({ file: 'original' })))
    steps.push({ step: 'example', right: 1, of: 1 });
  if (fresh((each) => each.matches({ statements: 'right', clean: 'agreed' }))) {
    steps.push({
      step: 'half-done',
      right: statementsAtFirst + (cleanAtFirst ? 1 : 0),
      of: input.statements.all.length + 1,
    });
  }
  if (fresh((each) => each.matches({ own: 'solved' }) || each.matches({ own: 'shown' }))) {
    steps.push({
      step: 'own',
      right: foundRows(now.context).length,
      of: Object.keys(input.own.faults).length,
    });
  }
  return steps;
}

/** The learning records of what has just been finished. No words of the learner are stored. */
export function recordedSteps(
  before: BenchSnapshot,
  now: BenchSnapshot,
  { page: { course, lab } }: Pick<Bench, 'page'>,
): StatementDraft[] {
  return finishedBetween(before, now).map((step) => finishedLabStep({ course, lab, ...step }));
}
