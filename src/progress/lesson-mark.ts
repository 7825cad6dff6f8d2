import { mayHaveRecord } from './hint.ts';

/** A lesson's place in the record, for plain page scripts. The store itself is loaded only when it is needed. */
export interface LessonMark {
  /** Whether the learner has marked the lesson as read. Loads nothing where this browser holds no record. */
  isRead(): Promise<boolean>;
  /** Records that the lesson was read. Resolves with whether that outlives the window; rejects with `ProgressTrouble`. */
  markRead(): Promise<boolean>;
}

/** The mark of one lesson of one course, by their folder names. */
export function lessonMark(course: string, lesson: string): LessonMark {
  const store = () => import('./lesson-store.ts');
  return {
    isRead: async () => mayHaveRecord() && (await store()).isRead(course, lesson),
    markRead: async () => (await store()).markRead(course, lesson),
  };
}
