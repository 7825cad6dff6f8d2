import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const root = new URL('../../dist/', import.meta.url).pathname;
const scripts = globSync('_astro/*.js', { cwd: root });
const parsers = scripts.filter((file) => file.includes('postal-mime'));

test('the mail parser is one file, asked for by the header tool alone and named by no page', () => {
  expect(parsers).toHaveLength(1);
  const name = parsers[0]?.slice('_astro/'.length) ?? 'missing';
  const asking = scripts.filter((file) => readFileSync(root + file, 'utf8').includes(name));
  expect(asking.map((file) => file.replace(/\..*/, ''))).toEqual(['_astro/HeaderTrail']);
  const pages = globSync('*/*/*/index.html', { cwd: root });
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((file) => readFileSync(root + file, 'utf8').includes(name))).toEqual([]);
});

test('the button says the size that is loaded', () => {
  const size = gzipSync(readFileSync(root + (parsers[0] ?? '')), { level: 9 }).length / 1000;
  const page = readFileSync(`${root}en/a5-who-was-behind-it/lab-header-trail/index.html`, 'utf8');
  const told = Number(/loads about (\d+) kB/.exec(page)?.[1]);
  expect(Math.abs(told - size)).toBeLessThan(3);
});
