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
 * The heading of a page in one language. Spines name English headings; a translation has the same headings in the
 * same order, so its own is found by position.
 *
 * @param english id of the heading in English
 * @returns `undefined` when the English page has no such heading
 */
export function headingAt(
  pages: LessonFiles['pages'],
  english: string,
  locale: Locale,
): Heading | undefined {
  const source = pages[SOURCE_LOCALE];
  if (!source) return undefined;
  const position = headingsOf(source).findIndex((heading) => heading.id === english);
  return headingsOf(pages[locale] ?? source)[position];
}
