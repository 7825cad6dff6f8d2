import { assign } from 'xstate';
import { setup } from './setup.ts';

/** What the page knows of the message before it is read. */
export interface TrailInput {
  /** Servers of the receiving side; trusted from the start. */
  readonly own: readonly string[];
  /** Every server that can be trusted or not. */
  readonly servers: readonly string[];
}

interface Trail extends TrailInput {
  readonly trusted: readonly string[];
  /** The Received lines of the message, top first. */
  readonly lines: readonly string[];
}

/** Everything that can happen to the reader of a header. */
export type TrailEvent =
  | { type: 'read' }
  | { type: 'parsed'; lines: readonly string[] }
  | { type: 'failed' }
  | { type: 'trust'; server: string; trusted: boolean };

/**
 * The reader of a mail header: the message is read once, then the learner says which servers to
 * trust. It holds no words.
 */
export const headerTrailMachine = setup({
  types: {
    input: {} as TrailInput,
    context: {} as Trail,
    events: {} as TrailEvent,
  },
  guards: {
    isServer: ({ context }, server: string) => context.servers.includes(server),
  },
  actions: {
    keepLines: assign({ lines: (_, lines: readonly string[]) => lines }),
    setTrust: assign({
      trusted: ({ context }, { server, trusted }: { server: string; trusted: boolean }) =>
        context.servers.filter((each) =>
          each === server ? trusted : context.trusted.includes(each),
        ),
    }),
  },
}).createMachine({
  id: 'header-trail',
  context: ({ input }) => ({ ...input, trusted: input.own, lines: [] }),
  initial: 'closed',
  states: {
    closed: { on: { read: 'reading' } },
    reading: {
      on: {
        parsed: {
          target: 'shown',
          actions: { type: 'keepLines', params: ({ event }) => event.lines },
        },
        failed: 'failed',
      },
    },
    failed: { on: { read: 'reading' } },
    shown: {
      on: {
        trust: {
          guard: { type: 'isServer', params: ({ event }) => event.server },
          actions: { type: 'setTrust', params: ({ event }) => event },
        },
      },
    },
  },
});
