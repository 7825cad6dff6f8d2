import { describe, expect, test } from 'vitest';
import type { Locale } from '../i18n/locales.ts';
import { fold } from './fold.ts';
import {
  buildSearchFile,
  excerpt,
  holds,
  mark,
  openSearchFile,
  type SearchRecord,
} from './search.ts';

const record = (path: string, title: string, text: string, also: string[] = []): SearchRecord => ({
  path,
  title,
  text,
  also,
  within: '',
  kind: 'lesson',
});

const records: Partial<Record<Locale, SearchRecord[]>> = {
  en: [
    record(
      'hash',
      'What an equal hash shows',
      'If both values are equal, the bytes have not changed.',
    ),
    record('seal', 'Seals', 'A seal shows that one opening was not used. SHA-256 says more.'),
  ],
  ar: [
    record('evidence', 'الدليل الإلكتروني', 'تُجمع الأدلة الإلكترونية دون تغيير.'),
    record('seal', 'ختم التحريز', 'يبيّن الختمُ أن الحرز لم يُفتح.'),
  ],
  zh: [
    record('evidence', '电子证据', '收集电子证据时不得更改数据。'),
    record('hash', '哈希值说明什么', '两个哈希值相等，说明字节相同。'),
  ],
};

function search(locale: Locale, query: string): string[] {
  const file = JSON.parse(
    JSON.stringify(buildSearchFile(records[locale] ?? [], locale)),
  ) as ReturnType<typeof buildSearchFile>;
  return openSearchFile(file, locale)
    .find(query)
    .map(({ place }) => place.path);
}

describe('a query finds the place that a reader means', () => {
  test.each<[Locale, string, string]>([
    ['en', 'equal hashes', 'hash'],
    ['en', 'byte', 'hash'],
    ['en', 'sealed', 'seal'],
    ['en', 'sha', 'seal'],
    ['en', 'SHA-256', 'seal'],
    ['ar', 'إلكتروني', 'evidence'],
    ['ar', 'الكتروني', 'evidence'],
    ['ar', 'للأدلة', 'evidence'],
    ['ar', 'ختم', 'seal'],
    ['zh', '电子证据', 'evidence'],
    ['zh', '哈希值', 'hash'],
    ['zh', '字节相同', 'hash'],
  ])('%s: %s', (locale, query, path) => {
    expect(search(locale, query)[0]).toBe(path);
  });

  test('nothing is found for words that stand nowhere', () => {
    expect(search('en', 'bicycle')).toEqual([]);
    expect(search('zh', '自行车')).toEqual([]);
    expect(search('en', '  …  ')).toEqual([]);
  });

  test('what the index does not know is found in the words as they stand', () => {
    const places = records.zh ?? [];
    expect(
      places.filter((place) => holds(place, place.text, '得更')).map(({ path }) => path),
    ).toEqual(['evidence']);
    expect(places.some((place) => holds(place, place.text, ' '))).toBe(false);
  });
});

test('folding joins the forms of a letter', () => {
  expect(fold('Éléments ﬁn Ёлка')).toBe('elements fin елка');
  expect(fold('إِلكترونيّة')).toBe(fold('الكترونيه'));
});

test('marking keeps every character of the text', () => {
  const text = 'Equal hashes say: the same bytes.';
  const stretches = mark(text, 'hash byte', 'en');
  expect(stretches.map(({ text: part }) => part).join('')).toBe(text);
  expect(stretches.filter(({ marked }) => marked).map(({ text: part }) => part)).toEqual([
    'hashes',
    'bytes',
  ]);
  expect(
    mark('收集电子证据时', '电子证据', 'zh')
      .filter(({ marked }) => marked)
      .map(({ text: part }) => part),
  ).toEqual(['电子证据']);
});

test('an excerpt begins near the first marked word and says where it is cut', () => {
  const text = `${'before '.repeat(60)}the seal ${'after '.repeat(60)}`.trim();
  const cut = excerpt(text, 'seal', 'en');
  expect(cut).toContain('seal');
  expect(cut.startsWith('… ')).toBe(true);
  expect(cut.endsWith(' …')).toBe(true);
  expect(cut.length).toBeLessThan(230);
  expect(excerpt('short seal', 'seal', 'en')).toBe('short seal');
});

describe('source notes are searched after the words of the place itself', () => {
  const noted: SearchRecord[] = [
    {
      ...record('rule', 'Four ways', 'A certificate can replace a witness.'),
      notes: 'Rule 902 (Khan): a certificate.',
    },
    record('seal', 'Seals', 'A certificate says who sealed the bag.'),
  ];
  const searcher = openSearchFile(buildSearchFile(noted, 'en'), 'en');
  const found = (query: string) =>
    searcher.find(query).map(({ place, whole }) => [place.path, whole]);

  test('a number and a name that only a note has lead to its place', () => {
    expect(found('902')).toEqual([['rule', false]]);
    expect(found('khan certificate')).toEqual([['rule', false]]);
  });

  test('a word of the places themselves is found as before', () => {
    expect(found('sealed certificate')).toEqual([['seal', true]]);
    expect(found('certificate')).toEqual([
      ['rule', true],
      ['seal', true],
    ]);
  });
});
