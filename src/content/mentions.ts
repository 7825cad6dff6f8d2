import { SOURCE_LOCALE, type Locale } from '../i18n/locales.ts';
import { library } from './catalogue.ts';
import type { Library } from './library.ts';
import { references, type Reference } from './references.ts';
import type { ReferenceWords } from './schemas/reference.ts';

/** Organisations behind several pages: their name alone means none of them. */
const ORGANISATIONS: readonly string[] = ['INTERPOL', 'UNODC'];

/** A name under which people know an instrument or a body. */
export interface ProperName {
  /** Id of the reference. */
  readonly id: string;
  readonly name: string;
  /** Matches the name as a word of its own. */
  readonly found: RegExp;
}

/**
 * The proper names of all references in a language: what people say, and the abbreviations by which they search. A word
 * of the glossary is none of them; it leads there.
 */
export function properNames(
  { references: all, glossary }: Pick<Library, 'references' | 'glossary'>,
  locale: Locale,
): ProperName[] {
  const terms = new Set(
    Object.values(glossary.data ?? {}).flatMap(({ forms, also }) =>
      [forms[locale], ...(also[locale] ?? [])].map((word) => word.toLowerCase()),
    ),
  );
  return all.flatMap(({ id, words }) => {
    const own = namesIn(words[locale]?.data);
    // An abbreviation in Latin letters is the same in every language.
    const known = namesIn(words[SOURCE_LOCALE]?.data).filter((name) => /\p{Lu}|\d/u.test(name));
    return [...new Set(locale === SOURCE_LOCALE ? known : [...own, ...known])]
      .filter((name) => !ORGANISATIONS.includes(name) && !terms.has(name.toLowerCase()))
      .map((name) => ({ id, name, found: asWord(name) }));
  });
}

function namesIn(words: ReferenceWords | undefined): string[] {
  return words ? [words.title, words.short, ...words.also] : [];
}

/** Chinese writes words without gaps and Arabic with short words joined in front, so only Latin letters need a gap. */
function asWord(name: string): RegExp {
  const text = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{Script=Latin}\\d/])${text}(?![\\p{Script=Latin}\\d])`, 'u');
}

/**
 * The instruments and bodies that some words name, in the order of their lists.
 *
 * @param words any part of a words file: its texts are looked through, whatever they are texts of
 * @param locale the language of the words
 * @param lang the reader's language
 */
export function mentioned(words: unknown, locale: Locale, lang: Locale): Reference[] {
  const texts = textsIn(words).join('\n');
  const ids = new Set(
    properNames(library(), locale)
      .filter(({ found }) => found.test(texts))
      .map(({ id }) => id),
  );
  return [...references('instrument', lang), ...references('mechanism', lang)].filter(({ id }) =>
    ids.has(id),
  );
}

function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(textsIn);
}
