import type { z } from 'zod';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { CourseFiles, LessonFiles, Library } from '../library.ts';
import type { Page, Source } from '../read.ts';
import type { LessonWords } from '../schemas/lesson.ts';

/** One page of one lesson in one language, with where it belongs. */
export interface LessonPage {
  readonly course: CourseFiles;
  readonly lesson: LessonFiles;
  readonly locale: Locale;
  readonly page: Page<z.infer<typeof LessonWords>>;
}

/** Every lesson page of the library, language by language. */
export function lessonPages(library: Library): LessonPage[] {
  return library.courses.flatMap((course) =>
    course.lessons.flatMap((lesson) =>
      LOCALES.flatMap((locale) => {
        const page = lesson.pages[locale];
        return page ? [{ course, lesson, locale, page }] : [];
      }),
    ),
  );
}

/** A source file in English with its translations. */
export interface Translated {
  readonly source: Source<unknown>;
  readonly translations: readonly { locale: Locale; file: Source<unknown> }[];
}

/**
 * Every set of words that is translated: module titles, needs, instruments and mechanisms, course
 * words, lessons, quiz, scenario, labs.
 */
export function translatedFiles(library: Library): Translated[] {
  const sets: Partial<Record<Locale, Source<unknown>>>[] = [
    library.moduleWords,
    ...[library.needs, ...library.references].flatMap((pair) => (pair ? [pair.words] : [])),
    ...library.courses.flatMap((course) => [
      course.words,
      ...course.lessons.map((lesson) => lesson.pages),
      ...[course.quiz, course.scenario, ...course.labs].flatMap((pair) =>
        pair ? [pair.words] : [],
      ),
    ]),
  ];
  return sets.flatMap((set) => {
    const source = set.en;
    if (!source) return [];
    const translations = LOCALES.flatMap((locale) => {
      const file = set[locale];
      return locale !== 'en' && file ? [{ locale, file }] : [];
    });
    return [{ source, translations }];
  });
}
