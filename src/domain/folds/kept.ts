import type { Statement } from '../statement.ts';
import { courseEvents } from './events.ts';

/**
 * The learner's own texts of one kind, by what they belong to: the latest of each. A text kept empty was taken back.
 */
export function keptTexts(
  statements: readonly Statement[],
  course: string,
  kind: string,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const event of courseEvents(statements, course)) {
    if (event.verb !== 'kept' || event.kind !== 'text' || !event.id.startsWith(`${kind}/`))
      continue;
    const id = event.id.slice(kind.length + 1);
    const text = event.statement.result?.response ?? '';
    if (text) texts.set(id, text);
    else texts.delete(id);
  }
  return texts;
}
