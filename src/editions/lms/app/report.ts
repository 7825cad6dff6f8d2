import { courseState } from '../../../domain/folds/course.ts';
import { formSittings } from '../../../domain/folds/forms.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { CourseModel } from '../model.ts';

/** What an LMS is told about a learner's standing, whatever its language for it is. */
export interface Standing {
  /** Everything of the course is done: lessons, case, labs, form A sat, form B passed. */
  readonly completed: boolean;
  /** Form B was passed, red lines included. A form that is not passed yet is not reported: it can be sat again. */
  readonly passed: boolean;
  /** The best sitting of form B; of those that passed, if one did. */
  readonly score: { readonly right: number; readonly of: number } | undefined;
  /** Share of the needed parts that are done, 0 to 1. */
  readonly progress: number;
}

/** Folds a record to what the LMS is told. */
export function standingOf(statements: readonly Statement[], model: CourseModel): Standing {
  const state = courseState(statements, model.plan);
  const needed = state.parts.filter((part) => part.kind !== 'lesson' || part.optional !== true);
  const done = needed.filter(({ day }) => day !== undefined).length;
  const sittings = formSittings(statements, model.plan.course, 'b');
  const passed = sittings.some((sitting) => sitting.passed);
  const [best] = sittings
    .filter((sitting) => sitting.passed === passed)
    .sort((a, b) => b.right - a.right);
  return {
    completed: state.completed !== undefined,
    passed,
    score: best && { right: best.right, of: best.of },
    progress: needed.length > 0 ? Math.round((done / needed.length) * 10_000) / 10_000 : 0,
  };
}

/** A score as most LMSs want it: of a hundred. */
export function percentOf({ right, of }: { right: number; of: number }): number {
  return of > 0 ? Math.round((right / of) * 10_000) / 100 : 0;
}
