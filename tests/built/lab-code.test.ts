import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The code of a lab is asked for by pages of labs, and a tool of one lab by that lab alone. */
const root = new URL('../../dist/', import.meta.url).pathname;

/** Scripts that a page asks for by itself, with all that they import before they run. */
function scriptsOf(html: string): Set<string> {
  const found = new Set<string>();
  const queue = [
    ...html.matchAll(/(?:component-url|renderer-url|src)="[^"]*_astro\/([^"]+\.js)"/g),
  ].map(([, name = '']) => name);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...importsOf(name));
  }
  return found;
}

const known = new Map<string, string[]>();
function importsOf(name: string): string[] {
  const before = known.get(name);
  if (before) return before;
  const text = readFileSync(`${root}_astro/${name}`, 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
    ([, each = '']) => each,
  );
  known.set(name, names);
  return names;
}

const pages = globSync(['en/*/index.html', 'en/*/*/index.html'], { cwd: root }).map((file) => {
  const html = readFileSync(root + file, 'utf8');
  return { file, html, isLab: /\/lab-[^/]+\/index\.html$/.test(file) };
});
const labs = pages.filter(({ isLab }) => isLab);
const others = pages.filter(({ isLab }) => !isLab);
const islandsOf = (html: string): string[] =>
  [...html.matchAll(/component-url="[^"]*_astro\/([^"]+\.js)"/g)].map(([, name = '']) => name);

test('no page but those of labs asks for the code of a lab', () => {
  const ofLabs = new Set(labs.flatMap(({ html }) => islandsOf(html)));
  expect(labs.length).toBeGreaterThan(8);
  expect(ofLabs.size).toBeGreaterThan(8);
  const astray = others.flatMap(({ file, html }) =>
    [...scriptsOf(html)].filter((name) => ofLabs.has(name)).map((name) => `${file}: ${name}`),
  );
  expect(astray).toEqual([]);
});

test.each([
  ['Console', 'lab-three-or-four-messages'],
  ['Converter', 'lab-three-or-four-messages'],
  ['HeaderTrail', 'lab-header-trail'],
  ['BitFlip', 'lab-hash-bench'],
])('the tool %s is asked for by its own page alone', (tool, lab) => {
  const asking = pages.filter(({ html }) =>
    [...scriptsOf(html)].some((name) => name.startsWith(`${tool}.`)),
  );
  expect(asking.map(({ file }) => file.split('/').at(-2))).toEqual([lab]);
});

test('SQLite is named by the page of its lab and by no other', () => {
  const naming = pages.filter(({ html }) => html.includes('tools/sqlite.json'));
  expect(naming.map(({ file }) => file.split('/').at(-2))).toEqual(['lab-three-or-four-messages']);
});
