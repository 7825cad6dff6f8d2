import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_ARGS, requireChromium } from '../../src/cli/browser.ts';
import { courses, type Course } from '../../src/content/catalogue.ts';
import { bookOf, type Book } from '../../src/editions/print/book.ts';
import { handbookAddress, printHandbook, type Handbook } from '../../src/editions/print/pdf.ts';

const site = new URL('../../dist', import.meta.url).pathname;
const found = courses().find(({ id }) => id.startsWith('a2-'));
if (!found) throw new Error('Module A2 is not published.');
const course: Course = found;

describe('the handbook of A2 in Arabic', () => {
  let book: Book;
  let made: Handbook;
  let again: Handbook;
  beforeAll(async () => {
    book = bookOf({ site, course, lang: 'ar', address: handbookAddress });
    const how = { executable: requireChromium(), args: CHROMIUM_ARGS };
    made = await printHandbook(book, '2026-11-27', how);
    again = await printHandbook(book, '2026-11-27', how);
  });

  test('has the same bytes each time, with one Chromium and one set of fonts', () => {
    expect(Buffer.compare(made.pdf, again.pdf)).toBe(0);
    expect(made.browser).toMatch(/^Chromium \d+/);
    expect(made.fonts.length).toBeGreaterThan(1);
  });

  test('is tagged and says its language and date', async () => {
    const document = await getDocument({ data: made.pdf.slice(), verbosity: 0 }).promise;
    const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info['CreationDate']).toContain('D:20261127');
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await document.getOutline()).length).toBeGreaterThan(3);
  });

  test('is worth its paper: few pages, none nearly empty, no text too small to read', async () => {
    expect(made.pages).toBeLessThan(80);
    const document = await getDocument({ data: made.pdf.slice(), verbosity: 0 }).promise;
    let small = 0;
    let all = 0;
    for (let number = 3; number <= made.pages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      let letters = 0;
      for (const item of items) {
        if (!('str' in item)) continue;
        letters += item.str.length;
        if (item.height > 0 && item.height < 9.4) small += item.str.length;
      }
      if (number < made.pages) expect(letters, `page ${number}`).toBeGreaterThan(500);
      all += letters;
    }
    // Addresses of sources and the numbers of pages.
    expect(small / all).toBeLessThan(0.04);
  });

  test('names in its contents the page on which each chapter begins', async () => {
    const document = await getDocument({ data: made.pdf.slice(), verbosity: 0 }).promise;
    const contents = await (await document.getPage(2)).getTextContent();
    const words = contents.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const { id } of book.chapters) {
      const [place] = (await document.getDestination(id)) as [{ num: number; gen: number }];
      const page = (await document.getPageIndex(place)) + 1;
      expect(words, id).toMatch(new RegExp(`\\b${page}\\b`));
    }
    expect(made.pages).toBeGreaterThan(30);
  });
});

test('no question begins at the foot of a column with its number alone', async () => {
  const which = courses().find(({ id }) => id.startsWith('a5-'));
  if (!which) throw new Error('Module A5 is not published.');
  const book = bookOf({ site, course: which, lang: 'en', address: handbookAddress });
  // Without the rule two of its lessons leave one so.
  const part = { ...book, chapters: book.chapters.slice(0, 6) };
  const how = { executable: requireChromium(), args: CHROMIUM_ARGS };
  const { pdf, pages } = await printHandbook(part, '2026-11-27', how);
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise;
  const MIDDLE = 297;
  const FOOT = 50;
  let seen = 0;
  for (let number = 1; number <= pages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return [{ words: item.str, right: x + item.width / 2 > MIDDLE, y }];
    });
    for (const { words: name, right, y } of words) {
      if (!/^Question \d+ of \d+/.test(name)) continue;
      seen += 1;
      const below = words.filter((each) => each.right === right && each.y < y - 2 && each.y > FOOT);
      expect(below.length, `page ${number}: ${name}`).toBeGreaterThan(0);
    }
  }
  expect(seen).toBeGreaterThan(10);
}, 120_000);
