import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { mergeStatements, sequenceAfter } from '../domain/sequence.ts';
import { sequenceOf, type Statement } from '../domain/statement.ts';
import { allHeldAhead, forgetAhead, holdAhead, letGoAhead } from './ahead.ts';
import { newLearner } from './identity.ts';
import { openSnapshotTurns, type SnapshotTurns } from './snapshot-turns.ts';
import type { HeldRecord, Learner, RecordStore } from './store.ts';
import { ProgressTrouble, troubleOf } from './trouble.ts';

interface Schema extends DBSchema {
  learners: { key: string; value: Learner & { readonly added: number } };
  statements: {
    key: [string, string];
    value: { learner: string; id: string; sequence: number; statement: Statement };
    indexes: { order: [string, number] };
  };
  snapshots: {
    key: [string, string];
    value: { learner: string; key: string; value: unknown; version?: string };
  };
  settings: { key: string; value: string };
}
type Database = IDBPDatabase<Schema>;

const NAME = 'custodia';
const VERSION = 1;
/** How long a browser may take to open the storage before the page goes on without it. */
const PATIENCE = 4000;

/** All keys that begin with this learner. */
function keysOf(learner: string): IDBKeyRange {
  return IDBKeyRange.bound([learner], [learner, []]);
}

/**
 * Opens the record store of this browser.
 *
 * @throws ProgressTrouble when the browser has no storage, refuses it, or does not answer
 */
export async function indexedDbStore(patience = PATIENCE): Promise<RecordStore> {
  let open: Database | undefined;
  const connect = async (): Promise<Database> => {
    open ??= await withinTime(
      openDatabase(() => {
        open = undefined;
      }),
      patience,
    );
    return open;
  };
  await connect();
  /** Runs one piece of work and gives every failure a name. */
  const work = async <T>(run: (database: Database) => Promise<T>): Promise<T> => {
    try {
      const connection = await connect();
      try {
        return await run(connection);
      } catch (cause) {
        // Some browsers drop the connection of a window that slept. Nothing was written then: open it anew, once.
        if (troubleOf(cause).kind !== 'closed') throw cause;
        if (open === connection) open = undefined;
        return await run(await connect());
      }
    } catch (cause) {
      throw troubleOf(cause);
    }
  };
  const turns = openSnapshotTurns();
  return {
    durable: true,
    learners: () => work(listLearners),
    current: () => work(currentLearner),
    putLearner: (learner) => work((all) => putLearner(all, learner)),
    choose: (learner) =>
      work(async (all) => {
        await all.put('settings', learner, 'current');
      }),
    removeLearner: async (learner) => {
      await work((all) => removeLearner(all, learner));
      forgetAhead(learner);
    },
    statements: (learner) =>
      work(async (all) => {
        const rows = await all.getAll('statements', keysOf(learner));
        return mergeStatements(
          rows.map((row) => row.statement),
          [],
        );
      }),
    append: async (learner, make) => {
      const statement = await ofLearner(learner, () => work((all) => append(all, learner, make)));
      letGoAhead(learner, recordKey(statement.id));
      return statement;
    },
    holdRecord: (learner, held) => {
      holdAhead(learner, recordKey(held.id), held);
    },
    heldRecords: (learner) =>
      (allHeldAhead(learner, recordKey('')) as HeldRecord[])
        .filter((held) => typeof held.id === 'string' && typeof held.draft === 'object')
        .sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1)),
    merge: (learner, statements) => work((all) => merge(all, learner, statements)),
    loadSnapshot: (learner, key) =>
      work(async (all) => turns.read(learner, key, await all.get('snapshots', [learner, key]))),
    holdSnapshot: turns.hold,
    saveSnapshot: async (learner, key, value) => {
      await ofLearner(learner, () => work((all) => saveSnapshot(all, turns, learner, key, value)));
      turns.letGo(learner, key, value);
    },
    dropSnapshot: async (learner, key) => {
      turns.drop(learner, key);
      await work((all) => all.delete('snapshots', [learner, key]));
    },
  };
}

/** Key under which a learning record waits. */
function recordKey(id: string): string {
  return `record/${id}`;
}

/** Runs work for a learner; of one who was deleted in another window nothing stays behind that waits. */
async function ofLearner<T>(learner: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (troubleOf(cause).kind === 'gone') forgetAhead(learner);
    throw cause;
  }
}

/** Async, because some browsers throw at once where they should reject. `onClosed` is called when the storage is taken away. */
async function openDatabase(onClosed: () => void): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore('learners', { keyPath: 'id' });
      database
        .createObjectStore('statements', { keyPath: ['learner', 'id'] })
        .createIndex('order', ['learner', 'sequence']);
      database.createObjectStore('snapshots', { keyPath: ['learner', 'key'] });
      database.createObjectStore('settings');
    },
    blocking(_current, _blocked, event) {
      // A newer Custodia in another window wants to change the storage: it must not wait for this one.
      onClosed();
      (event.target as IDBDatabase).close();
    },
    terminated: onClosed,
  });
}

/** Rejects when the browser neither opens nor refuses, as happens while another window blocks an upgrade. */
async function withinTime(opening: Promise<Database>, patience: number): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ProgressTrouble('closed'));
      // Opened after all, but nobody waits any more: an open connection would block other windows.
      void opening.then(
        (database) => {
          database.close();
        },
        () => undefined,
      );
    }, patience);
  });
  try {
    return await Promise.race([opening, late]);
  } catch (cause) {
    throw troubleOf(cause);
  } finally {
    clearTimeout(timer);
  }
}

async function listLearners(all: Database): Promise<Learner[]> {
  const rows = await all.getAll('learners');
  return rows.sort((a, b) => a.added - b.added || (a.id < b.id ? -1 : 1)).map(plain);
}

function plain({ id, actor, name, saved }: Learner): Learner {
  return { id, actor, name, saved };
}

async function currentLearner(all: Database): Promise<Learner> {
  const transaction = all.transaction(['learners', 'settings'], 'readwrite');
  const learners = transaction.objectStore('learners');
  const settings = transaction.objectStore('settings');
  const chosen = await settings.get('current');
  const known = await learners.getAll();
  const found = known.find((each) => each.id === chosen) ?? known[0];
  const learner = found ?? { ...newLearner(), added: 0 };
  if (!found) await learners.add(learner);
  if (learner.id !== chosen) await settings.put(learner.id, 'current');
  await transaction.done;
  return plain(learner);
}

async function putLearner(all: Database, learner: Learner): Promise<void> {
  const transaction = all.transaction('learners', 'readwrite');
  const known = await transaction.store.getAll();
  const added =
    known.find((each) => each.id === learner.id)?.added ??
    Math.max(-1, ...known.map((each) => each.added)) + 1;
  await transaction.store.put({ ...plain(learner), added });
  await transaction.done;
}

async function removeLearner(all: Database, learner: string): Promise<void> {
  const transaction = all.transaction(
    ['learners', 'statements', 'snapshots', 'settings'],
    'readwrite',
  );
  await transaction.objectStore('learners').delete(learner);
  await transaction.objectStore('statements').delete(keysOf(learner));
  await transaction.objectStore('snapshots').delete(keysOf(learner));
  if ((await transaction.objectStore('settings').get('current')) === learner) {
    await transaction.objectStore('settings').delete('current');
  }
  await transaction.done;
}

async function append(
  all: Database,
  learner: string,
  make: (sequence: number) => Statement,
): Promise<Statement> {
  const transaction = all.transaction(['learners', 'statements'], 'readwrite');
  // A failed request also rejects `done`; it is awaited below, and must not count as unhandled before.
  transaction.done.catch(() => undefined);
  if ((await transaction.objectStore('learners').getKey(learner)) === undefined) {
    throw new ProgressTrouble('gone');
  }
  const store = transaction.objectStore('statements');
  const last = await store
    .index('order')
    .openKeyCursor(IDBKeyRange.bound([learner], [learner, []]), 'prev');
  const statement = make(sequenceAfter(last ? last.key[1] : 0));
  // Held by a page that was closed, and taken up by this one and another at once.
  const known = await store.get([learner, statement.id]);
  if (known) return known.statement;
  await store.add({ learner, id: statement.id, sequence: sequenceOf(statement), statement });
  await transaction.done;
  return statement;
}

async function merge(
  all: Database,
  learner: string,
  statements: readonly Statement[],
): Promise<number> {
  const transaction = all.transaction(['learners', 'statements'], 'readwrite');
  transaction.done.catch(() => undefined);
  if ((await transaction.objectStore('learners').getKey(learner)) === undefined) {
    throw new ProgressTrouble('gone');
  }
  const store = transaction.objectStore('statements');
  const known = new Set((await store.getAllKeys(keysOf(learner))).map(([, id]) => id));
  const fresh = mergeStatements(statements, []).filter((each) => !known.has(each.id));
  await Promise.all(
    fresh.map((statement) =>
      store.add({ learner, id: statement.id, sequence: sequenceOf(statement), statement }),
    ),
  );
  await transaction.done;
  return fresh.length;
}

async function saveSnapshot(
  all: Database,
  turns: SnapshotTurns,
  learner: string,
  key: string,
  value: unknown,
): Promise<void> {
  const transaction = all.transaction(['learners', 'snapshots'], 'readwrite');
  transaction.done.catch(() => undefined);
  if ((await transaction.objectStore('learners').getKey(learner)) === undefined) {
    throw new ProgressTrouble('gone');
  }
  const store = transaction.objectStore('snapshots');
  const stored = await store.get([learner, key]);
  if (!turns.mayStore(learner, key, stored?.version ?? '')) throw new ProgressTrouble('elsewhere');
  await store.put({ learner, key, value, version: turns.next() });
  await transaction.done;
}
