import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { completeStatement, readLesson, sequenceOf, type Statement } from '../domain/statement.ts';
import { newId, newLearner } from './identity.ts';
import { indexedDbStore } from './indexeddb.ts';
import { memoryStore } from './memory.ts';
import { progressOf, takeUpHeld, type Progress } from './progress.ts';
import { ProgressTrouble } from './trouble.ts';

function make(lesson: string, sequence: number): Statement {
  return completeStatement(readLesson({ course: 'a1-tea', lesson }), {
    id: newId(),
    actor: 'actor',
    sequence,
    timestamp: '2026-11-23T10:00:00.000Z',
    language: 'en',
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const adapters = [
  { name: 'IndexedDB', durable: true, open: () => indexedDbStore() },
  { name: 'memory', durable: false, open: () => Promise.resolve(memoryStore()) },
];

describe.each(adapters)('the record store in $name', ({ durable, open }) => {
  test('says whether it outlives the window', async () => {
    expect((await open()).durable).toBe(durable);
  });

  test('makes one learner without a name on first use and keeps to it', async () => {
    const store = await open();
    const learner = await store.current();
    expect(learner.name).toBe('');
    expect(await store.current()).toEqual(learner);
    expect(await store.learners()).toEqual([learner]);
  });

  test('gives each statement the next sequence, also when many are stored at once', async () => {
    const store = await open();
    const { id } = await store.current();
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((lesson) => store.append(id, (n) => make(lesson, n))),
    );
    expect((await store.statements(id)).map(sequenceOf)).toEqual([1, 2, 3, 4]);
  });

  test('continues after the highest sequence that came from a file', async () => {
    const store = await open();
    const { id } = await store.current();
    expect(await store.merge(id, [make('a', 40)])).toBe(1);
    expect(sequenceOf(await store.append(id, (n) => make('b', n)))).toBe(41);
  });

  test('adds a statement once, however often and however doubled it comes', async () => {
    const store = await open();
    const { id } = await store.current();
    const both = [make('a', 1), make('b', 2)];
    expect(await store.merge(id, [...both, ...both])).toBe(2);
    expect(await store.merge(id, both)).toBe(0);
    expect(await store.statements(id)).toEqual(both);
  });

  test('keeps learners apart, and deletes one without a trace and without touching the other', async () => {
    const store = await open();
    const kim = await store.current();
    const sam = newLearner('Sam');
    await store.putLearner(sam);
    await store.choose(sam.id);
    expect(await store.current()).toEqual(sam);
    await store.append(kim.id, (n) => make('a', n));
    await store.append(sam.id, (n) => make('b', n));
    await store.saveSnapshot(sam.id, 'quiz', { at: 1 });
    await store.removeLearner(sam.id);
    expect(await store.current()).toEqual(kim);
    expect(await store.statements(kim.id)).toHaveLength(1);
    await store.putLearner(sam);
    expect(await store.statements(sam.id)).toEqual([]);
    expect(await store.loadSnapshot(sam.id, 'quiz')).toBeUndefined();
  });

  test('changes a learner in place', async () => {
    const store = await open();
    const first = await store.current();
    await store.putLearner(newLearner('Sam'));
    await store.putLearner({ ...first, name: 'Kim' });
    expect((await store.learners()).map((each) => each.name)).toEqual(['Kim', 'Sam']);
  });

  test('refuses to write for a learner who was deleted, and says so by name', async () => {
    const store = await open();
    const { id } = await store.current();
    await store.removeLearner(id);
    const trouble = { name: 'ProgressTrouble', kind: 'gone' };
    await expect(store.append(id, (n) => make('a', n))).rejects.toMatchObject(trouble);
    await expect(store.merge(id, [make('a', 1)])).rejects.toMatchObject(trouble);
    await expect(store.saveSnapshot(id, 'quiz', 1)).rejects.toMatchObject(trouble);
  });

  test('stores, changes and drops snapshots; later changes to the object do not reach the store', async () => {
    const store = await open();
    const { id } = await store.current();
    const value = { at: 1 };
    await store.saveSnapshot(id, 'quiz', value);
    value.at = 2;
    expect(await store.loadSnapshot(id, 'quiz')).toEqual({ at: 1 });
    await store.dropSnapshot(id, 'quiz');
    expect(await store.loadSnapshot(id, 'quiz')).toBeUndefined();
  });
});

/** A `localStorage` as browsers have it: its keys are its own properties. */
function pocketBrowser(): Storage {
  const pocket = {} as Record<string, string>;
  const methods = {
    getItem: (name: string) => pocket[name] ?? null,
    setItem: (name: string, text: string) => {
      if (text.length > 1000) throw new Error('QuotaExceededError');
      pocket[name] = text;
    },
    removeItem: (name: string) => {
      Reflect.deleteProperty(pocket, name);
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(pocket, name, { value, enumerable: false });
  }
  return pocket as unknown as Storage;
}

describe('a page that is closed before its last snapshot is stored', () => {
  let pocket: Storage;
  beforeEach(() => {
    pocket = pocketBrowser();
    vi.stubGlobal('localStorage', pocket);
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('comes back to that snapshot, and lets go of it once it is stored', async () => {
    const closed = await indexedDbStore();
    const { id } = await closed.current();
    await closed.saveSnapshot(id, 'quiz', { at: 1 });
    closed.holdSnapshot?.(id, 'quiz', { at: 2 });
    const next = await indexedDbStore();
    expect(await next.loadSnapshot(id, 'quiz')).toEqual({ at: 2 });
    await next.saveSnapshot(id, 'quiz', { at: 2 });
    expect(Object.keys(pocket)).toEqual([]);
    expect(await next.loadSnapshot(id, 'quiz')).toEqual({ at: 2 });
  });

  test('never lets an older snapshot that is stored late hide a newer one that waits', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    store.holdSnapshot?.(id, 'quiz', { at: 1 });
    const slow = store.saveSnapshot(id, 'quiz', { at: 1 });
    store.holdSnapshot?.(id, 'quiz', { at: 2 });
    await slow;
    expect(await store.loadSnapshot(id, 'quiz')).toEqual({ at: 2 });
  });

  test('keeps nothing of a learner who is deleted or of a snapshot that is dropped', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    store.holdSnapshot?.(id, 'quiz', 1);
    store.holdSnapshot?.(id, 'case', 1);
    await store.dropSnapshot(id, 'quiz');
    expect(await store.loadSnapshot(id, 'quiz')).toBeUndefined();
    await store.removeLearner(id);
    expect(Object.keys(pocket)).toEqual([]);
  });

  test('keeps to the storage when the browser takes no more, or gives back what is damaged', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    await store.saveSnapshot(id, 'quiz', { at: 1 });
    store.holdSnapshot?.(id, 'quiz', { at: 2 });
    store.holdSnapshot?.(id, 'quiz', { at: 'x'.repeat(2000) });
    expect(await store.loadSnapshot(id, 'quiz')).toEqual({ at: 1 });
    pocket.setItem(`custodia:ahead:${id}:quiz`, '{"at":');
    expect(await store.loadSnapshot(id, 'quiz')).toEqual({ at: 1 });
  });
});

describe('a page that is closed before its last record is stored', () => {
  let pocket: Storage;
  beforeEach(() => {
    pocket = pocketBrowser();
    vi.stubGlobal('localStorage', pocket);
  });
  afterEach(() => void vi.unstubAllGlobals());

  const open = async (): Promise<Progress> => {
    const store = await indexedDbStore();
    return progressOf(
      { store, changed: () => undefined, subscribe: () => () => undefined },
      await store.current(),
    );
  };
  const lessons = async (from: Progress): Promise<string[]> =>
    (await from.statements()).map(({ object }) => object.id.split('/').pop() ?? '');

  test('finds it on the next visit, once, with the time at which it happened', async () => {
    const closed = await open();
    const held = ['one', 'two'].map((lesson) =>
      closed.hold(readLesson({ course: 'a1-tea', lesson })),
    );
    const next = await open();
    expect(await takeUpHeld(next)).toBe(2);
    expect(await lessons(next)).toEqual(['one', 'two']);
    expect((await next.statements()).map(({ timestamp }) => timestamp)).toEqual(
      held.map(({ timestamp }) => timestamp),
    );
    expect(Object.keys(pocket).filter((name) => name.startsWith('custodia:ahead:'))).toEqual([]);
    expect(await takeUpHeld(await open())).toBe(0);
  });

  test('has it once when its own page stored it after all', async () => {
    const slow = await open();
    const held = slow.hold(readLesson({ course: 'a1-tea', lesson: 'one' }));
    const next = await open();
    await takeUpHeld(next);
    await slow.record(held);
    expect(await lessons(next)).toEqual(['one']);
  });

  test('leaves what is damaged alone, and nothing behind of a learner who was deleted', async () => {
    const closed = await open();
    const store = await indexedDbStore();
    const { id } = await store.current();
    pocket.setItem(`custodia:ahead:${id}:record/x`, '{"id":1}');
    expect(await takeUpHeld(closed)).toBe(0);
    await store.removeLearner(id);
    await expect(
      closed.record(readLesson({ course: 'a1-tea', lesson: 'one' })),
    ).rejects.toMatchObject({ kind: 'gone' });
    expect(Object.keys(pocket).filter((name) => name.startsWith('custodia:ahead:'))).toEqual([]);
  });
});

describe('two windows on one part of a course', () => {
  beforeEach(() => void vi.stubGlobal('localStorage', pocketBrowser()));
  afterEach(() => void vi.unstubAllGlobals());

  test('the one that is behind is told so and wipes nothing, until it has read again', async () => {
    const [one, two] = await Promise.all([indexedDbStore(), indexedDbStore()]);
    const { id } = await one.current();
    await Promise.all([one.loadSnapshot(id, 'quiz'), two.loadSnapshot(id, 'quiz')]);
    await one.saveSnapshot(id, 'quiz', { at: 1 });
    await one.saveSnapshot(id, 'quiz', { at: 2 });
    two.holdSnapshot?.(id, 'quiz', { at: 'behind' });
    const behind = { name: 'ProgressTrouble', kind: 'elsewhere' };
    await expect(two.saveSnapshot(id, 'quiz', { at: 'behind' })).rejects.toMatchObject(behind);
    two.holdSnapshot?.(id, 'quiz', { at: 'still behind' });
    expect(await (await indexedDbStore()).loadSnapshot(id, 'quiz')).toEqual({ at: 2 });
    expect(await two.loadSnapshot(id, 'quiz')).toEqual({ at: 2 });
    await two.saveSnapshot(id, 'quiz', { at: 3 });
    await expect(one.saveSnapshot(id, 'quiz', { at: 'behind' })).rejects.toMatchObject(behind);
    expect(await (await indexedDbStore()).loadSnapshot(id, 'quiz')).toEqual({ at: 3 });
  });

  test('what a closed window held is not taken up when another has gone on since', async () => {
    const [one, two] = await Promise.all([indexedDbStore(), indexedDbStore()]);
    const { id } = await one.current();
    await Promise.all([one.loadSnapshot(id, 'quiz'), two.loadSnapshot(id, 'quiz')]);
    two.holdSnapshot?.(id, 'quiz', { at: 'held' });
    await one.saveSnapshot(id, 'quiz', { at: 1 });
    expect(await (await indexedDbStore()).loadSnapshot(id, 'quiz')).toEqual({ at: 1 });
  });

  test('a part that was begun anew is kept like any other', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    await store.saveSnapshot(id, 'quiz', { at: 1 });
    await store.loadSnapshot(id, 'quiz');
    await store.dropSnapshot(id, 'quiz');
    store.holdSnapshot?.(id, 'quiz', { at: 'anew' });
    expect(await (await indexedDbStore()).loadSnapshot(id, 'quiz')).toEqual({ at: 'anew' });
  });
});

describe('IndexedDB alone', () => {
  test('keeps everything for the next visit', async () => {
    const first = await indexedDbStore();
    const { id } = await first.current();
    const statement = await first.append(id, (n) => make('a', n));
    const second = await indexedDbStore();
    expect(await second.current()).toMatchObject({ id });
    expect(await second.statements(id)).toEqual([statement]);
  });

  test('two windows never give one sequence twice', async () => {
    const [one, two] = await Promise.all([indexedDbStore(), indexedDbStore()]);
    const { id } = await one.current();
    await Promise.all(
      Array.from('abcdef').map((lesson, index) =>
        (index % 2 ? one : two).append(id, (n) => make(lesson, n)),
      ),
    );
    expect((await two.statements(id)).map(sequenceOf)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('tells a full disk by name and shows nothing of what was not stored', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.append(id, (n) => make('a', n))).rejects.toMatchObject({ kind: 'full' });
    add.mockRestore();
    expect(await store.statements(id)).toEqual([]);
  });

  test('makes way for a newer version in another window and then refuses by name', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('custodia', 2);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(new Error('not opened'));
    });
    await expect(store.append(id, (n) => make('a', n))).rejects.toMatchObject({ kind: 'closed' });
  });

  test('opens again after the browser dropped the connection', async () => {
    const store = await indexedDbStore();
    const { id } = await store.current();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.statements(id);
    const [connection] = transaction.mock.contexts;
    transaction.mockRestore();
    forceCloseDatabase(connection as never);
    expect(sequenceOf(await store.append(id, (n) => make('a', n)))).toBe(1);
  });

  test('gives up by name when the browser does not answer', async () => {
    // Another window holds the storage open and ignores that it is to be deleted: everybody after it waits.
    await new Promise<void>((resolve) => {
      indexedDB.open('custodia', 1).onsuccess = () => resolve();
    });
    indexedDB.deleteDatabase('custodia');
    await expect(indexedDbStore(20)).rejects.toBeInstanceOf(ProgressTrouble);
  });

  test('gives up by name when the browser refuses', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await expect(indexedDbStore()).rejects.toMatchObject({ kind: 'unknown' });
  });
});

describe('memory alone', () => {
  test('carries the record to the next page of the window through its pocket', async () => {
    let kept: string | null = null;
    const pocket = {
      read: () => kept,
      write: (text: string) => {
        kept = text;
      },
    };
    const first = memoryStore(pocket);
    const { id } = await first.current();
    const statement = await first.append(id, (n) => make('a', n));
    const second = memoryStore(pocket);
    expect((await second.current()).id).toBe(id);
    expect(await second.statements(id)).toEqual([statement]);
  });

  test('works when the pocket is refused or holds something else', async () => {
    const refused = () => {
      throw new DOMException('no', 'SecurityError');
    };
    for (const pocket of [
      { read: refused, write: refused },
      { read: () => '<html>', write: refused },
      { read: () => '{"learners":7}', write: refused },
    ]) {
      const store = memoryStore(pocket);
      const { id } = await store.current();
      await store.append(id, (n) => make('a', n));
      expect(await store.statements(id)).toHaveLength(1);
    }
  });
});
