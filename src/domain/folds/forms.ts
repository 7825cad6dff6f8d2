import { resultWord, type Json, type Score, type Statement } from '../statement.ts';
import { contextNumber, courseEvents } from './events.ts';

/** One finished sitting of a form. */
export interface Sitting extends Score {
  readonly day: string;
  readonly attempt: number;
  readonly passed: boolean;
  /** Right answers for each outcome. */
  readonly outcomes: Readonly<Record<string, Score>>;
  /** Safety-critical items that were not right. */
  readonly missedSafety: readonly string[];
}

/** The sittings of a form since the last reset, in order. The first is the one that counts before and after. */
export function formSittings(
  statements: readonly Statement[],
  course: string,
  form: 'a' | 'b',
): readonly Sitting[] {
  return courseEvents(statements, course)
    .filter(
      (event) =>
        event.kind === 'form' &&
        event.id === form &&
        (event.verb === 'passed' || event.verb === 'failed'),
    )
    .map((event) => ({
      day: event.day,
      attempt: contextNumber(event, 'attempt'),
      right: event.statement.result?.score?.raw ?? 0,
      of: event.statement.result?.score?.max ?? 0,
      passed: event.verb === 'passed',
      outcomes: scoresFrom(resultWord(event.statement, 'outcomes')),
      missedSafety: textsFrom(resultWord(event.statement, 'missed-safety')),
    }));
}

/** The results of an outcome: in the first sitting of form A and in the latest of form B. */
export interface OutcomeResult {
  readonly before: Score | undefined;
  readonly after: Score | undefined;
}

/** Results for each of the given outcomes, in their order. */
export function outcomeResults(
  statements: readonly Statement[],
  course: string,
  outcomes: readonly string[],
): readonly (OutcomeResult & { readonly outcome: string })[] {
  const before = formSittings(statements, course, 'a')[0];
  const after = formSittings(statements, course, 'b').slice(-1)[0];
  return outcomes.map((outcome) => ({
    outcome,
    before: before?.outcomes[outcome],
    after: after?.outcomes[outcome],
  }));
}

/** Statements may come from a file that somebody has changed: only what has the right shape is taken. */
function scoresFrom(value: Json | undefined): Record<string, Score> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, score]) => {
      const { right, of } = (score ?? {}) as Partial<Score>;
      return typeof right === 'number' && typeof of === 'number' ? [[key, { right, of }]] : [];
    }),
  );
}

function textsFrom(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
