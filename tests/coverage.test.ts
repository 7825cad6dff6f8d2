import { expect, test } from 'vitest';
import { modules } from '../src/content/catalogue.ts';
import { coverage, questionsOf, standing, untaught } from '../src/content/coverage.ts';
import { GUIDE } from '../src/content/guide.ts';
import { references } from '../src/content/references.ts';
import { LOCALES } from '../src/i18n/locales.ts';
import { readDictionary } from '../src/i18n/t.ts';

/** Read once, outside the time limit of a test. */
const places = coverage('en');
const letters = (from: string, to: string): string[] =>
  Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, index) =>
    String.fromCharCode(from.charCodeAt(0) + index),
  );
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** The guide as it is printed: the last letter of each question paragraph, and how many items a question has. */
const LAST_LETTER = { 6: 'd', 7: 'j', 8: 'g', 9: 'g', 10: 'k', 11: 'f', 12: 'n', 13: 'e' };
const ITEMS: Readonly<Record<string, number>> = {
  '8(a)': 2,
  '12(d)': 4,
  '12(m)': 10,
  '12(n)': 3,
  '13(d)': 3,
};

test('the list has every question of paragraphs 6 to 13, every item, and paragraphs 14 to 41, in order', () => {
  const questions = Object.entries(LAST_LETTER).flatMap(([paragraph, last]) =>
    letters('a', last).flatMap((letter) => {
      const place = `${paragraph}(${letter})`;
      return [place, ...ROMAN.slice(0, ITEMS[place] ?? 0).map((item) => `${place}(${item})`)];
    }),
  );
  const background = Array.from({ length: 28 }, (_, index) => String(14 + index));
  expect(GUIDE.map(({ place }) => place)).toEqual([...questions, ...background]);
});

test('every place has words in every language, and no words are left without a place', () => {
  const keys = GUIDE.map(({ key }) => `about.guide.${key}`);
  for (const locale of LOCALES) {
    const words = Object.keys(readDictionary(locale)).filter((key) =>
      /^about\.guide\.\d/.test(key),
    );
    expect(words.sort(), locale).toEqual([...keys].sort());
  }
});

test('what is said to be taught is taught by a module that is ready or planned', () => {
  expect(untaught(places).map(({ place }) => place)).toEqual([]);
});

test('what is said to be only explained or not ours is claimed by no module', () => {
  const claimed = places.filter(
    ({ answer, ready, planned }) =>
      (answer === 'explained' || answer === 'not') && ready.length + planned.length > 0,
  );
  expect(claimed.map(({ place }) => place)).toEqual([]);
});

test('every instrument and body that a place names has a page', () => {
  const known = [...references('instrument', 'en'), ...references('mechanism', 'en')].map(
    ({ id }) => id,
  );
  expect(GUIDE.flatMap((entry) => entry.references).filter((id) => !known.includes(id))).toEqual(
    [],
  );
});

test('only what a published module teaches is told as taught, in full or in part', () => {
  const told = places.filter((place) => ['taught', 'part'].includes(standing(place)));
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter(({ ready }) => ready.length === 0).map(({ place }) => place)).toEqual([]);
  const toCome = places.filter((place) => ['will', 'will_part'].includes(standing(place)));
  expect(toCome.filter(({ planned }) => planned.length === 0).map(({ place }) => place)).toEqual(
    [],
  );
});

test('items are counted, not the question above them', () => {
  const counted = questionsOf(places).map(({ place }) => place);
  expect(counted).toContain('12(m)(x)');
  expect(counted).not.toContain('12(m)');
  expect(counted).not.toContain('14');
});

test('every module that a role takes as light says which lessons it keeps', () => {
  for (const module of modules('en')) {
    if (module.light) expect(module.light.lessons.length, module.code).toBe(2);
  }
  expect(
    modules('en')
      .filter(({ light }) => light)
      .map(({ code }) => code),
  ).toEqual(['A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B4', 'B5', 'C2', 'C3']);
});
