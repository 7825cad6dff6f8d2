import type { Statement } from '../statement.ts';
import { courseEvents } from './events.ts';

/** The lessons of a course that were marked as read, with the day of the first time. */
export function readLessons(
  statements: readonly Statement[],
  course: string,
): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const event of courseEvents(statements, course)) {
    if (event.verb === 'experienced' && event.kind === 'lesson' && !read.has(event.id)) {
      read.set(event.id, event.day);
    }
  }
  return read;
}
