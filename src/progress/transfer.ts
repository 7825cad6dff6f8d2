import { openProgressFile, writeProgressFile, type FileContent, type FileRefusal } from './file.ts';
import { rememberRecord } from './hint.ts';
import type { Records } from './progress.ts';
import type { Learner } from './store.ts';

/** A file ready to be handed to the browser. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** Writes the record of a learner. Call `markSaved` once the browser has taken the file. */
export async function saveToFile(
  { store }: Records,
  learner: Learner,
  now: Date,
  notes: boolean,
): Promise<SavedFile> {
  return {
    // No name in it: a file name shows on shared computers.
    name: `custodia-progress-${dayOf(now)}.json`,
    text: writeProgressFile({
      actor: learner.actor,
      statements: await store.statements(learner.id),
      saved: now.toISOString(),
      notes,
    }),
  };
}

/** Remembers the day of the save. */
export async function markSaved(records: Records, learner: Learner, now: Date): Promise<void> {
  await records.store.putLearner({ ...learner, saved: dayOf(now) });
  records.changed();
}

/** What came of a file: refused, waiting for the learner's word, or taken. */
export type LoadOutcome =
  | { readonly kind: 'refused'; readonly why: FileRefusal }
  /** The file was saved by somebody else. Call `takeFile` with the content when the learner says yes. */
  | { readonly kind: 'other'; readonly content: FileContent }
  | {
      readonly kind: 'taken';
      readonly read: number;
      readonly refused: number;
      /** Of those read, how many were not known before. */
      readonly added: number;
    };

/** Loads a file into the record of the learner. Nothing that is there already is changed or lost. */
export async function loadFromFile(
  records: Records,
  learner: Learner,
  file: Blob,
): Promise<LoadOutcome> {
  const content = await openProgressFile(file);
  if (typeof content === 'string') return { kind: 'refused', why: content };
  const own = await records.store.statements(learner.id);
  const known = own.some((each) => each.actor.account.name === content.owner);
  if (content.owner === '' || content.owner === learner.actor || known) {
    return takeFile(records, learner, content);
  }
  const neighbours = (await records.store.learners()).map((each) => each.actor);
  if (own.length === 0 && !neighbours.includes(content.owner)) {
    // The same person on a new computer: an empty record takes over the name in the statements.
    await records.store.putLearner({ ...learner, actor: content.owner });
    return takeFile(records, learner, content);
  }
  return { kind: 'other', content };
}

/** Merges the content of a file into the record of the learner. */
export async function takeFile(
  records: Records,
  learner: Learner,
  content: FileContent,
): Promise<LoadOutcome> {
  const added = await records.store.merge(learner.id, content.statements);
  rememberRecord();
  records.changed();
  return { kind: 'taken', read: content.statements.length, refused: content.refused, added };
}

/** The day on this computer's clock and calendar, `2026-11-23`. */
export function dayOf(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Whole days from one day to another, both `2026-11-23`; negative when the clock went back. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
