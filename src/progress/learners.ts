import { forgetRecord } from './hint.ts';
import { newLearner } from './identity.ts';
import type { Records } from './progress.ts';
import type { Learner } from './store.ts';

/** Longest name, in characters. */
export const LONGEST_NAME = 40;

/** Why a name was not taken. */
export type NameProblem = 'empty' | 'taken';

/** A name as it is kept: one line, no space around it, not too long. It stays text and is never read as HTML. */
export function tidyName(name: string): string {
  // By whole characters: half of a pair would show as a broken one.
  return Array.from(name.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_NAME).join('').trim();
}

/** What is wrong with a name for the learner `id`; undefined when it can be used. */
export function nameProblem(
  name: string,
  learners: readonly Learner[],
  id?: string,
): NameProblem | undefined {
  const tidy = tidyName(name);
  if (tidy === '') return 'empty';
  return learners.some((each) => each.id !== id && each.name === tidy) ? 'taken' : undefined;
}

/** Adds a learner and makes it their turn. */
export async function addLearner(records: Records, name: string): Promise<Learner> {
  const learner = newLearner(tidyName(name));
  await records.store.putLearner(learner);
  await records.store.choose(learner.id);
  records.changed();
  return learner;
}

/** Gives a learner a name. Nothing in the record changes: names are not part of it. */
export async function nameLearner(records: Records, learner: Learner, name: string): Promise<void> {
  await records.store.putLearner({ ...learner, name: tidyName(name) });
  records.changed();
}

/** Makes it this learner's turn. */
export async function chooseLearner(records: Records, learner: Learner): Promise<void> {
  await records.store.choose(learner.id);
  records.changed();
}

/** Deletes a learner with everything recorded. Nothing on this computer tells that they were here. */
export async function deleteLearner(records: Records, learner: Learner): Promise<void> {
  await records.store.removeLearner(learner.id);
  if ((await records.store.learners()).length === 0) forgetRecord();
  records.changed();
}
