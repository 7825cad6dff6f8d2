import GithubSlugger from 'github-slugger';
import { SOURCE_LOCALE, type Locale } from '../i18n/locales.ts';
import type { LessonFiles } from './library.ts';
import { outline } from './mdx.ts';
import type { Page } from './read.ts';

/** A heading of a page with the id that the built page gives it (the renderer uses the same slugger). */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** The headings of a page's running text, in order. */
export function headingsOf(page: Page<unknown>): Heading[] {
  const slugger = new GithubSlugger();
  return outline(page)
    .sections.map((section) => section.heading)
    .filter((text) => text !== '')
    .map((text) => ({ id: slugger.slug(text), text }));
}

/**
 * Where "Read again" leads in one language. Spines name English headings; a translation has the same
 * headings in the same order, so its own heading is found by position.
 *
 * @param read `lesson-folder` or `lesson-folder#english-heading-id`
 * @returns the lesson's id, the heading in the language shown, or `undefined` when the spine names none
 */
export function readAgain(
  lessons: readonly { readonly id: string; readonly files: LessonFiles }[],
  read: string,
  locale: Locale,
): { lesson: string; heading: Heading | undefined } {
  const [lessonId = '', headingId] = read.split('#');
  const pages = lessons.find((lesson) => lesson.id === lessonId)?.files.pages;
  const english = pages?.[SOURCE_LOCALE];
  if (!english || headingId === undefined) return { lesson: lessonId, heading: undefined };
  const position = headingsOf(english).findIndex((heading) => heading.id === headingId);
  return { lesson: lessonId, heading: headingsOf(pages[locale] ?? english)[position] };
}
