import type { Statement } from '../statement.ts';
import { contextText, courseEvents } from './events.ts';

/** How a practice item went. */
export interface PracticeResult {
  readonly tries: number;
  /** Whether the first try was right. */
  readonly rightAtFirst: boolean;
  /** Whether the latest try was right. */
  readonly right: boolean;
}

/** The practice items of a course that were answered, by item. Answers inside forms do not count as practice. */
export function practiceResults(
  statements: readonly Statement[],
  course: string,
): ReadonlyMap<string, PracticeResult> {
  const results = new Map<string, PracticeResult>();
  for (const event of courseEvents(statements, course)) {
    if (event.verb !== 'answered' || event.kind !== 'item' || contextText(event, 'form') !== 'p') {
      continue;
    }
    const right = event.statement.result?.success === true;
    const before = results.get(event.id);
    results.set(event.id, {
      tries: (before?.tries ?? 0) + 1,
      rightAtFirst: before?.rightAtFirst ?? right,
      right,
    });
  }
  return results;
}
