import { mergeStatements } from '../sequence.ts';
import { activityOf, contextWord, type Statement } from '../statement.ts';
import { verbName, type VerbName } from '../verbs.ts';

/** A statement of one course, read. */
export interface CourseEvent {
  readonly verb: VerbName;
  readonly kind: string;
  readonly id: string;
  /** Day it happened by the clock of that computer, `2026-11-23`. For people; never used for order. */
  readonly day: string;
  readonly statement: Statement;
}

/**
 * What the learner did in a course since its last reset, in order. Every fold of a course begins here, so none
 * depends on the order in which statements arrive. Verbs and activities this version does not know are passed over.
 */
export function courseEvents(
  statements: readonly Statement[],
  course: string,
): readonly CourseEvent[] {
  const events = mergeStatements(statements, []).flatMap((statement): CourseEvent[] => {
    const about = activityOf(statement);
    const verb = verbName(statement.verb.id);
    return about?.course === course && verb
      ? [{ verb, kind: about.kind, id: about.id, day: statement.timestamp.slice(0, 10), statement }]
      : [];
  });
  const reset = events.map((event) => event.verb === 'reset').lastIndexOf(true);
  return events.slice(reset + 1);
}

/** The text of one of our own context words; empty when there is none. */
export function contextText(event: CourseEvent, name: string): string {
  const value = contextWord(event.statement, name);
  return typeof value === 'string' ? value : '';
}

/** The number of one of our own context words; 0 when there is none. */
export function contextNumber(event: CourseEvent, name: string): number {
  const value = contextWord(event.statement, name);
  return typeof value === 'number' ? value : 0;
}
