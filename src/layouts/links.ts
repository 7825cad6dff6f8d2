import { LOCALES, type Locale } from '../i18n/locales.ts';

/** The address under which the site stands, with a slash at its end: `/` or `/some/folder/`. */
export const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Address of a page below a language: `pageHref('en', 'glossary/')` is `/en/glossary/`. An empty path is the home page. */
export function pageHref(lang: Locale, path = ''): string {
  return `${BASE}${lang}/${path}`;
}

/** Gives the address of a page below the reader's language. */
export type PageLink = (path: string) => string;

/** Address of a file served as it is: `fileHref('leave.html')`. */
export function fileHref(path: string): string {
  return `${BASE}${path}`;
}

/** The same page in every language, in the order of the language list. */
export function sameInAll(path: string): { lang: Locale; href: string }[] {
  return LOCALES.map((lang) => ({ lang, href: pageHref(lang, path) }));
}
