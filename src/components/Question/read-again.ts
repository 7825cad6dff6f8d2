import { tellLesson, type Course } from '../../content/catalogue.ts';
import type { Locale } from '../../i18n/locales.ts';
import { pageHref } from '../../layouts/links.ts';

/** Where to read again (`lesson` or `lesson#heading` of the spine) as address and title; `undefined` while that lesson is not published. */
export function readAgain(
  course: Course,
  read: string,
  lang: Locale,
): { readonly href: string; readonly title: string; readonly locale: Locale } | undefined {
  const [id = '', heading] = read.split('#');
  const lesson = course.lessons.find((each) => each.id === id);
  if (!lesson) return undefined;
  const told = tellLesson(lesson, lang);
  return {
    href: pageHref(lang, `${course.id}/${id}/${heading ? `#${heading}` : ''}`),
    title: `${lesson.number} ${told.words.title}`,
    locale: told.locale,
  };
}
