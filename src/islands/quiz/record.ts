import { encodeResponse, type Item, type Response } from '../../domain/question.ts';
import type { Outcome } from '../../domain/grade.ts';
import type { FormResult } from '../../domain/form.ts';
import type { UiWords } from '../words.ts';

/** One judged answer. */
export interface Given {
  readonly item: Item;
  readonly response: Response;
  readonly outcome: Outcome;
}

/** The records of one form, or of the practice questions, of a course. What cannot be stored is told on the page. */
export interface FormRecords {
  /** The number of the last finished sitting of the form; 0 before the first. */
  lastSitting(): Promise<number>;
  /** How often the learner has answered an item so far. */
  timesAnswered(item: string): Promise<number>;
  /** Adds one answer. Never rejects. */
  answer(given: Given, sitting: number): void;
  /**
   * Adds the result of a sitting. Never rejects; resolves when this and everything before it is stored, or when the
   * page has told the learner that it could not be.
   */
  finish(result: FormResult, sitting: number): Promise<void>;
  /** What was saved last to go on with; `undefined` when there is nothing. Never rejects. */
  load(): Promise<unknown>;
  /** Saves what is needed to go on. Never rejects. */
  save(value: unknown): void;
}

/**
 * Opens the records. The library behind them is fetched only now, so that a lesson whose questions nobody answers
 * never loads it. The page must carry the interface words of the area `record`.
 */
export async function openRecords(
  ui: UiWords,
  course: string,
  form: Item['form'],
): Promise<FormRecords> {
  const [
    { openRecorder },
    { openProgress },
    { snapshotKey },
    { answeredItem, finishedForm },
    { contextNumber, courseEvents },
  ] = await Promise.all([
    import('../progress/record.ts'),
    import('../../progress/progress.ts'),
    import('../../progress/snapshots.ts'),
    import('../../domain/statement.ts'),
    import('../../domain/folds/events.ts'),
  ]);
  const progress = await openProgress();
  const recorder = openRecorder(ui);
  const key = snapshotKey(course, 'form', form);
  const events = async () =>
    progress.statements().then(
      (statements) => courseEvents(statements, course),
      () => [],
    );

  return {
    lastSitting: async () =>
      Math.max(
        0,
        ...(await events())
          .filter((event) => event.kind === 'form' && event.id === form)
          .map((event) => contextNumber(event, 'attempt')),
      ),
    timesAnswered: async (item) =>
      (await events()).filter((event) => event.kind === 'item' && event.id === item).length,
    answer: ({ item, response, outcome }, sitting) => {
      void recorder.record(
        answeredItem({
          course,
          form: item.form,
          item: item.id,
          attempt: sitting,
          response: encodeResponse(item, response),
          success: outcome === 'right',
          partial: outcome === 'partly',
        }),
      );
    },
    finish: async ({ right, of, passed, outcomes, missedSafety }, attempt) => {
      if (form === 'p') return;
      await recorder.record(
        finishedForm({ course, form, attempt, right, of, passed, outcomes, missedSafety }),
      );
    },
    load: () => progress.loadSnapshot(key).catch(() => undefined),
    save: (value) => void recorder.saveSnapshot(key, value),
  };
}
