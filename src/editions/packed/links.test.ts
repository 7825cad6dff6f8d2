import { expect, test } from 'vitest';
import { besideIndex, labFilesIn } from './folder.ts';
import { inApp, inStatic, rewriteIslands, rewriteLinks, targetOf, type Writing } from './links.ts';
import { belongsTo } from './held.ts';
import { inDocument } from './address.ts';
import { parsePage } from './read.ts';

const FROM = 'en/a2-tea/boiling/';
const known = ['en/', 'en/about/', FROM];
const has = (route: string): boolean => known.includes(route);
const file = (path: string): string => `beside/${path}`;

function rewritten(html: string, writing: Writing): string {
  const page = parsePage(html);
  rewriteLinks(page, FROM, writing);
  return page.toString();
}

test.each([
  ['/en/about/#accessibility', 'page'],
  ['#raw', 'page'],
  ['../', 'page'],
  ['index.txt', 'file'],
  ['/leave.html', 'file'],
  ['https://example.org/x/', 'outside'],
  ['mailto:someone@example.org', 'outside'],
  ['data:text/plain,hello', 'outside'],
])('%s leads to a %s', (address, kind) => {
  expect(targetOf(address, FROM).kind).toBe(kind);
});

test.each([
  ['another page', '/en/about/', '#/en/about/'],
  ['a place on another page', '/en/about/#accessibility', '#/en/about/#accessibility'],
  ['a place on the same page', '#raw', '#/en/a2-tea/boiling/#raw'],
  ['a file', 'index.txt', 'beside/en/a2-tea/boiling/index.txt'],
  ['another site', 'https://example.org/x/', 'https://example.org/x/'],
])('in the app a link to %s is right', (_, href, written) => {
  expect(rewritten(`<a href="${href}">x</a>`, inApp(has, file))).toBe(`<a href="${written}">x</a>`);
});

test('a form that asks its own page asks that page of the app', () => {
  expect(rewritten('<form action=""></form>', inApp(has, file))).toBe(
    '<form action="#/en/a2-tea/boiling/"></form>',
  );
});

test.each([
  ['another page', '/en/about/', '../about.html'],
  ['the home page', '/en/#modules', '../../en.html#modules'],
  ['a place on the same page', '#raw', '#raw'],
  ['a file', '/leave.html', '../../../beside/leave.html'],
])('without script a link to %s is right', (_, href, written) => {
  expect(rewritten(`<a href="${href}">x</a>`, inStatic(FROM, has, file))).toBe(
    `<a href="${written}">x</a>`,
  );
});

test.each([
  '/en/about/',
  '/en/#modules',
  '#raw',
  '/en/about/?q=a%20b#x',
  '/leave.html',
  '/',
  'https://example.org/x/?a#b',
  'mailto:someone@example.org',
])(
  'the app reads %s from the page without script as it would have been written for the app',
  (href) => {
    const everywhere = (route: string): boolean => route === '' || has(route);
    const same = (path: string): string => path;
    const link = (writing: Writing): string =>
      parsePage(rewritten(`<a href="${href}">x</a>`, writing))
        .querySelector('a')
        ?.getAttribute('href') ?? '';
    expect(inDocument(link(inStatic(FROM, everywhere, same)), FROM)).toBe(
      link(inApp(everywhere, same)),
    );
  },
);

test('a link to a page that is not in the copy keeps its words only', () => {
  expect(rewritten('<p><a href="/en/gone/">Gone <b>on</b></a>.</p>', inApp(has, file))).toBe(
    '<p>Gone <b>on</b>.</p>',
  );
});

test('a language that is not in the copy leaves the list of languages', () => {
  expect(rewritten('<ul><li><a href="/ar/" data-lang="ar">x</a></li></ul>', inApp(has, file))).toBe(
    '<ul></ul>',
  );
});

test.each([
  ['one language', '<li><a href="/en/" data-lang="en">x</a></li>', ''],
  [
    'two languages',
    '<li><a href="/en/" data-lang="en">x</a></li><li><a href="/en/about/" data-lang="fr">y</a></li>',
    '<details class="langs"><ul><li><a href="#/en/" data-lang="en">x</a></li><li><a href="#/en/about/" data-lang="fr">y</a></li></ul></details>',
  ],
])('a choice of %s is kept only if it is one', (_, items, written) => {
  const choice = `<details class="langs"><ul>${items}</ul></details>`;
  expect(rewritten(choice, inApp(has, file))).toBe(written);
});

/** What an island is told after its addresses were written for the app. */
function told(props: unknown): unknown {
  const page = parsePage(`<astro-island props='${JSON.stringify(props)}'></astro-island>`);
  rewriteIslands(page, FROM, has);
  const island = parsePage(page.toString()).querySelector('astro-island');
  return JSON.parse(island?.getAttribute('props') ?? '');
}

test('addresses that an island is told lead to the pages of the app, and nowhere for a page that is not here', () => {
  const words = { title: 'Tea & "cups" <b>', half: 1, none: null };
  expect(told({ ...words, list: [{ href: '/en/about/#x' }, { href: '/en/gone/' }] })).toEqual({
    ...words,
    list: [{ href: '#/en/about/#x' }, { href: '' }],
  });
  expect(() => told({ file: '/leave.html' })).toThrow('/leave.html');
});

test.each([
  ['en/a2-tea/boiling/', true],
  ['en/a2-tea/', true],
  ['en/trainer/a2-tea/', true],
  ['en/trainer/', false],
  ['en/about/', false],
  ['', false],
])('whether %s belongs to a course: %s', (route, answer) => {
  expect(belongsTo(route, ['a2-tea'])).toBe(answer);
});

test('comments of islands survive, because hydration counts them', () => {
  const html = '<div><!--[--><p>a</p><!--[-1--><!--]--><!--]--></div>';
  expect(rewritten(html, inApp(has, file))).toBe(html);
});

test('a file that is carried in its link is saved under its own name', () => {
  const carried = { ...inApp(has, file), file: () => 'data:application/octet-stream;base64,eA==' };
  expect(rewritten('<a href="/files/a/b/k.db" download="k.db">k</a>', carried)).toContain(
    'download="k.db"',
  );
});

test('the files of labs that a page offers are found', () => {
  expect(
    labFilesIn('<a href="/files/a1-tea/tea-cards/kettle.txt" download>x</a><a href="/en/">y</a>'),
  ).toEqual(['files/a1-tea/tea-cards/kettle.txt']);
  expect(besideIndex('files/a1-tea/tea-cards/kettle.txt')).toBe(
    'files/a1-tea/tea-cards/kettle.txt',
  );
});
