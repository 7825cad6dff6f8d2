import type { Statement } from '../../../domain/statement.ts';
import { memoryStore } from '../../../progress/memory.ts';
import { newId } from '../../../progress/identity.ts';
import type { RecordStore } from '../../../progress/store.ts';
import type { CourseModel } from '../model.ts';
import { readRecord, writeRecord, type Carried, type Room, type Written } from '../state/code.ts';
import { foldRecord } from '../state/folded.ts';
import { nameOfStatement, unfoldRecord } from '../state/unfolded.ts';

/** The record of the one learner whom the LMS has opened the course for. */
export interface LmsRecord {
  readonly store: RecordStore;
  /** True when the LMS held a record that this version cannot read. Nothing may be written over it unasked. */
  readonly unreadable: boolean;
  /** True when parts of the record belong to another version of the course. They are carried along. */
  readonly foreign: boolean;
  /** Everything that was learned, in order. */
  statements(): readonly Statement[];
  /** The record as a text for the LMS. At once: a page that closes waits for nothing. */
  write(room: Room): Written;
}

/**
 * A record over a text that the LMS kept. Lives in memory; `onChange` is called after every change, with the
 * statements that are new, so that the LMS can be told.
 */
export async function openLmsRecord(
  kept: string,
  model: CourseModel,
  onChange: (fresh: readonly Statement[]) => void,
): Promise<LmsRecord> {
  const read = readRecord(kept, model);
  const carried: Carried | undefined = read.kind === 'read' ? read.carried : undefined;
  const memory = memoryStore();
  const actor = carried?.actor ?? newId();
  const learner = { id: 'lms', actor, name: '', saved: '' };
  await memory.putLearner(learner);
  await memory.choose(learner.id);
  if (carried) {
    const { lang } = document.documentElement;
    await memory.merge(learner.id, unfoldRecord(carried.folded, model, actor, lang));
    for (const [key, value] of Object.entries(carried.snapshots)) {
      await memory.saveSnapshot(learner.id, key, value);
    }
  }
  // What the store holds, kept beside it, so that it can be written without waiting.
  const snapshots = new Map(Object.entries(carried?.snapshots ?? {}));
  const all = [...(await memory.statements(learner.id))];
  const names = new Set(all.map(({ id }) => id));
  let owner = actor;
  const store: RecordStore = {
    ...memory,
    // What the LMS keeps outlives the window.
    durable: true,
    append: async (who, make) => {
      const statement = await memory.append(who, (sequence) => named(make(sequence), names));
      names.add(statement.id);
      all.push(statement);
      onChange([statement]);
      return statement;
    },
    merge: async (who, statements) => {
      const fresh = statements.filter(({ id }) => !names.has(id));
      const added = await memory.merge(who, statements);
      fresh.forEach(({ id }) => names.add(id));
      all.push(...fresh);
      onChange([]);
      return added;
    },
    putLearner: async (changed) => {
      await memory.putLearner(changed);
      if (changed.id === learner.id) owner = changed.actor;
    },
    // There is one learner, and the LMS says who. Deleting means: nothing of it is kept.
    removeLearner: async (who) => {
      for (const key of snapshots.keys()) await memory.dropSnapshot(who, key);
      snapshots.clear();
      all.length = 0;
      names.clear();
      await memory.removeLearner(who);
      await memory.putLearner(learner);
      onChange([]);
    },
    saveSnapshot: async (who, key, value) => {
      await memory.saveSnapshot(who, key, value);
      snapshots.set(key, await memory.loadSnapshot(who, key));
      onChange([]);
    },
    dropSnapshot: async (who, key) => {
      await memory.dropSnapshot(who, key);
      snapshots.delete(key);
      onChange([]);
    },
  };
  return {
    store,
    unreadable: read.kind === 'unreadable',
    foreign: (carried?.foreign.length ?? 0) > 0,
    statements: () => all,
    write: (room) =>
      writeRecord(
        {
          actor: owner,
          folded: foldRecord(all, model),
          snapshots: Object.fromEntries(snapshots),
          foreign: carried?.foreign ?? [],
        },
        model,
        room,
      ),
  };
}

/** A statement under the name that follows from what it says; a repetition gets the next one. */
function named(statement: Statement, taken: ReadonlySet<string>): Statement {
  let repeat = 0;
  let id = nameOfStatement(statement);
  while (taken.has(id)) id = nameOfStatement(statement, (repeat += 1));
  return { ...statement, id };
}
