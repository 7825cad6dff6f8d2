import type { Statement, StatementDraft } from '../domain/statement.ts';

/** One of the people who learn on this computer. Stays on it: only `actor` is ever written into a statement. */
export interface Learner {
  /** Key of the record on this computer. */
  readonly id: string;
  /** The random name that stands in statements. */
  readonly actor: string;
  /** What the learner wants to be called; empty for the only learner of a computer. Text, never HTML. */
  readonly name: string;
  /** Day of the last save to a file, `2026-11-23`; empty when there was none. */
  readonly saved: string;
}

/** A learning record that waits to be stored, with what it was stamped with when it happened. */
export interface HeldRecord {
  readonly draft: StatementDraft;
  readonly id: string;
  /** UTC, ISO 8601 with `Z`. */
  readonly timestamp: string;
  /** Language of the page; empty outside of one. */
  readonly language: string;
}

/** Where learning records are kept. Adapters: IndexedDB, memory, and the LMS ones of `src/editions/lms/`. All calls may reject with `ProgressTrouble`. */
export interface RecordStore {
  /** False when nothing outlives the window. */
  readonly durable: boolean;
  /** All learners, in the order in which they were added. */
  learners(): Promise<readonly Learner[]>;
  /** The learner whose turn it is; makes one on first use. */
  current(): Promise<Learner>;
  /** Adds or changes a learner. */
  putLearner(learner: Learner): Promise<void>;
  /** Makes this the learner whose turn it is. */
  choose(learner: string): Promise<void>;
  /** Deletes the learner with every statement and snapshot. Leaves no trace. */
  removeLearner(learner: string): Promise<void>;
  /** A learner's statements in order. */
  statements(learner: string): Promise<readonly Statement[]>;
  /** Stores what `make` gives for the next sequence, in one transaction: two windows never get the same one. A statement whose id is known is given back as it is. */
  append(learner: string, make: (sequence: number) => Statement): Promise<Statement>;
  /** Keeps a learning record at once, until `append` has stored the one with its id. Only where storing takes time. */
  holdRecord?(learner: string, held: HeldRecord): void;
  /** What was held and never stored, because the page was closed before; in the order in which it happened. */
  heldRecords?(learner: string): readonly HeldRecord[];
  /** Adds the statements that are not known yet and tells how many those were. All or nothing. */
  merge(learner: string, statements: readonly Statement[]): Promise<number>;
  loadSnapshot(learner: string, key: string): Promise<unknown>;
  /** Keeps a snapshot at once, until `saveSnapshot` has stored it. Only where storing takes time. */
  holdSnapshot?(learner: string, key: string, value: unknown): void;
  saveSnapshot(learner: string, key: string, value: unknown): Promise<void>;
  dropSnapshot(learner: string, key: string): Promise<void>;
}
