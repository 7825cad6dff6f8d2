import { expect, test } from 'vitest';
import type { BuiltPage } from './read.ts';
import { headScript } from './script.ts';
import { inOneOrder } from './style.ts';

const HEAD = "(function(d){d.classList.add('js')})(document.documentElement)";
function page(...inlineScripts: string[]): BuiltPage {
  return {
    route: 'en/',
    title: '',
    root: {},
    html: '',
    inlineScripts,
    moduleScripts: [],
    islandModules: [],
    styles: [],
    inlineStyles: [],
  };
}

test('the head script is taken once, whatever number of pages holds it', () => {
  expect(headScript([page(HEAD), page(HEAD)])).toBe(HEAD);
});

test('an inline script of an unknown kind stops the export', () => {
  expect(() => headScript([page(HEAD, 'alert(1)')])).toThrow('`alert(1)`');
});

test('pages that no script would mark as running stop the export', () => {
  expect(() => headScript([page()])).toThrow('no head script');
});

test('stylesheets keep the order of every page, and opposite orders stop the export', () => {
  expect(
    inOneOrder([
      ['z', 'a'],
      ['z', 'q'],
    ]),
  ).toEqual(['z', 'a', 'q']);
  expect(() =>
    inOneOrder([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  ).toThrow('different orders: a, b');
});
