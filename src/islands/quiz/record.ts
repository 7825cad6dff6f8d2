import { encodeResponse, type Item, type Response } from '../../domain/question.ts';
import type { Outcome } from '../../domain/grade.ts';
import type { FormResult } from '../../domain/form.ts';
import type { StatementDraft } from '../../domain/statement.ts';
import type { Progress } from '../../progress/progress.ts';

/** One judged answer. */
export interface Given {
  readonly item: Item;
  readonly response: Response;
  readonly outcome: Outcome;
}

/** The records of one form, or of the practice questions, of a course. */
export interface Recorder {
  /** False when nothing outlives the window. */
  readonly durable: boolean;
  /** The number of the last finished sitting of the form; 0 before the first. */
  lastSitting(): Promise<number>;
  /** Adds one answer. Resolves to false when it could not be stored; never rejects. */
  answer(given: Given, sitting: number): Promise<boolean>;
  /** Adds the result of a sitting. Resolves to false when it could not be stored; never rejects. */
  finish(result: FormResult, sitting: number): Promise<boolean>;
  /** What was saved last to go on with; `undefined` when there is nothing. Never rejects. */
  load(): Promise<unknown>;
  /** Saves what is needed to go on. Resolves to false when it could not be stored; never rejects. */
  save(value: unknown): Promise<boolean>;
}

/**
 * Opens the records. The library behind them is fetched only now, so that a lesson whose questions nobody answers
 * never loads it. A full disk must not take the feedback away, so every trouble becomes `false`.
 */
export async function openRecorder(course: string, form: Item['form']): Promise<Recorder> {
  const [{ openProgress }, { answeredItem, finishedForm }, { contextNumber, courseEvents }] =
    await Promise.all([
      import('../../progress/progress.ts'),
      import('../../domain/statement.ts'),
      import('../../domain/folds/events.ts'),
    ]);
  const progress: Progress = await openProgress();
  const key = `${course}/quiz-${form}`;
  // One after the other: two writes under way at once could be stored in the wrong order.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (write: () => Promise<unknown>): Promise<boolean> => {
    const done = last.then(write).then(
      () => true,
      () => false,
    );
    last = done;
    return done;
  };
  const record = (draft: StatementDraft): Promise<boolean> => inTurn(() => progress.record(draft));
  const events = async () =>
    progress.statements().then(
      (statements) => courseEvents(statements, course),
      () => [],
    );

  return {
    durable: progress.durable,
    lastSitting: async () =>
      Math.max(
        0,
        ...(await events())
          .filter((event) => event.kind === 'form' && event.id === form)
          .map((event) => contextNumber(event, 'attempt')),
      ),
    answer: async ({ item, response, outcome }, sitting) =>
      record(
        answeredItem({
          course,
          form: item.form,
          item: item.id,
          attempt: sitting,
          response: encodeResponse(item, response),
          success: outcome === 'right',
          partial: outcome === 'partly',
        }),
      ),
    finish: ({ right, of, passed, outcomes, missedSafety }, sitting) =>
      form === 'p'
        ? Promise.resolve(false)
        : record(
            finishedForm({
              course,
              form,
              attempt: sitting,
              right,
              of,
              passed,
              outcomes,
              missedSafety,
            }),
          ),
    load: () => progress.loadSnapshot(key).catch(() => undefined),
    save: (value) => inTurn(() => progress.saveSnapshot(key, value)),
  };
}

/** How often the learner has answered an item so far. */
export async function timesAnswered(course: string, item: string): Promise<number> {
  const [{ openProgress }, { courseEvents }] = await Promise.all([
    import('../../progress/progress.ts'),
    import('../../domain/folds/events.ts'),
  ]);
  const statements = await (await openProgress()).statements().catch(() => []);
  return courseEvents(statements, course).filter(
    (event) => event.kind === 'item' && event.id === item,
  ).length;
}
