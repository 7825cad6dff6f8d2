import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInstance, type i18n } from 'i18next';
import { LOCALES, SOURCE_LOCALE, type Locale } from './locales.ts';

/** A function that gives the interface words of one language by key. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const folder = `${process.cwd()}/src/i18n/ui`;
let instance: i18n | undefined;

/** The flat dictionary of one language: all files of `ui/<locale>/` together; empty when nobody has begun it. */
export function readDictionary(locale: Locale): Record<string, string> {
  if (!existsSync(`${folder}/${locale}`)) return {};
  const files = readdirSync(`${folder}/${locale}`).filter((file) => file.endsWith('.json'));
  return Object.assign(
    {},
    ...files.map(
      (file) => JSON.parse(readFileSync(`${folder}/${locale}/${file}`, 'utf8')) as object,
    ),
  ) as Record<string, string>;
}

/**
 * Interface words for the build. Runs in Node only; islands get their words through `uiWords` so that
 * i18next never reaches the browser. Throws for a key that no dictionary has.
 */
export function translator(locale: Locale): Translate {
  if (!instance) {
    instance = createInstance();
    void instance.init({
      initAsync: false,
      fallbackLng: SOURCE_LOCALE,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      resources: Object.fromEntries(
        LOCALES.map((each) => [each, { translation: readDictionary(each) }]),
      ),
    });
  }
  const fixed = instance.getFixedT(locale);
  return (key, values) => {
    if (!instance?.exists(key, { lng: SOURCE_LOCALE, ...values })) {
      throw new Error(
        `No interface words for \`${key}\`. Add the key to src/i18n/ui/en/${key.split('.')[0] ?? ''}.json and its note to src/i18n/ui/notes/.`,
      );
    }
    return fixed(key, values ?? {});
  };
}

/**
 * The raw words of the given areas for an island, with `{{value}}` and plural suffixes left in; the browser
 * fills them with `src/islands/words.ts`. `isNeeded` leaves out keys that the page cannot come to say.
 */
export function uiWords(
  locale: Locale,
  areas: readonly string[],
  isNeeded: (key: string) => boolean = () => true,
): Record<string, string> {
  const english = readDictionary(SOURCE_LOCALE);
  const own = readDictionary(locale);
  return Object.fromEntries(
    Object.entries({ ...english, ...own }).filter(
      ([key]) => areas.includes(key.split('.')[0] ?? '') && isNeeded(key),
    ),
  );
}
