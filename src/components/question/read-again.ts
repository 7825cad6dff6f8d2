import { tellLesson, type Course } from '../../content/catalogue.ts';
import { headingAt } from '../../content/headings.ts';
import type { Locale } from '../../i18n/locales.ts';
import { pageHref } from '../../layouts/links.ts';

/**
 * Where to read again (`lesson` or `lesson#heading` of the spine) as address and words: the heading's where the
 * spine names one, otherwise the lesson's title. `undefined` while that lesson is not published.
 */
export function readAgain(
  course: Course,
  read: string,
  lang: Locale,
): { readonly href: string; readonly title: string; readonly locale: Locale } | undefined {
  const [id = '', english] = read.split('#');
  const lesson = course.lessons.find((each) => each.id === id);
  if (!lesson) return undefined;
  const told = tellLesson(lesson, lang);
  const heading = english && headingAt(lesson.files.pages, english, told.locale);
  return {
    href: pageHref(lang, `${course.id}/${id}/${heading ? `#${heading.id}` : ''}`),
    title: `${lesson.number} ${heading ? heading.text : told.words.title}`,
    locale: told.locale,
  };
}
