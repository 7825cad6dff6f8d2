import { readDictionary } from '../../i18n/t.ts';
import type { Locale } from '../../i18n/locales.ts';
import { LMS_WORDS, type LmsWords } from './words.ts';

/** Sentences that are true of the site and not of a package for an LMS, and the ones that stand in their place. */
const INSTEAD: Readonly<Record<string, string>> = {
  'about.privacy.1': 'lms.privacy.1',
  'about.privacy.2': 'lms.privacy.2',
  'course.way.note': 'lms.way',
  'form.keep': 'lms.form',
  'lab.only_fiction': 'lms.fiction',
  'lab.runs': 'lms.runs',
  'progress.kept': 'lms.kept',
  'progress.what.kept': 'lms.what.kept',
  'progress.what.limits': 'lms.what.limits',
  'progress.reset.ask': 'lms.reset',
  'safe.shared.1': 'lms.shared',
};
/** What is said when a learner has pressed Keep. */
const KEPT = ['lab.kept', 'scenario.kept'];

/** What the running package can say about the LMS, in one language. */
export function wordsOf(lang: Locale): LmsWords {
  const words = readDictionary(lang);
  return Object.fromEntries(
    LMS_WORDS.map((word) => [word, words[`lms.${word}`] ?? word]),
  ) as LmsWords;
}

/**
 * Gives a function that puts what is true in an LMS into a built page: into its text and into the words that its
 * islands read. `prose` tells whether the LMS keeps texts.
 */
export function sayInLms(lang: Locale, prose: boolean): (html: string) => string {
  const words = readDictionary(lang);
  const pairs = [
    ...Object.entries(INSTEAD),
    ...KEPT.map((key) => [key, prose ? 'lms.text.kept' : 'lms.text.visit'] as const),
    // Without texts, what came out of an older version goes with the visit too.
    ...(prose ? [] : [['older.about', 'lms.text.older'] as const]),
  ].flatMap(([site, lms]): (readonly [string, string])[] => {
    const from = words[site];
    const to = words[lms];
    if (from === undefined || to === undefined) {
      throw new Error(`The interface has no words for \`${site}\` or \`${lms}\` in ${lang}.`);
    }
    return [
      [inHtml(from), inHtml(to)],
      [inJson(from), inJson(to)],
    ];
  });
  return (html) => pairs.reduce((text, [from, to]) => text.replaceAll(from, to), html);
}

/** As Astro writes text. */
function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** As the layout writes words for islands, without the quotation marks round them. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('<', '\\u003c');
}
