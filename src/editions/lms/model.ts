import type { CoursePlan } from '../../domain/folds/course.ts';
import type { Item } from '../../domain/question.ts';
import type { Role } from '../../domain/roles.ts';

/** What an LMS package knows about its one course: keys and truth, no words. Everything that is packed hangs on it. */
export interface CourseModel {
  readonly plan: CoursePlan;
  /** Ids of the practice questions, in the order of the quiz file. */
  readonly practice: readonly string[];
  readonly forms: Readonly<Record<'a' | 'b', readonly Item[]>>;
  /** Right answers that a form needs. */
  readonly pass: number;
  readonly scenario: CaseModel | undefined;
  readonly labs: readonly LabModel[];
}

/** A case: who may walk it, its nodes with their options, its endings. */
export interface CaseModel {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly nodes: readonly { readonly id: string; readonly options: readonly string[] }[];
  readonly endings: readonly string[];
  /** Most decisions that one run can hold. */
  readonly longest: number;
}

/** A lab of any kind. What is stored of it is written with these words. */
export interface LabModel {
  readonly id: string;
  readonly words: readonly string[];
  /** What the lab's page tells its machines; never stored. */
  readonly given: readonly unknown[];
}
