import { assign } from 'xstate';
import { setup } from './setup.ts';

/** How far fetching has come, in bytes on the device. */
export interface Come {
  readonly bytes: number;
  readonly of: number;
}

interface Context {
  /** The pack that is fetched, was broken off or is given up; `''` for a newer version of all that is kept. */
  readonly pack: string | undefined;
  readonly come: Come;
  /** Why it broke off. */
  readonly trouble: string | undefined;
}

type Event =
  | { readonly type: 'keep'; readonly pack: string }
  | { readonly type: 'renew' }
  | { readonly type: 'come'; readonly come: Come }
  | { readonly type: 'stop' }
  | { readonly type: 'broke'; readonly trouble: string }
  | { readonly type: 'goOn' }
  | { readonly type: 'done' }
  | { readonly type: 'remove'; readonly pack: string };

const NOTHING: Come = { bytes: 0, of: 0 };

/**
 * Keeping courses on the device, one at a time: fetch, pause, break off, go on, give up. What was fetched stays when
 * it breaks off. Holds no words and touches no storage; the island does what the state says.
 */
export const offlineMachine = setup({
  types: { context: {} as Context, events: {} as Event },
  actions: {
    take: assign({
      pack: (_, pack: string) => pack,
      come: NOTHING,
      trouble: undefined,
    }),
    note: assign({ come: (_, come: Come) => come }),
    blame: assign({ trouble: (_, trouble: string) => trouble }),
    forgive: assign({ trouble: undefined }),
    rest: assign({ pack: undefined, come: NOTHING, trouble: undefined }),
  },
}).createMachine({
  id: 'offline',
  context: { pack: undefined, come: NOTHING, trouble: undefined },
  initial: 'resting',
  states: {
    resting: {
      on: {
        keep: {
          target: 'fetching',
          actions: { type: 'take', params: ({ event }) => event.pack },
        },
        renew: { target: 'fetching', actions: { type: 'take', params: '' } },
        remove: {
          target: 'removing',
          actions: { type: 'take', params: ({ event }) => event.pack },
        },
      },
    },
    fetching: {
      on: {
        come: { actions: { type: 'note', params: ({ event }) => event.come } },
        stop: { target: 'paused' },
        broke: {
          target: 'broken',
          actions: { type: 'blame', params: ({ event }) => event.trouble },
        },
        done: { target: 'resting', actions: 'rest' },
      },
    },
    paused: { on: { goOn: { target: 'fetching' } } },
    broken: { on: { goOn: { target: 'fetching', actions: 'forgive' } } },
    removing: { on: { done: { target: 'resting', actions: 'rest' } } },
  },
});
