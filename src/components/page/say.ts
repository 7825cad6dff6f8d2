import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';

/**
 * Attributes that mark interface words (`lang`) inside an article of another language. Empty when both are the
 * same, which is the rule: then the words need no mark and the page stays small.
 */
export function sayAttributes(
  lang: Locale,
  contentLang: Locale = lang,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === contentLang ? {} : { lang: LOCALE_FACTS[lang].tag, dir: LOCALE_FACTS[lang].dir };
}

/** Attributes that mark what a source calls itself (`lang`) in an article of another language; empty in its own. */
export function sourceAttributes(
  source: { readonly lang: string },
  contentLang: Locale,
): { lang?: string } {
  return source.lang.split('-')[0] === contentLang ? {} : { lang: source.lang };
}
