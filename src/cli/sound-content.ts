import { checkCourses } from '../content/check.ts';
import { formatProblem } from '../content/problem.ts';
import { stop } from './options.ts';

/** Runs the content rules before a build, and ends the program with every error when there is one. */
export function requireSoundContent(): void {
  const errors = checkCourses(process.cwd(), { today: undefined }).problems.filter(
    (problem) => problem.severity === 'error',
  );
  if (errors.length > 0) {
    stop(
      `${errors.map(formatProblem).join('\n')}\n${errors.length} problems in courses/. Nothing was built.`,
    );
  }
}
