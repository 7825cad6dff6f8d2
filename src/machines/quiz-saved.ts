import type { SnapshotFrom } from 'xstate';
import { isRecord } from '../domain/is-record.ts';
import { decodeResponse, encodeResponse, type Item } from '../domain/question.ts';
import type { Outcome } from '../domain/grade.ts';
import { quizMachine, type Answer, type QuizContext, type QuizInput } from './quiz-machine.ts';

type QuizSnapshot = SnapshotFrom<typeof quizMachine>;

/** Raised when the saved shape changes; a sitting saved in an older shape starts afresh. */
const SHAPE = 1;

/** Where a sitting can rest. `answering` is saved without the remark that something is missing. */
const RESTS = ['intro', 'answering', 'checked', 'overview', 'results'] as const;
const OUTCOMES: readonly unknown[] = ['right', 'partly', 'wrong'] satisfies Outcome[];

/** A sitting in the middle, as plain data: keys and texts only. */
export interface SavedQuiz {
  readonly shape: number;
  readonly mode: string;
  readonly items: readonly string[];
  readonly state: string;
  readonly attempt: number;
  readonly at: number;
  /** For each question with anything to keep: what stands in the fields, what was checked, what counts. */
  readonly answers: Readonly<Record<string, readonly [string, string | null, string | null]>>;
}

/** What has to be kept to go on with a sitting later. */
export function saveQuiz(snapshot: QuizSnapshot): SavedQuiz {
  const { context } = snapshot;
  const answers = context.items.flatMap((item) => {
    const answer = context.answers[item.id];
    if (!answer) return [];
    const { response, checked, first } = answer;
    const texts = [
      encodeResponse(item, response),
      checked ? encodeResponse(item, checked) : null,
      first ?? null,
    ] as const;
    return [[item.id, texts] as const];
  });
  return {
    shape: SHAPE,
    mode: context.mode,
    items: context.items.map((item) => item.id),
    state: RESTS.find((state) => snapshot.matches(state)) ?? 'intro',
    attempt: context.attempt,
    at: context.at,
    answers: Object.fromEntries(answers),
  };
}

/**
 * The snapshot of a saved sitting, to start an actor with. `undefined` when the data are damaged, older, or were saved
 * from other questions: the caller starts afresh and says so. It never throws.
 */
export function restoreQuiz(input: QuizInput, saved: unknown): QuizSnapshot | undefined {
  if (!isRecord(saved) || saved['shape'] !== SHAPE || saved['mode'] !== input.mode)
    return undefined;
  const { items, state, attempt, at, answers } = saved;
  const rest = RESTS.find((name) => name === state);
  const sameItems =
    Array.isArray(items) &&
    items.length === input.items.length &&
    input.items.every((item, index) => item.id === items[index]);
  if (!rest || !sameItems || !isRecord(answers)) return undefined;
  if (!isCount(attempt) || attempt < 1 || !isCount(at) || at >= input.items.length)
    return undefined;

  const restored: Record<string, Answer> = {};
  for (const [id, texts] of Object.entries(answers)) {
    const item = input.items.find((candidate) => candidate.id === id);
    const answer = item && readAnswer(item, texts);
    if (!answer) return undefined;
    restored[id] = answer;
  }
  const context: QuizContext = { ...input, attempt, at, answers: restored };
  if (!isReachable(rest, context)) return undefined;
  return quizMachine.resolveState({
    value: rest === 'answering' ? { answering: 'open' } : rest,
    context,
  });
}

function readAnswer(item: Item, texts: unknown): Answer | undefined {
  if (!Array.isArray(texts) || texts.length !== 3) return undefined;
  const [responseText, checkedText, first] = texts as unknown[];
  const response =
    typeof responseText === 'string' ? decodeResponse(item, responseText) : undefined;
  const checked = typeof checkedText === 'string' ? decodeResponse(item, checkedText) : undefined;
  if (!response || (checkedText !== null && !checked)) return undefined;
  if ((first === null) !== (checkedText === null)) return undefined;
  if (first !== null && !OUTCOMES.includes(first)) return undefined;
  return { response, checked, first: (first ?? undefined) as Outcome | undefined };
}

/** Data can be well formed and still describe a place that no sitting reaches, such as feedback on nothing. */
function isReachable(rest: (typeof RESTS)[number], context: QuizContext): boolean {
  const settled = context.items.filter((item) => context.answers[item.id]?.first !== undefined);
  const current = context.items[context.at];
  if (rest === 'checked')
    return context.mode !== 'pretest' && current !== undefined && settled.includes(current);
  if (rest === 'overview') return settled.length < context.items.length;
  return true;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
