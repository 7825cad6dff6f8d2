import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { LOCALE_FACTS, LOCALES, SOURCE_LOCALE, type Locale } from '../../i18n/locales.ts';
import type { Problem } from '../problem.ts';
import { readYaml, type Source } from '../read.ts';
import { list, problemAt, type Rule } from '../rule.ts';

const FOLDER = 'src/i18n/ui';
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** The one key that may be empty: some languages write nothing between two sentences. */
const MAY_BE_EMPTY = 'mark.gap';
const Words = z.record(z.string(), z.string()).superRefine((words, context) => {
  for (const [key, text] of Object.entries(words)) {
    if (text === '' && key !== MAY_BE_EMPTY)
      context.addIssue({ code: 'custom', path: [key], message: 'Write the words.' });
  }
});
type File = Source<z.infer<typeof Words>>;

/** One area of the interface: its English words, notes and translations. */
interface Area {
  readonly name: string;
  readonly english: File;
  readonly notes: File | undefined;
  readonly translations: Partial<Record<Locale, File>>;
}

function readAreas(root: string): Area[] {
  if (!existsSync(`${root}/${FOLDER}/${SOURCE_LOCALE}`)) return [];
  const read = (folder: string, name: string): File | undefined => {
    const file = `${FOLDER}/${folder}/${name}.json`;
    return existsSync(`${root}/${file}`) ? readYaml(root, file, Words, { flow: true }) : undefined;
  };
  return readdirSync(`${root}/${FOLDER}/${SOURCE_LOCALE}`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .flatMap((name) => {
      const english = read(SOURCE_LOCALE, name);
      if (!english) return [];
      const translations = Object.fromEntries(
        LOCALES.filter((locale) => locale !== SOURCE_LOCALE).flatMap((locale) => {
          const words = read(locale, name);
          return words ? [[locale, words]] : [];
        }),
      ) as Partial<Record<Locale, File>>;
      return [{ name, english, notes: read('notes', name), translations }];
    });
}

/** Keys without their plural ending, and which of them are counted. */
function stems(words: Readonly<Record<string, string>>): {
  all: Set<string>;
  counted: Set<string>;
} {
  const counted = new Set(
    Object.keys(words)
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, '')),
  );
  return { all: new Set(Object.keys(words).map((key) => key.replace(PLURAL, ''))), counted };
}

const valuesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();

/** The interface speaks every language completely: all keys, all plural forms, the same values, a note for each key. */
export const interfaceWords: Rule = {
  names: ['ui-missing', 'ui-unknown', 'ui-plural', 'ui-values', 'ui-note'],
  about:
    'the interface has all its words, plural forms and values in all six languages, with a note for translators',
  check: (library) =>
    readAreas(library.root).flatMap((area) => [
      ...fileProblems(area),
      ...notes(area),
      ...languages(area),
    ]),
};

function fileProblems({ english, notes: own, translations }: Area): Problem[] {
  return [english, own, ...Object.values(translations)].flatMap((file) => file?.problems ?? []);
}

function notes({ name, english, notes: own }: Area): Problem[] {
  const noted = stems(own?.data ?? {}).all;
  return [...stems(english.data ?? {}).all]
    .filter((key) => !noted.has(key))
    .map((key) =>
      problemAt(
        'ui-note',
        english,
        [key],
        `\`${key}\` has no note for translators. Say in ${FOLDER}/notes/${name}.json where it stands and what its values are.`,
      ),
    );
}

function languages({ name, english, translations }: Area): Problem[] {
  const source = english.data ?? {};
  const wanted = stems(source);
  return LOCALES.flatMap((locale) => {
    const file = locale === SOURCE_LOCALE ? english : translations[locale];
    if (!file) {
      return [
        problemAt(
          'ui-missing',
          english,
          [],
          `There is no ${FOLDER}/${locale}/${name}.json. Translate these words into ${LOCALE_FACTS[locale].name}.`,
        ),
      ];
    }
    const words = file.data;
    if (!words) return [];
    const given = stems(words);
    const problems: Problem[] = [];
    for (const key of wanted.all) {
      if (!given.all.has(key)) {
        problems.push(
          problemAt(
            'ui-missing',
            file,
            [],
            `The words of \`${key}\` are missing. English: “${source[key] ?? source[`${key}_other`] ?? ''}”`,
          ),
        );
      }
    }
    for (const key of given.all) {
      if (!wanted.all.has(key))
        problems.push(
          problemAt(
            'ui-unknown',
            file,
            [key],
            `\`${key}\` is no key of the interface. Correct the spelling, or remove it.`,
          ),
        );
    }
    for (const key of given.counted) {
      const missing = LOCALE_FACTS[locale].plurals.filter(
        (form) => words[`${key}_${form}`] === undefined,
      );
      if (missing.length > 0) {
        problems.push(
          problemAt(
            'ui-plural',
            file,
            [`${key}_other`],
            `\`${key}\` lacks the plural forms ${list(missing)} that ${LOCALE_FACTS[locale].name} needs. Add \`${key}_${missing[0] ?? ''}\` and the like.`,
          ),
        );
      }
    }
    for (const [key, text] of Object.entries(words)) {
      const stem = key.replace(PLURAL, '');
      const model = source[key] ?? source[`${stem}_other`] ?? source[stem];
      // A form for one or two may spell the number out instead of printing it.
      const optional = /_(?:zero|one|two)$/.test(key) ? ['count'] : [];
      if (model === undefined) continue;
      const [has, needs] = [valuesOf(text), valuesOf(model)];
      const wrong = [
        ...needs.filter((value) => !has.includes(value) && !optional.includes(value)),
        ...has.filter((value) => !needs.includes(value)),
      ];
      if (wrong.length > 0) {
        problems.push(
          problemAt(
            'ui-values',
            file,
            [key],
            `\`${key}\` must carry the values ${list(needs) || 'none'}, but has ${list(has) || 'none'}. Put \`{{…}}\` exactly as in English.`,
          ),
        );
      }
    }
    return problems;
  });
}
