import { expect, test } from 'vitest';
import { aroundOf, markPlaces, shorten, standsIn } from './around.ts';
import { parsePage, type BuiltPage } from './read.ts';

function built(route: string, body: string): BuiltPage {
  return {
    route,
    title: '',
    root: { 'data-locale': 'en' },
    html: `<html><body>${body}</body></html>`,
    inlineScripts: [],
    moduleScripts: [],
    islandModules: [],
    styles: [],
    inlineStyles: [],
  };
}
const around = (path: string, current = '', inner = ''): string =>
  [
    '<div class="top"><header class="bar"><a class="mark" href="../en.html"><svg></svg>Custodia</a>',
    '<a class="leave" href="../../leave.html" data-leave>Leave quickly</a></header>',
    '<nav class="nav" aria-label="Site"><a class="wide" href="../en.html#modules">Modules</a>',
    '<details class="menu"><a href="../en.html#modules">Modules</a><fieldset data-theme-choice></fieldset></details>',
    `<a href="search.html"${current}>Search</a><a class="wide" href="glossary.html">Glossary</a>`,
    `<details class="langs"><ul><li><a href="/ar/${path}" hreflang="ar" data-lang="ar">A</a></li>`,
    `<li><a href="/en/${path}" hreflang="en" data-lang="en">E</a></li></ul></details></nav></div>`,
    `<main>${inner}</main>`,
    '<footer class="foot"><div><p>Independent.</p><p>Free to copy.</p><ul><li><a href="safe-use.html">Safe use</a></li>',
    '<li><a href="sources.html">Sources</a></li><li><a href="about.html">About</a></li></ul></div></footer>',
  ].join('');
const ui = (words: object): string =>
  `<script type="application/json" data-ui>${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>`;

test('the bar of a page is that of the first page but for its own address and what is open', () => {
  const home = built('en/', around(''));
  expect(standsIn(built('en/search/', around('search/', ' aria-current="page"')), home)).toBe(true);
  expect(standsIn(built('en/search/', around('search/').replace('Glossary', 'Words')), home)).toBe(
    false,
  );
});

test('without script the way out, the ways on, the languages and whose it is stay', () => {
  const body = parsePage(around('search/'));
  shorten(body);
  markPlaces(body);
  const html = body.toString();
  const links = body.querySelectorAll('a').map((link) => link.getAttribute('href'));
  expect(links).toEqual([
    '../en.html',
    '../../leave.html',
    '../en.html#modules',
    'search.html',
    'glossary.html',
    '/ar/search/',
    '/en/search/',
    'safe-use.html',
    'about.html',
  ]);
  expect(html).toContain('Independent.');
  expect(html).not.toMatch(/Free to copy|fieldset|<svg|data-lang|data-leave/);
  expect(html.match(/ data-around/g)).toHaveLength(2);
});

test('the words of all islands are gathered once, and a key said in two ways stops the export', () => {
  const first = built('en/', around('', '', ui({ 'a.one': '</script>', 'b.two': '2' })));
  const second = built('en/x/', around('x/', '', ui({ 'b.two': '2', 'c.three': '3' })));
  const gathered = aroundOf(first.html, [first, second]);
  expect(JSON.parse(gathered.ui)).toEqual({ 'a.one': '</script>', 'b.two': '2', 'c.three': '3' });
  expect(gathered.ui).not.toContain('<');
  expect(gathered.top).toContain('data-theme-choice');
  expect(() => aroundOf(first.html, [first, built('en/y/', ui({ 'b.two': 'two' }))])).toThrow(
    'en/y/ says b.two differently',
  );
});
