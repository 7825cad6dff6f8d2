import { globSync } from 'node:fs';
import { courses, type Course } from '../../src/content/catalogue.ts';

/** The module on which the walks prove the code of the pages, edge by edge. It has every kind of question. */
const MODEL = 'a2-acquire-hash-hand-over';

/** The model module. */
export function model(): Course {
  const found = courses().find(({ id }) => id === MODEL);
  if (!found) throw new Error(`${MODEL} is not published.`);
  return found;
}

/** Every other published module, in the order of the map. A suite without one would test nothing, so it throws. */
export function others(): Course[] {
  const found = courses().filter(({ id }) => id !== MODEL);
  if (found.length === 0) throw new Error('No module but the model is published.');
  return found;
}

/** The folder of the built site. */
export function builtSite(): string {
  const root = new URL('../../', import.meta.url).pathname;
  return `${root}${process.env['CUSTODIA_TEST_SITE'] ?? 'dist'}`;
}

/** Addresses of built pages: what a walk must not leave out. `pattern` is a glob of folders below the language. */
export function builtPages(pattern: string): string[] {
  return globSync(`en/${pattern}/index.html`, { cwd: builtSite() })
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .sort();
}
