import type { Statement } from '../domain/statement.ts';
import { VERBS } from '../domain/verbs.ts';

/**
 * Why sending stopped before its end: `key` the LRS does not know the key or it may not write; `busy` the LRS is
 * broken or overloaded; `offline` this computer has no network; `unreachable` no answer, because the LRS is away or
 * does not let this site send (browsers do not tell which).
 */
export type LrsStop = 'key' | 'busy' | 'offline' | 'unreachable';

/** What came of it. */
export interface LrsOutcome {
  /** Entries that the LRS has taken now. */
  readonly sent: number;
  /** Entries it does not want: damaged in its eyes, too large, or there already with another content. */
  readonly refused: number;
  readonly stopped: LrsStop | undefined;
}

/** What is needed to send. */
export interface LrsOrder {
  /** Address of the LRS, with a slash at its end. */
  readonly host: string;
  /** `name:secret`, as the academy gave it. Used for the requests and kept nowhere. */
  readonly key: string;
  readonly statements: readonly Statement[];
  /** Ids that were dealt with before. */
  readonly known: ReadonlySet<string>;
  /** Told after every batch which ids need not be sent again, so that a break loses nothing. */
  readonly settle: (ids: readonly string[]) => Promise<void>;
  readonly send?: typeof fetch;
}

/** Entries in one request. */
const BATCH = 50;

/** The entries that would be sent: never own words, and nothing twice. */
export function unsent(statements: readonly Statement[], known: ReadonlySet<string>): Statement[] {
  return statements.filter(({ id, verb }) => verb.id !== VERBS.kept.id && !known.has(id));
}

/** Sends a record to an LRS. Never throws: every failure has a name, and what was sent before it stays sent. */
export async function sendToLrs(order: LrsOrder): Promise<LrsOutcome> {
  let sent = 0;
  let refused = 0;
  let batches = inBatches(unsent(order.statements, order.known), BATCH);
  while (batches.length > 0) {
    const [batch = [], ...later] = batches;
    const answer = await post(order, batch);
    if (typeof answer === 'string') return { sent, refused, stopped: answer };
    const taken = answer >= 200 && answer < 300;
    if (!taken && batch.length > 1) {
      // One entry spoils its whole batch, or the batch is too large: try in smaller ones.
      batches = [
        ...inBatches(batch, Math.ceil(batch.length / (answer === 413 ? 2 : batch.length))),
        ...later,
      ];
      continue;
    }
    if (taken) sent += batch.length;
    else refused += batch.length;
    await order.settle(batch.map(({ id }) => id));
    batches = later;
  }
  return { sent, refused, stopped: undefined };
}

async function post(
  { host, key, send = fetch }: LrsOrder,
  batch: readonly Statement[],
): Promise<number | LrsStop> {
  try {
    const { status } = await send(`${host}statements`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${base64(key)}`,
        'Content-Type': 'application/json',
        'X-Experience-API-Version': '1.0.3',
      },
      body: JSON.stringify(batch),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (status === 401 || status === 403) return 'key';
    if (status === 429 || status >= 500) return 'busy';
    return status;
  } catch {
    return navigator.onLine ? 'unreachable' : 'offline';
  }
}

function inBatches(statements: readonly Statement[], size: number): Statement[][] {
  return Array.from({ length: Math.ceil(statements.length / size) }, (_, at) =>
    statements.slice(at * size, (at + 1) * size),
  );
}

/** Base64 of the letters as UTF-8: a key may hold any letter. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
