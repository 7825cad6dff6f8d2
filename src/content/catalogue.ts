import type { z } from 'zod';
import { SOURCE_LOCALE, type Locale } from '../i18n/locales.ts';
import {
  readLibrary,
  problemsOf,
  type CourseFiles,
  type LessonFiles,
  type Library,
  type Pair,
} from './library.ts';
import { formatProblem } from './problem.ts';
import type { Source } from './read.ts';
import type { CourseSpine, CourseWords } from './schemas/course.ts';
import type { LessonSpine, LessonWords } from './schemas/lesson.ts';
import { stamp } from './translation/stamp.ts';

/** Words in the reader's language, or in English where nobody has translated them yet. */
export interface Told<T> {
  readonly words: T;
  /** The language the words are in: the reader's, or the source language. */
  readonly locale: Locale;
  /**
   * `source` English itself; `draft`, `reviewed` a translation; `stale` one whose English has
   * changed since; `fallback` English shown instead.
   */
  readonly state: 'source' | 'draft' | 'reviewed' | 'stale' | 'fallback';
}

/** A published course: its spine is sound and its status is `ready`. */
export interface Course {
  readonly id: string;
  readonly folder: string;
  readonly spine: z.infer<typeof CourseSpine>;
  readonly files: CourseFiles;
  /** Published lessons in reading order. */
  readonly lessons: readonly Lesson[];
}

/** A published lesson. */
export interface Lesson {
  readonly id: string;
  readonly folder: string;
  readonly spine: z.infer<typeof LessonSpine>;
  readonly files: LessonFiles;
  /** `A2.4` for the fourth lesson; `A2.0` for the page of what is needed first. */
  readonly number: string;
}

let cached: Library | undefined;

/**
 * The library of this build, read once. Throws with every problem listed when `courses/` is not sound:
 * a build must never publish half a course.
 */
export function library(): Library {
  if (!cached) {
    const read = readLibrary(process.cwd());
    const errors = problemsOf(read).filter((problem) => problem.severity === 'error');
    if (errors.length > 0) {
      throw new Error(
        `courses/ has ${errors.length} problems:\n${errors.map(formatProblem).join('\n')}`,
      );
    }
    cached = read;
  }
  return cached;
}

/** The data of a file that `library` has found sound. */
export function dataOf<T>(source: Source<T>): T {
  if (source.data === undefined)
    throw new Error(`${source.file} has problems; run \`npm run check\`.`);
  return source.data;
}

/** All published courses, in the order of the map. */
export function courses(): Course[] {
  const order = dataOf(library().modules).modules.map((module) => module.id);
  return library()
    .courses.filter((files) => dataOf(files.spine).status === 'ready')
    .map((files) => {
      const spine = dataOf(files.spine);
      const lessons = spine.lessons
        .map((id) => files.lessons.find((lesson) => lesson.id === id))
        .filter((lesson) => lesson !== undefined)
        .filter((lesson) => dataOf(lesson.spine).status === 'ready')
        .map((lesson) => ({
          id: lesson.id,
          folder: lesson.folder,
          spine: dataOf(lesson.spine),
          files: lesson,
          number: `${spine.code}.${spine.lessons.indexOf(lesson.id)}`,
        }));
      return { id: files.id, folder: files.folder, spine, files, lessons };
    })
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** The words of a pair of spine and words in the reader's language, or the English ones. */
export function tell<T>(words: Partial<Record<Locale, Source<T>>>, locale: Locale): Told<T> {
  const source = words[SOURCE_LOCALE];
  const own = words[locale];
  if (locale === SOURCE_LOCALE && source) {
    return { words: dataOf(source), locale, state: 'source' };
  }
  if (own && source) {
    const data = dataOf(own);
    const head = (data as { translation?: { of: string; state: 'draft' | 'reviewed' } })
      .translation;
    const fresh = head?.of === stamp(source.text);
    return { words: data, locale, state: fresh ? head.state : 'stale' };
  }
  if (!source)
    throw new Error(`There are no English words for ${own?.file ?? `a page in ${locale}`}.`);
  return { words: dataOf(source), locale: SOURCE_LOCALE, state: 'fallback' };
}

/** The words of the course page. */
export function tellCourse(course: Course, locale: Locale): Told<z.infer<typeof CourseWords>> {
  return tell(course.files.words, locale);
}

/** The front matter of a lesson; the running text is rendered from the collection entry of `told.locale`. */
export function tellLesson(lesson: Lesson, locale: Locale): Told<z.infer<typeof LessonWords>> {
  return tell(lesson.files.pages, locale);
}

/** Spine and words of a quiz, scenario or lab, checked. */
export function tellPair<S, W>(pair: Pair<S, W>, locale: Locale): Told<W> & { readonly spine: S } {
  return { ...tell(pair.words, locale), spine: dataOf(pair.spine) };
}

/** Title and summary of every module of the map, with whether it is published. */
export function modules(locale: Locale): {
  id: string;
  code: string;
  track: 'f' | 'a' | 'b' | 'c';
  /** Core minutes: declared by the published course, or planned. */
  minutes: number;
  /** Minutes of the folded parts; `undefined` until the course is published. */
  deeper: number | undefined;
  /** The light version, where a role takes one. */
  light: { lessons: readonly number[]; minutes: number } | undefined;
  /** Places of the discussion guide it answers, or will. */
  answers: readonly string[];
  title: string;
  short: string;
  summary: string;
  course: Course | undefined;
}[] {
  const told = tell(library().moduleWords, locale).words.modules;
  const published = courses();
  return dataOf(library().modules).modules.map((module) => {
    const words = told[module.id];
    if (!words) throw new Error(`courses/modules.${locale}.yaml has no words for ${module.id}.`);
    const course = published.find((candidate) => candidate.id === module.id);
    return {
      ...module,
      light: module.light,
      minutes: course?.spine.minutes.core ?? module.minutes,
      deeper: course?.spine.minutes.deeper,
      answers: course?.spine.answers ?? module.answers,
      ...words,
      course,
    };
  });
}
