import { globSync, readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { properNames } from '../../src/content/mentions.ts';
import { readLibrary } from '../../src/content/library.ts';

const dist = new URL('../../dist/', import.meta.url).pathname;
const names = properNames(readLibrary(new URL('../..', import.meta.url).pathname), 'en');
const pages = globSync('en/*/{quiz-*,case,lab-*}/index.html', { cwd: dist });

test('a form, a case or a lab that names an instrument or a body leads to its page at its end', () => {
  expect(pages.length).toBeGreaterThan(20);
  const missing = pages.flatMap((file) => {
    const page = parse(readFileSync(dist + file, 'utf8'));
    const list = page.querySelector('nav.named');
    const linked = list?.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '') ?? [];
    list?.remove();
    const words = page.querySelector('article')?.textContent ?? '';
    return names
      .filter(({ found }) => found.test(words))
      .filter(({ id }) => !linked.some((href) => href.endsWith(`s/${id}/`)))
      .map(({ name }) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});
