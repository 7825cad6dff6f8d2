import { assign } from 'xstate';
import { setup } from './setup.ts';

/** What a question came to. Cells are text as shown; `null` is an empty cell of the database. */
export type Result =
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | null)[])[];
      /** There are more rows than are shown. */
      readonly more: boolean;
    }
  | { readonly kind: 'refused'; readonly fault: Fault; readonly text?: string }
  /** It was stopped, because it did not end by itself. */
  | { readonly kind: 'stopped' };
export type Fault = 'empty' | 'only-questions' | 'one-at-a-time' | 'not-understood';

type ConsoleEvent =
  | { type: 'LOAD' }
  | { type: 'LOADED' }
  | { type: 'FAILED' }
  | { type: 'ASK' }
  | { type: 'ANSWERED'; result: Result }
  | { type: 'TIMED_OUT' }
  /** Another chat or another view of it was chosen. */
  | { type: 'CLEAR' };

/**
 * The console of a chat: asleep until somebody loads SQLite, then one question at a time. A question that does not
 * end is stopped with its worker, and the console wakes up again by itself. A question asked while SQLite still loads
 * is answered when it has.
 */
export const consoleMachine = setup({
  types: {
    context: {} as {
      readonly result: Result | undefined;
      /** A question waits for SQLite. */
      readonly waits: boolean;
    },
    events: {} as ConsoleEvent,
  },
}).createMachine({
  id: 'lab-console',
  initial: 'asleep',
  context: { result: undefined, waits: false },
  states: {
    asleep: { on: { LOAD: 'loading' } },
    loading: {
      on: {
        ASK: { actions: assign({ waits: true }) },
        LOADED: [
          {
            guard: ({ context }) => context.waits,
            target: 'asking',
            actions: assign({ waits: false, result: undefined }),
          },
          { target: 'ready' },
        ],
        FAILED: { target: 'failed', actions: assign({ waits: false }) },
      },
    },
    failed: { on: { LOAD: 'loading' } },
    ready: {
      on: {
        ASK: { target: 'asking', actions: assign({ result: undefined }) },
        CLEAR: { actions: assign({ result: undefined }) },
      },
    },
    asking: {
      on: {
        ANSWERED: { target: 'ready', actions: assign({ result: ({ event }) => event.result }) },
        TIMED_OUT: { target: 'loading', actions: assign({ result: { kind: 'stopped' } }) },
      },
    },
  },
});
