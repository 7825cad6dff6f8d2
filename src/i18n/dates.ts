import { LOCALE_FACTS, type Locale } from './locales.ts';

/**
 * A function that writes a day such as `2026-11-23` the way readers of the language do, always with the
 * digits 0-9 and the Gregorian calendar, so that dates compare across languages.
 */
export function dayFormat(lang: Locale): (day: string) => string {
  // Plain `en` would put the month first, which half of its readers misread.
  const tag = lang === 'en' ? 'en-GB' : LOCALE_FACTS[lang].tag;
  const format = new Intl.DateTimeFormat(`${tag}-u-nu-latn-ca-gregory`, {
    day: 'numeric',
    month: lang === 'en' ? 'short' : 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
