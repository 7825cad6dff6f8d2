import type { CoursePart } from '../domain/folds/course.ts';

/** Key of what is stored to go on with a part of a course that was left in the middle. A lesson has none. */
export function snapshotKey(course: string, kind: 'form' | 'case' | 'lab', id: string): string {
  const name = { form: `quiz-${id}`, case: 'case', lab: `lab-${id}` }[kind];
  return `${course}/${name}`;
}

/** Key of what a learner had entered in an older version of a part, as a text. Saves of the part leave it alone. */
export function olderKey(key: string): string {
  return `${key}/older`;
}

/** The keys of all parts of a course, with those of their older versions. */
export function snapshotKeys(course: string, parts: readonly CoursePart[]): string[] {
  return parts.flatMap(({ kind, id }) =>
    kind === 'lesson'
      ? []
      : [snapshotKey(course, kind, id), olderKey(snapshotKey(course, kind, id))],
  );
}
