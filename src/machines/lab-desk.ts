import { assign, type SnapshotFrom } from 'xstate';
import { isBlocked, lint, pointsHeld } from '../labs/desk/lint.ts';
import { replyTo } from '../labs/desk/reply.ts';
import { fieldsOf, openPages, type DeskShape, type Draft, type Entry } from '../labs/desk/shape.ts';
import { setup } from './setup.ts';

interface Desk {
  readonly shape: DeskShape;
  readonly draft: Draft;
  /** The page that is shown. */
  readonly page: string;
  /** Whether the learner has tried to send: from then on empty fields are told too. */
  readonly tried: boolean;
  /** The reply to what was last sent. */
  readonly reply: string | undefined;
  /** Points held when a form first went out. It never changes: the record tells how far the learner came alone. */
  readonly first: number | undefined;
}

/** Everything a learner can do at the desk. */
export type DeskEvent =
  | { type: 'enter'; field: string; entry: Entry }
  | { type: 'open'; page: string }
  | { type: 'send' }
  | { type: 'revise' }
  | { type: 'clear' };

/** An entry that belongs to the field: its own options, not more than one where one is picked, text of bounded length. */
function fits(
  { shape }: Desk,
  field: string,
  { picked = [], text = '', notKnown }: Entry,
): boolean {
  const own = fieldsOf(shape).find(({ id }) => id === field);
  return (
    own !== undefined &&
    picked.every((option) => own.options.includes(option)) &&
    new Set(picked).size === picked.length &&
    (own.kind === 'several' || picked.length <= 1) &&
    (own.kind === 'free' || text === '') &&
    (own.notKnown || notKnown === undefined) &&
    text.length <= 4000 &&
    (notKnown ?? '').length <= 4000
  );
}

/**
 * The drafting desk. Nothing is sent anywhere: the reply follows from the draft by the desk's own
 * rules. It holds no words.
 */
export const deskMachine = setup({
  types: { input: {} as DeskShape, context: {} as Desk, events: {} as DeskEvent },
  guards: {
    isEntry: ({ context }, { field, entry }: { field: string; entry: Entry }) =>
      fits(context, field, entry),
    isOpenPage: ({ context }, page: string) =>
      openPages(context.shape, context.draft).some(({ id }) => id === page),
    mayGoOut: ({ context }) => !isBlocked(lint(context.shape, context.draft)),
  },
  actions: {
    enter: assign({
      draft: ({ context }, { field, entry }: { field: string; entry: Entry }) => ({
        ...context.draft,
        [field]: entry,
      }),
    }),
    openPage: assign({ page: (_, page: string) => page }),
    markTried: assign({ tried: true }),
    answer: assign({
      reply: ({ context: { shape, draft } }) => replyTo(shape, draft, lint(shape, draft)).id,
      first: ({ context: { shape, draft, first } }) =>
        first ?? pointsHeld(shape, lint(shape, draft)).length,
    }),
    clear: assign({
      draft: {},
      tried: false,
      reply: undefined,
      page: ({ context }) => context.shape.pages[0]?.id ?? '',
    }),
  },
}).createMachine({
  id: 'desk',
  context: ({ input }) => ({
    shape: input,
    draft: {},
    page: input.pages[0]?.id ?? '',
    tried: false,
    reply: undefined,
    first: undefined,
  }),
  initial: 'drafting',
  on: {
    open: {
      guard: { type: 'isOpenPage', params: ({ event }) => event.page },
      actions: { type: 'openPage', params: ({ event }) => event.page },
    },
    clear: { target: '.drafting', actions: 'clear' },
  },
  states: {
    drafting: {
      on: {
        enter: {
          guard: { type: 'isEntry', params: ({ event }) => event },
          actions: { type: 'enter', params: ({ event }) => event },
        },
        send: [
          { guard: 'mayGoOut', target: 'answered', actions: ['markTried', 'answer'] },
          { actions: 'markTried' },
        ],
      },
    },
    answered: { on: { revise: 'drafting' } },
  },
});

export type DeskSnapshot = SnapshotFrom<typeof deskMachine>;
