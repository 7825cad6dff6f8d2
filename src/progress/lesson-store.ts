import { readLessons } from '../domain/folds/lessons.ts';
import { readLesson } from '../domain/statement.ts';
import { openProgress } from './progress.ts';

/** Whether the current learner has read the lesson. */
export async function isRead(course: string, lesson: string): Promise<boolean> {
  const progress = await openProgress();
  return readLessons(await progress.statements(), course).has(lesson);
}

/** Records that the lesson was read; tells whether the record outlives the window. */
export async function markRead(course: string, lesson: string): Promise<boolean> {
  const progress = await openProgress();
  await progress.record(readLesson({ course, lesson }));
  return progress.durable;
}
