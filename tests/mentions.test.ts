/** A reader who meets the name of an instrument or a body in a lesson can go to its page from there. */
import { expect, test } from 'vitest';
import { readLibrary } from '../src/content/library.ts';
import { outline } from '../src/content/mdx.ts';

const library = readLibrary(new URL('..', import.meta.url).pathname);
const glossary = new Set(
  Object.values(library.glossary.data ?? {}).flatMap(({ forms, also }) =>
    [forms.en, ...(also.en ?? [])].map((word) => word.toLowerCase()),
  ),
);

/** Organisations behind several pages: their name alone means none of them. */
const ORGANISATIONS: readonly string[] = ['INTERPOL', 'UNODC'];

/** Proper names of a reference: what people say, and the abbreviations by which they search. A word of the glossary leads there instead. */
const names = library.references.flatMap(({ id, words }) => {
  const { short, also } = words.en?.data ?? { short: '', also: [] };
  return [short, ...also]
    .filter((name) => /\p{Lu}|\d/u.test(name) && !ORGANISATIONS.includes(name))
    .filter((name) => !glossary.has(name.toLowerCase()))
    .map((name) => ({
      id,
      name,
      found: new RegExp(
        `(?<![\\p{L}\\d/])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`,
        'u',
      ),
    }));
});

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
