import type { Course } from '../../content/catalogue.ts';
import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import type { Translate } from '../../i18n/t.ts';
import { digestHex } from '../../labs/hash-bench/digest.ts';

/** What every part of a lab's page is given to speak with. */
export interface LabPart {
  /** Interface words of the page's language. */
  readonly t: Translate;
  /** Attributes of a run of interface words inside the article. */
  readonly say: { readonly lang: string; readonly dir: 'ltr' | 'rtl' };
}

/** What the component of every kind of lab is given. */
export interface LabProps {
  readonly course: Course;
  readonly lab: string;
  readonly lang: Locale;
  /** `data:` of lab.yaml and `words:` of the language file, as read. */
  readonly data: unknown;
  readonly words: unknown;
  readonly lead: string;
}

/** Gives the title of a card as HTML. */
export type CardTitle = (card: string) => string;

/** Attributes of interface words of a language. */
export function sayIn(lang: Locale): LabPart['say'] {
  const { tag, dir } = LOCALE_FACTS[lang];
  return { lang: tag, dir };
}

/** Eight characters that change whenever the lab's data change. */
export function stampOf(data: unknown): string {
  return digestHex('sha-256', new TextEncoder().encode(JSON.stringify(data))).slice(0, 8);
}

/** Looks a word up; throws with the place where it is missing, so that a build never shows a gap. */
export function wordOf<T>(words: Readonly<Record<string, T>>, key: string, place: string): T {
  const word = words[key];
  if (word === undefined)
    throw new Error(`The lab's words have no \`${place}.${key}\`. Add it to the language file.`);
  return word;
}
