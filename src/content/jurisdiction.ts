import { LOCALES, SOURCE_LOCALE, type Locale } from '../i18n/locales.ts';
import type { Reviewer } from '../domain/law-file.ts';
import { JURISDICTION } from './audience.ts';
import { courses, dataOf, library, tellLesson } from './catalogue.ts';
import type { JurisdictionFiles } from './library.ts';

/** A place for national law that published lessons show. */
export interface LawSlot {
  readonly id: string;
  /** The question a national editor answers, in the reader's language or in English. */
  readonly question: string;
  readonly locale: Locale;
  /** The lessons that show it. */
  readonly lessons: readonly { readonly number: string; readonly path: string }[];
}

/** What a State's law answers to a slot. */
export interface LawAnswer {
  readonly words: string;
  readonly locale: Locale;
  readonly sources: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly url: string | undefined;
    readonly section: string;
    readonly lang: string;
  }[];
  readonly checked: string;
  readonly review_by: string;
  readonly reviewer: Reviewer;
}

/** The State of this build. */
export interface Jurisdiction {
  readonly id: string;
  readonly name: string;
  /** The language of the name. */
  readonly locale: Locale;
  readonly fictional: boolean;
}

/** All slots of published lessons, in the order in which lessons show them. */
export function lawSlots(locale: Locale): LawSlot[] {
  const slots = new Map<string, LawSlot>();
  for (const course of courses()) {
    for (const lesson of course.lessons) {
      const told = tellLesson(lesson, locale);
      for (const id of lesson.spine.law) {
        const place = { number: lesson.number, path: `${course.id}/${lesson.id}/` };
        const known = slots.get(id);
        slots.set(
          id,
          known
            ? { ...known, lessons: [...known.lessons, place] }
            : {
                id,
                question: told.words.law[id] ?? '',
                locale: told.locale,
                lessons: [place],
              },
        );
      }
    }
  }
  return [...slots.values()];
}

/** The State whose law this build shows, or `undefined` in the base build. */
export function jurisdiction(locale: Locale): Jurisdiction | undefined {
  const files = chosen();
  if (!files) return undefined;
  const own = spoken(files, locale, () => true);
  return {
    id: files.id,
    name: own?.data.name ?? files.id.toUpperCase(),
    locale: own?.locale ?? locale,
    fictional: dataOf(files.spine).fictional,
  };
}

/** What the State of this build answers to a slot; `undefined` where nobody has filled it, and in the base build. */
export function lawAnswer(slot: string, locale: Locale): LawAnswer | undefined {
  const files = chosen();
  const filled = files && dataOf(files.spine).slots[slot];
  if (!filled) return undefined;
  const own = spoken(files, locale, (data) => data.slots[slot] !== undefined);
  const words = own?.data.slots[slot];
  if (own === undefined || words === undefined) return undefined;
  const texts = dataOf(files.spine).sources;
  return {
    words,
    locale: own.locale,
    sources: Object.entries(filled.sources).flatMap(([key, section]) => {
      const text = texts[key];
      if (!text) return [];
      const { title, publisher, url, lang } = text;
      return [{ title, publisher, url, lang, section }];
    }),
    checked: filled.checked,
    review_by: filled.review_by,
    reviewer: filled.reviewer,
  };
}

/** The files of the State of this build. Throws when it was asked for and is not there. */
function chosen(): JurisdictionFiles | undefined {
  if (JURISDICTION === undefined) return undefined;
  const files = library().jurisdictions.find(({ id }) => id === JURISDICTION);
  if (!files) throw new Error(`There is no courses/jurisdictions/${JURISDICTION}.`);
  return files;
}

/**
 * The words of a State in the reader's language, else in English, else in any: law is often written
 * in one language only.
 */
function spoken(
  files: JurisdictionFiles,
  locale: Locale,
  has: (data: { name: string; slots: Readonly<Record<string, string>> }) => boolean,
) {
  for (const each of [locale, SOURCE_LOCALE, ...LOCALES]) {
    const source = files.words[each];
    if (source && has(dataOf(source))) return { locale: each, data: dataOf(source) };
  }
  return undefined;
}
