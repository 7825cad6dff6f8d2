/** One thing that is wrong in `courses/`, told so that an author can mend it. */
export interface Problem {
  /** Permanent name of the rule, such as `question-not-in-lesson`. */
  readonly rule: string;
  /** Path from the repository's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** What is wrong. What to do. */
  readonly message: string;
  /** A warning is printed, but does not fail unless `--strict` is given. */
  readonly severity: 'error' | 'warning';
}

/** `file:line:column rule: message`, the form that editors and terminals turn into links. */
export function formatProblem(problem: Problem): string {
  const mark = problem.severity === 'warning' ? ' (warning)' : '';
  return `${problem.file}:${problem.line}:${problem.column} ${problem.rule}${mark}: ${problem.message}`;
}
