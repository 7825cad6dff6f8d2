import type { Answer } from './lrs.ts';
import type { Sent } from './statements.ts';

/** Statements on their way to the LRS, in their order. Nothing is sent before what stands in front of it. */
export interface Queue {
  add(statement: Sent): void;
  /** Sends what waits. Of several calls at once one does the work. */
  flush(): Promise<'sent' | 'offline' | 'ended'>;
  /** Takes everything that waits, for the last request of a closing page. */
  takeAll(): Sent[];
  readonly length: number;
}

/** Most statements in one request. */
const BATCH = 50;

/**
 * A queue over a way to send. A batch that the LRS refuses is sent again one by one, so that one statement
 * it does not like holds nothing else up; that one is dropped.
 */
export function openQueue(
  send: (batch: readonly Sent[]) => Promise<Answer<undefined>>,
  changed: () => void,
): Queue {
  let waiting: Sent[] = [];
  let turn: Promise<'sent' | 'offline' | 'ended'> | undefined;

  const run = async (): Promise<'sent' | 'offline' | 'ended'> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      const { kind } = await send(batch);
      if (kind === 'offline' || kind === 'ended') return kind;
      if (kind === 'refused' && batch.length > 1) {
        for (const each of batch) {
          const one = await send([each]);
          if (one.kind === 'offline' || one.kind === 'ended') return one.kind;
          waiting = waiting.filter(({ id }) => id !== each.id);
        }
      } else waiting = waiting.filter(({ id }) => !batch.some((each) => each.id === id));
      changed();
    }
    return 'sent';
  };
  return {
    add: (statement) => {
      waiting.push(statement);
      changed();
    },
    flush: () => {
      turn ??= run().finally(() => (turn = undefined));
      return turn;
    },
    takeAll: () => {
      const all = waiting;
      waiting = [];
      return all;
    },
    get length() {
      return waiting.length;
    },
  };
}
