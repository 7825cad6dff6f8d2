import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  EMPTY_ENTRY,
  clean,
  isBegun,
  isCode,
  lawFiles,
  missingOf,
  type LawEntry,
} from './law-file.ts';

const full: LawEntry = {
  answer: 'A judge: "within 48 hours".\n\nElse: the copy is closed.',
  title: 'Code of Criminal Procedure',
  section: 'section 112',
  publisher: 'Official Journal',
  url: 'https://law.example.org/code',
  checked: '2026-11-27',
  review_by: '2027-11-30',
  reviewer: 'prosecutor',
};

test('a complete answer goes into both files, whatever stands in it', () => {
  const { spine, words } = lawFiles({
    code: ' XB ',
    name: 'Belmora',
    lang: 'en',
    entries: { 'custody-fault': full },
  });
  expect(parse(spine)).toEqual({
    id: 'xb',
    sources: {
      'text-1': {
        title: full.title,
        publisher: full.publisher,
        url: full.url,
        read: full.checked,
      },
    },
    slots: {
      'custody-fault': {
        sources: { 'text-1': full.section },
        checked: full.checked,
        review_by: full.review_by,
        reviewer: 'prosecutor',
      },
    },
  });
  expect(parse(words)).toEqual({ name: 'Belmora', slots: { 'custody-fault': full.answer } });
});

test('one text that is named twice is one source', () => {
  const { spine } = lawFiles({
    code: 'xb',
    name: 'B',
    lang: 'en',
    entries: { one: full, two: { ...full, section: 'section 113' } },
  });
  expect(Object.keys((parse(spine) as { sources: object }).sources)).toEqual(['text-1']);
});

test('a text is marked with the language of the answers, which is the one of its name', () => {
  const { spine } = lawFiles({ code: 'xb', name: 'B', lang: 'fr', entries: { one: full } });
  expect(parse(spine)).toMatchObject({ sources: { 'text-1': { lang: 'fr' } } });
});

test('an answer that is not complete stays out of the files and says what is missing', () => {
  const half = {
    ...EMPTY_ENTRY,
    answer: 'A judge.',
    checked: '2026-11-27',
    review_by: '2026-11-27',
  };
  expect(isBegun(half)).toBe(true);
  expect(missingOf(half)).toEqual(['title', 'section', 'publisher', 'review_by', 'reviewer']);
  const { spine, words } = lawFiles({ code: 'xb', name: 'B', lang: 'en', entries: { one: half } });
  expect(parse(spine)).toEqual({ id: 'xb' });
  expect(parse(words)).toEqual({ name: 'B' });
  expect(isBegun(EMPTY_ENTRY)).toBe(false);
});

test('an address may be left out, but not be wrong', () => {
  expect(missingOf({ ...full, url: '' })).toEqual([]);
  expect(missingOf({ ...full, url: 'section 3' })).toEqual(['url']);
});

test('a pasted text loses strange spaces and direction marks, and nothing else', () => {
  const [rtl, bom, wide] = [0x202e, 0xfeff, 0x3000].map((code) => String.fromCharCode(code));
  expect(clean(`${bom}مادة${rtl} 12\r\n\r\n\r\n\r\nتوضيح${wide}ثان `)).toBe('مادة 12\n\nتوضيح ثان');
});

test('a State has two letters', () => {
  expect([' ke', 'KE', 'k', 'ken', 'k1', ''].map(isCode)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
