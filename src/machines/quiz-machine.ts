import { setup } from './setup.ts';
import { assign, emit } from 'xstate';
import { formResult, type FormResult } from '../domain/form.ts';
import { grade, type Outcome } from '../domain/grade.ts';
import { emptyResponse, fits, unready, type Item, type Response } from '../domain/question.ts';

/**
 * `pretest`: form A, no feedback before the end, and an answer may be changed until then. `posttest`: form B, feedback
 * after each check; trying again is free, and only the first check counts. `practice`: one question in a lesson.
 */
export type QuizMode = 'pretest' | 'posttest' | 'practice';

export interface QuizInput {
  readonly mode: QuizMode;
  /** In the order in which they are asked; practice takes the first only. */
  readonly items: readonly Item[];
  /** Right answers needed to pass. */
  readonly pass: number;
  /** Number of this sitting; the first is 1. */
  readonly attempt?: number;
}

/** What is known about one question. */
export interface Answer {
  /** What stands in the fields now. */
  readonly response: Response;
  /** What was checked last: feedback speaks about this. */
  readonly checked: Response | undefined;
  /** The judgement that counts. */
  readonly first: Outcome | undefined;
}

export interface QuizContext {
  readonly mode: QuizMode;
  readonly items: readonly Item[];
  readonly pass: number;
  readonly attempt: number;
  /** Index of the question on the page. */
  readonly at: number;
  readonly answers: Readonly<Record<string, Answer>>;
}

export type QuizEvent =
  | { readonly type: 'start' }
  | { readonly type: 'answer'; readonly response: Response }
  | { readonly type: 'check' }
  | { readonly type: 'skip' }
  | { readonly type: 'retry' }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'resume' }
  | { readonly type: 'finish' }
  | { readonly type: 'again' };

/** One answer to be recorded. */
export interface Answered {
  readonly item: string;
  readonly response: Response;
  readonly outcome: Outcome;
}

/** What the machine tells the page, so that the page can record it. */
export type QuizEmitted =
  | ({ readonly type: 'answered'; readonly attempt: number; readonly counts: boolean } & Answered)
  | {
      readonly type: 'finished';
      readonly attempt: number;
      readonly result: FormResult;
      readonly answers: readonly Answered[];
    };

/** The question on the page. */
export function currentItem(context: QuizContext): Item {
  const item = context.items[context.at];
  if (!item) throw new Error(`There is no question number ${context.at + 1}.`);
  return item;
}

/** What is known about the question on the page. */
export function currentAnswer(context: QuizContext): Answer {
  return answerTo(context, currentItem(context));
}

/** What is known about a question. */
export function answerTo(context: QuizContext, item: Item): Answer {
  return (
    context.answers[item.id] ?? {
      response: emptyResponse(item),
      checked: undefined,
      first: undefined,
    }
  );
}

/** Questions without a checked answer, in order. */
export function openItems(context: QuizContext): readonly Item[] {
  return context.items.filter((item) => !isSettled(context, item));
}

/** The result as it stands. */
export function resultOf(context: QuizContext): FormResult {
  const first = Object.fromEntries(
    context.items.map((item) => [item.id, answerTo(context, item).first]),
  );
  return formResult(context.items, first, context.pass);
}

function isSettled(context: QuizContext, item: Item): boolean {
  return answerTo(context, item).first !== undefined;
}

function indexOfOpenAfter(context: QuizContext, at: number): number {
  return context.items.findIndex((item, index) => index > at && !isSettled(context, item));
}

function withAnswer(context: QuizContext, answer: Partial<Answer>): QuizContext['answers'] {
  const item = currentItem(context);
  return { ...context.answers, [item.id]: { ...answerTo(context, item), ...answer } };
}

function judge(context: QuizContext): Outcome {
  return grade(currentItem(context), currentAnswer(context).response).outcome;
}

/** One sitting of a form, or one practice question. Holds no words, touches no page, knows no time. */
export const quizMachine = setup({
  types: {
    input: {} as QuizInput,
    context: {} as QuizContext,
    events: {} as QuizEvent,
    emitted: {} as QuizEmitted,
  },
  guards: {
    isPractice: ({ context }) => context.mode === 'practice',
    isPretest: ({ context }) => context.mode === 'pretest',
    isForm: ({ context }) => context.mode !== 'practice',
    responseFits: ({ context, event }) =>
      event.type === 'answer' && fits(currentItem(context), event.response),
    responseIsUnready: ({ context }) =>
      unready(currentItem(context), currentAnswer(context).response) !== undefined,
    lastCheckIsNotRight: ({ context }) => {
      const { checked } = currentAnswer(context);
      return checked !== undefined && grade(currentItem(context), checked).outcome !== 'right';
    },
    answerIsShown: ({ context }) =>
      context.mode !== 'pretest' && isSettled(context, currentItem(context)),
    questionBefore: ({ context }) => context.at > 0,
    questionOpenAfter: ({ context }) => indexOfOpenAfter(context, context.at) >= 0,
    questionOpen: ({ context }) => openItems(context).length > 0,
  },
  actions: {
    keepResponse: assign({
      answers: ({ context, event }) =>
        event.type === 'answer'
          ? withAnswer(context, { response: event.response })
          : context.answers,
    }),
    judgeResponse: assign({
      answers: ({ context }) => {
        const { response, first } = currentAnswer(context);
        // Before the end of a pretest nothing has been shown, so the latest answer is still a first answer.
        const counts = context.mode === 'pretest' ? undefined : first;
        return withAnswer(context, { checked: response, first: counts ?? judge(context) });
      },
    }),
    // Runs before `judgeResponse`, while it can still be seen whether this check is the one that counts.
    announceAnswer: emit(({ context }) => ({
      type: 'answered' as const,
      attempt: context.attempt,
      counts: !isSettled(context, currentItem(context)),
      item: currentItem(context).id,
      response: currentAnswer(context).response,
      outcome: judge(context),
    })),
    announceResult: emit(({ context }) => ({
      type: 'finished' as const,
      attempt: context.attempt,
      result: resultOf(context),
      answers: context.items.flatMap((item) => {
        const { checked, first } = answerTo(context, item);
        return checked && first ? [{ item: item.id, response: checked, outcome: first }] : [];
      }),
    })),
    goToOpenAfter: assign({ at: ({ context }) => indexOfOpenAfter(context, context.at) }),
    goToFirstOpen: assign({ at: ({ context }) => indexOfOpenAfter(context, -1) }),
    goBack: assign({ at: ({ context }) => context.at - 1 }),
    beginAgain: assign({ attempt: ({ context }) => context.attempt + 1, at: 0, answers: {} }),
  },
}).createMachine({
  id: 'quiz',
  context: ({ input }) => ({
    mode: input.mode,
    items: input.items,
    pass: input.pass,
    attempt: input.attempt ?? 1,
    at: 0,
    answers: {},
  }),
  initial: 'opening',
  states: {
    opening: { always: [{ guard: 'isPractice', target: 'answering' }, { target: 'intro' }] },
    intro: { on: { start: 'answering' } },
    answering: {
      initial: 'open',
      states: {
        open: {},
        // Somebody asked for a check before there was anything to check: say what is missing.
        unready: {},
      },
      on: {
        answer: { guard: 'responseFits', target: '.open', actions: 'keepResponse' },
        check: [
          { guard: 'responseIsUnready', target: '.unready' },
          { guard: 'isPretest', target: 'moving', actions: 'judgeResponse' },
          { target: 'checked', actions: ['announceAnswer', 'judgeResponse'] },
        ],
        skip: [{ guard: 'isPractice', target: 'skipped' }, { target: 'moving' }],
        back: { guard: 'questionBefore', target: 'arriving', actions: 'goBack' },
      },
    },
    checked: {
      on: {
        retry: { guard: 'lastCheckIsNotRight', target: 'answering' },
        next: { guard: 'isForm', target: 'moving' },
        back: { guard: 'questionBefore', target: 'arriving', actions: 'goBack' },
        again: { guard: 'isPractice', target: 'answering', actions: 'beginAgain' },
      },
    },
    skipped: { on: { resume: 'answering' } },
    arriving: { always: [{ guard: 'answerIsShown', target: 'checked' }, { target: 'answering' }] },
    moving: {
      always: [
        { guard: 'questionOpenAfter', target: 'answering', actions: 'goToOpenAfter' },
        { guard: 'questionOpen', target: 'overview' },
        { target: 'results', actions: 'announceResult' },
      ],
    },
    // The end of the form with questions still open: answer them now, or end with them open.
    overview: {
      on: {
        resume: { target: 'answering', actions: 'goToFirstOpen' },
        finish: { target: 'results', actions: 'announceResult' },
      },
    },
    results: { on: { again: { target: 'answering', actions: 'beginAgain' } } },
  },
});
