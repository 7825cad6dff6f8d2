import { completeStatement, type Statement, type StatementDraft } from '../domain/statement.ts';
import { openBell, type Bell } from './bell.ts';
import { rememberRecord } from './hint.ts';
import { recordHost } from './host.ts';
import { newId } from './identity.ts';
import { memoryStore, sessionPocket } from './memory.ts';
import { onPageChange } from './page-change.ts';
import type { HeldRecord, Learner, RecordStore } from './store.ts';

/** The learning record of the learner whose turn it was when the page opened. */
export interface Progress {
  /** False when nothing outlives the window (no storage). */
  readonly durable: boolean;
  /** The current learner's statements in order of their sequence. */
  statements(): Promise<readonly Statement[]>;
  /** Stamps what has just happened and keeps it at once: a page that is closed now loses nothing. */
  hold(draft: StatementDraft): HeldRecord;
  /** What was held and is not stored yet. */
  held(): readonly HeldRecord[];
  /** Adds actor and sequence, and stores. Resolves when stored; rejects with `ProgressTrouble`. */
  record(draft: StatementDraft | HeldRecord): Promise<Statement>;
  /** Called after every change, in this window or another. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Machine snapshots for resuming, by key such as `a2-acquire-hash-hand-over/quiz-a`. */
  loadSnapshot(key: string): Promise<unknown>;
  /** Keeps a snapshot that waits for its turn to be stored: a page that is closed now still comes back to it. */
  holdSnapshot(key: string, value: unknown): void;
  /** Stores a snapshot, which must be JSON. Rejects with `ProgressTrouble`. */
  saveSnapshot(key: string, value: unknown): Promise<void>;
  dropSnapshot(key: string): Promise<void>;
}

/** The record store of this page and what it needs to tell others of a change. */
export interface Records {
  readonly store: RecordStore;
  /** Tells every listener, here and in other windows. */
  readonly changed: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

let records: Promise<Records> | undefined;
let progress: Promise<Progress> | undefined;
// Whose turn it is may have changed on the page before.
onPageChange(() => (progress = undefined));

/** The record store of this page, opened once. Falls back to memory; never rejects. */
export function openRecords(): Promise<Records> {
  records ??= openStore().then((store) => recordsOver(store, openBell()));
  return records;
}

/** The current learner's record, opened once per page. Falls back to memory; never rejects. */
export function openProgress(): Promise<Progress> {
  progress ??= openRecords().then(async (all) => {
    try {
      const found = progressOf(all, await all.store.current());
      await takeUpHeld(found);
      return found;
    } catch {
      const memory = memoryStore(sessionPocket);
      return progressOf({ ...all, store: memory }, await memory.current());
    }
  });
  return progress;
}

async function openStore(): Promise<RecordStore> {
  const host = recordHost();
  if (host) return host.store;
  try {
    const { indexedDbStore } = await import('./indexeddb.ts');
    const store = await indexedDbStore();
    // Some browsers open the storage and refuse the first write.
    await store.current();
    return store;
  } catch {
    return memoryStore(sessionPocket);
  }
}

/** A store that tells its listeners of changes. */
export function recordsOver(store: RecordStore, bell: Bell): Records {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  bell.listen(tell);
  return {
    store,
    changed: () => {
      tell();
      bell.ring();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Stores what a page that was closed could only hold, and tells how many records that were. What cannot be stored now
 * is held until the next visit.
 */
export async function takeUpHeld(found: Progress): Promise<number> {
  let stored = 0;
  for (const held of found.held()) {
    await found.record(held).then(
      () => (stored += 1),
      () => undefined,
    );
  }
  return stored;
}

/** The record of one learner. It stays that learner's even when another window changes whose turn it is. */
export function progressOf({ store, changed, subscribe }: Records, learner: Learner): Progress {
  const hold = (draft: StatementDraft): HeldRecord => {
    const held = {
      draft,
      id: newId(),
      timestamp: new Date().toISOString(),
      language: typeof document === 'undefined' ? '' : document.documentElement.lang,
    };
    store.holdRecord?.(learner.id, held);
    rememberRecord();
    return held;
  };
  return {
    durable: store.durable,
    statements: () => store.statements(learner.id),
    hold,
    held: () => store.heldRecords?.(learner.id) ?? [],
    record: async (given) => {
      const { draft, ...stamp } = 'draft' in given ? given : hold(given);
      const statement = await store.append(learner.id, (sequence) =>
        completeStatement(draft, { ...stamp, actor: learner.actor, sequence }),
      );
      changed();
      return statement;
    },
    subscribe,
    loadSnapshot: (key) => store.loadSnapshot(learner.id, key),
    holdSnapshot: (key, value) => {
      store.holdSnapshot?.(learner.id, key, value);
      rememberRecord();
    },
    saveSnapshot: async (key, value) => {
      await store.saveSnapshot(learner.id, key, value);
      // A place in the middle is worth looking for, even before anything is recorded.
      rememberRecord();
    },
    dropSnapshot: (key) => store.dropSnapshot(learner.id, key),
  };
}
