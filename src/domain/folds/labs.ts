import type { Score, Statement } from '../statement.ts';
import { courseEvents } from './events.ts';

/** How far a lab has come. */
export interface LabState {
  /** The latest result of each finished step, with its day. */
  readonly steps: ReadonlyMap<string, Score & { readonly day: string }>;
  /** Day on which the finding was first written; undefined before. The finding is the end of a lab. */
  readonly finding: string | undefined;
}

/** The steps and the finding of one lab since the last reset of its course. */
export function labState(statements: readonly Statement[], course: string, lab: string): LabState {
  const steps = new Map<string, Score & { day: string }>();
  let finding: string | undefined;
  for (const { verb, kind, id, day, statement } of courseEvents(statements, course)) {
    if (verb !== 'completed') continue;
    if (kind === 'finding' && id === lab) finding ??= day;
    if (kind === 'step' && id.startsWith(`${lab}/`)) {
      const score = statement.result?.score;
      steps.set(id.slice(lab.length + 1), { right: score?.raw ?? 0, of: score?.max ?? 0, day });
    }
  }
  return { steps, finding };
}
