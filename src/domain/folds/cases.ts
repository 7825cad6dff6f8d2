import { ROLES, type Role } from '../roles.ts';
import type { Statement } from '../statement.ts';
import { contextNumber, contextText, courseEvents } from './events.ts';

/** An ending of a case that a learner came to in a role, with the day of the first time. */
export interface MetEnding {
  readonly scenario: string;
  readonly role: Role;
  readonly ending: string;
  readonly day: string;
}

/** The endings met in a course, each role and ending once, in the order in which they were first met. */
export function metEndings(statements: readonly Statement[], course: string): readonly MetEnding[] {
  const met = new Map<string, MetEnding>();
  for (const event of courseEvents(statements, course)) {
    const role = ROLES.find((each) => each === contextText(event, 'role'));
    const ending = event.statement.result?.response;
    if (event.verb !== 'completed' || event.kind !== 'scenario' || !role || !ending) continue;
    const key = `${event.id}/${role}/${ending}`;
    if (!met.has(key)) met.set(key, { scenario: event.id, role, ending, day: event.day });
  }
  return [...met.values()];
}

/** The number of the next run of a case: one more than the highest recorded since the last reset. */
export function nextRun(
  statements: readonly Statement[],
  course: string,
  scenario: string,
): number {
  return (
    courseEvents(statements, course)
      .filter(
        (event) =>
          (event.kind === 'decision' && event.id.startsWith(`${scenario}/`)) ||
          (event.kind === 'scenario' && event.id === scenario),
      )
      .reduce((highest, event) => Math.max(highest, contextNumber(event, 'run')), 0) + 1
  );
}
