import { compareStatements, mergeStatements, sequenceAfter } from '../domain/sequence.ts';
import { sequenceOf, type Statement } from '../domain/statement.ts';
import { newLearner } from './identity.ts';
import type { Learner, RecordStore } from './store.ts';
import { ProgressTrouble } from './trouble.ts';

/** Keeps one text; gives it back on the next page of the same window, where the browser allows that. */
export interface Pocket {
  read(): string | null;
  write(text: string): void;
}

interface State {
  current: string;
  learners: Learner[];
  statements: Record<string, readonly Statement[]>;
  snapshots: Record<string, Record<string, unknown>>;
}

/** `sessionStorage` as a pocket: carries the record from page to page of one window. */
export const sessionPocket: Pocket = {
  read: () => sessionStorage.getItem('custodia:window'),
  write: (text) => {
    sessionStorage.setItem('custodia:window', text);
  },
};

/** A record store that lasts as long as the window, for browsers that refuse storage. */
export function memoryStore(pocket?: Pocket): RecordStore {
  const state = restore(pocket);
  const keep = (): void => {
    try {
      pocket?.write(JSON.stringify(state));
    } catch {
      /* The page already says that this window keeps nothing. */
    }
  };
  const known = (learner: string): void => {
    if (!state.learners.some((each) => each.id === learner)) throw new ProgressTrouble('gone');
  };
  const run = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work());
    });
  return {
    durable: false,
    learners: () => run(() => [...state.learners]),
    current: () =>
      run(() => {
        const chosen = state.learners.find((each) => each.id === state.current);
        if (chosen) return chosen;
        const learner = state.learners[0] ?? newLearner();
        if (state.learners.length === 0) state.learners.push(learner);
        state.current = learner.id;
        keep();
        return learner;
      }),
    putLearner: (learner) =>
      run(() => {
        const at = state.learners.findIndex((each) => each.id === learner.id);
        if (at < 0) state.learners.push(learner);
        else state.learners[at] = learner;
        keep();
      }),
    choose: (learner) =>
      run(() => {
        known(learner);
        state.current = learner;
        keep();
      }),
    removeLearner: (learner) =>
      run(() => {
        state.learners = state.learners.filter((each) => each.id !== learner);
        state.statements = without(state.statements, learner);
        state.snapshots = without(state.snapshots, learner);
        keep();
      }),
    statements: (learner) =>
      run(() => [...(state.statements[learner] ?? [])].sort(compareStatements)),
    append: (learner, make) =>
      run(() => {
        known(learner);
        const all = state.statements[learner] ?? [];
        const statement = make(sequenceAfter(Math.max(0, ...all.map(sequenceOf))));
        state.statements[learner] = [...all, statement];
        keep();
        return statement;
      }),
    merge: (learner, statements) =>
      run(() => {
        known(learner);
        const before = state.statements[learner] ?? [];
        const ids = new Set(before.map((each) => each.id));
        const fresh = mergeStatements([], statements).filter((each) => !ids.has(each.id));
        state.statements[learner] = [...before, ...fresh];
        keep();
        return fresh.length;
      }),
    loadSnapshot: (learner, key) => run(() => state.snapshots[learner]?.[key]),
    saveSnapshot: (learner, key, value) =>
      run(() => {
        known(learner);
        (state.snapshots[learner] ??= {})[key] = structuredCloneOf(value);
        keep();
      }),
    dropSnapshot: (learner, key) =>
      run(() => {
        state.snapshots[learner] = without(state.snapshots[learner] ?? {}, key);
        keep();
      }),
  };
}

/** A copy that later changes do not reach. Snapshots are JSON; `structuredClone` is missing in the oldest browsers. */
function structuredCloneOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));
}

function restore(pocket: Pocket | undefined): State {
  try {
    const state = JSON.parse(pocket?.read() ?? 'null') as State | null;
    if (state && Array.isArray(state.learners)) return state;
  } catch {
    /* Nothing was kept, or not by us. */
  }
  return { current: '', learners: [], statements: {}, snapshots: {} };
}
