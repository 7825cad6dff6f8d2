import { LOCALE_FACTS, type Locale } from './locales.ts';

/**
 * The months in Arabic with both names, as the United Nations writes them: readers in the eastern and in the
 * western Arab countries know different ones, and no formatter of the platform gives both.
 */
const ARABIC_MONTHS: readonly string[] = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيه',
  'تموز/يوليه',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
];

/** The names of the twelve months where the platform's own do not serve; empty for the other languages. */
export function monthsOf(lang: Locale): readonly string[] {
  return lang === 'ar' ? ARABIC_MONTHS : [];
}

/** `day`, written as 2026-11-23, in Arabic: 23, both names of the month, 2026. */
function arabicDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${String(Number(date))} ${ARABIC_MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/**
 * A function that writes a day such as `2026-11-23` the way readers of the language do, always with the
 * digits 0-9 and the Gregorian calendar, so that dates compare across languages.
 */
export function dayFormat(lang: Locale): (day: string) => string {
  if (lang === 'ar') return arabicDay;
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
