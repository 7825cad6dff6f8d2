/** A reader who meets the name of an instrument or a body can go to its page from there. */
import { expect, test } from 'vitest';
import { readLibrary } from '../src/content/library.ts';
import { outline } from '../src/content/mdx.ts';
import { mentioned, properNames } from '../src/content/mentions.ts';

const library = readLibrary(new URL('..', import.meta.url).pathname);
const names = properNames(library, 'en');
const lessons = library.courses.flatMap((course) =>
  course.lessons.flatMap(({ id, pages }) =>
    pages.en ? [{ lesson: `${course.id}/${id}`, page: pages.en }] : [],
  ),
);

test('a lesson that names an instrument or a body links to its page', () => {
  expect(names.length).toBeGreaterThan(60);
  const unlinked = lessons.flatMap(({ lesson, page }) => {
    const text = outline(page);
    const linked = text.components
      .filter(({ name }) => name === 'Ref')
      .map(({ attributes }) => attributes['id']);
    const words = text.sections
      .flatMap((section) => [
        section.heading,
        ...section.paragraphs
          .filter(({ inside }) => !inside.includes('Trainer'))
          .map((each) => each.text),
      ])
      .join('\n');
    return names
      .filter(({ id, found }) => !linked.includes(id) && found.test(words))
      .map(({ id, name }) => `${lesson}: ${name} (${id})`);
  });
  expect(unlinked).toEqual([]);
});

test('names are found in every part of some words, and only as words of their own', () => {
  const ids = (...words: unknown[]): string[] => mentioned(words, 'en', 'en').map(({ id }) => id);
  expect(ids({ ask: 'Which article of UNTOC?', options: [{ text: 'Ask Eurojust.' }] })).toEqual([
    'untoc',
    'eurojust',
  ]);
  expect(ids('UNTOCs', 'a tip from INTERPOL', 'a hotline')).toEqual([]);
  expect(mentioned(['按照UNTOC第十八条'], 'zh', 'zh').map(({ id }) => id)).toEqual(['untoc']);
});
