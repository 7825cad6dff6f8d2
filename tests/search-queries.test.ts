import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { courses } from '../src/content/catalogue.ts';
import { courseRecords, libraryRecords, referenceRecords } from '../src/content/search-records.ts';
import { LOCALES, type Locale } from '../src/i18n/locales.ts';
import { buildSearchFile, holds, openSearchFile, weigh } from '../src/search/search.ts';

const queries = parse(
  readFileSync(new URL('search-queries.yaml', import.meta.url), 'utf8'),
) as Record<Locale, Record<string, string>>;

/** The files of one language, each built and opened once. */
const opened = new Map(
  LOCALES.map((locale) => [
    locale,
    [
      ...courses().map((course) => courseRecords(course, locale)),
      referenceRecords(locale),
      libraryRecords(locale),
    ].map((records) => ({
      records,
      searcher: openSearchFile(buildSearchFile(records, locale), locale),
    })),
  ]),
);

/**
 * What the search page does: each module, instruments and bodies, then the library; a title that is
 * just the query comes first.
 */
function search(locale: Locale, query: string): string[] {
  const sets = opened.get(locale) ?? [];
  const found = sets.flatMap(({ searcher }, set) =>
    searcher
      .find(query)
      .map((hit) => ({ hit, weight: weigh(hit, query, locale, set === sets.length - 1) })),
  );
  if (found.length > 0)
    return found.sort((a, b) => b.weight - a.weight).map(({ hit }) => hit.place.path);
  return sets.flatMap(({ records }) =>
    records.filter((record) => holds(record, record.text, query)).map(({ path }) => path),
  );
}

test('every language has at least twenty queries', () => {
  for (const locale of LOCALES)
    expect(Object.keys(queries[locale]).length, locale).toBeGreaterThanOrEqual(20);
});

test.each(
  Object.entries(queries).flatMap(([locale, list]) =>
    Object.entries(list).map(([query, path]) => [locale as Locale, query, path] as const),
  ),
)('%s: “%s” finds %s', (locale, query, path) => {
  const found = search(locale, query).slice(0, 5);
  expect(
    found.some((place) => place === path || place.startsWith(`${path}#`)),
    found.join(', '),
  ).toBe(true);
});
