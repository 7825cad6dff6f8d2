import { expect, test } from 'vitest';
import { parsePage, type BuiltPage } from './read.ts';
import { leadToList, sourceLists } from './sources.ts';

const built = (route: string, html: string): BuiltPage => ({
  route,
  title: '',
  root: { 'data-locale': 'en' },
  html,
  inlineScripts: [],
  moduleScripts: [],
  islandModules: [],
  styles: [],
  inlineStyles: [],
});
const outside = (address: string): string => `<a href="${address}" rel="noopener external">x</a>`;
const LIST = `<ul><li id="one">${outside('https://example.org/a?b=1&amp;c=2')}</li><li id="again">${outside('https://example.org/a?b=1&amp;c=2')}</li></ul>`;
const lists = sourceLists([built('en/about/', '<p></p>'), built('en/sources/', LIST)]);

function led(html: string, route: string): string {
  const page = parsePage(html);
  leadToList(page, route, lists.get('en') ?? new Map());
  return page.toString();
}

test('a link to a source leads to its entry in the list of sources', () => {
  expect(led(outside('https://example.org/a?b=1&amp;c=2'), 'en/about/')).toBe(
    '<a href="/en/sources/#one">x</a>',
  );
});

test('the list itself and links to what is no source keep their addresses', () => {
  expect(led(LIST, 'en/sources/')).toBe(LIST);
  expect(led(outside('https://example.net/'), 'en/about/')).toBe(outside('https://example.net/'));
});
