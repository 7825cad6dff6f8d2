import { createHash } from 'node:crypto';
import { courses } from '../../../content/catalogue.ts';
import {
  courseRecords,
  libraryRecords,
  referenceRecords,
  REFERENCES,
  searchFiles,
} from '../../../content/search-records.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { buildSearchFile, type SearchRecord } from '../../../search/search.ts';

const made = new Map<string, string>();

/**
 * The content of a search file: the index of a module, of instruments and bodies, or of the
 * library, or its running texts. Made once a build.
 */
export function searchBody(lang: Locale, name: string, texts: boolean): string {
  const key = `${lang}/${name}/${texts}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const records = recordsOf(name, lang);
  const body = JSON.stringify(
    texts ? records.map(({ text }) => text) : buildSearchFile(records, lang),
  );
  made.set(key, body);
  return body;
}

/** Eight hex digits that change whenever a search file of a language does. */
export function searchVersion(lang: Locale): string {
  const hash = createHash('sha256');
  for (const name of searchFiles()) {
    hash.update(searchBody(lang, name, false)).update(searchBody(lang, name, true));
  }
  return hash.digest('hex').slice(0, 8);
}

function recordsOf(name: string, lang: Locale): SearchRecord[] {
  if (name === REFERENCES) return referenceRecords(lang);
  const course = courses().find(({ id }) => id === name);
  return course ? courseRecords(course, lang) : libraryRecords(lang);
}
