import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/cli/site.ts';

const BASE = '/academy/courses/';
const OUT = 'test-results/base-site';

beforeAll(async () => {
  // The test runner tells its children what it is; a build must not hear of it.
  for (const name of ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST']) {
    Reflect.deleteProperty(process.env, name);
  }
  await buildSite({ audience: 'learner', base: BASE, out: OUT, quiet: true });
}, 120_000);

afterAll(() => rmSync(OUT, { recursive: true, force: true }));

test('a site below a path links only below that path, and everything it links to exists', () => {
  const pages = globSync('**/*.html', { cwd: OUT });
  expect(pages.length).toBeGreaterThan(150);
  const wrong = pages.flatMap((file) =>
    parse(readFileSync(`${OUT}/${file}`, 'utf8'))
      .querySelectorAll('[href], [src], [action], astro-island')
      .flatMap((element) =>
        ['href', 'src', 'action', 'component-url', 'renderer-url'].flatMap((name) => {
          const target = element.getAttribute(name);
          if (target === undefined || target === '' || /^(?:https?:|data:|#)/.test(target))
            return [];
          const { pathname } = new URL(target, `http://site${BASE}${file}`);
          if (!pathname.startsWith(BASE)) return [`${file}: ${target}`];
          const path = decodeURIComponent(pathname.slice(BASE.length));
          const found = path === '' || path.endsWith('/') ? `${path}index.html` : path;
          return existsSync(`${OUT}/${found}`) ? [] : [`${file}: ${target}`];
        }),
      ),
  );
  expect([...new Set(wrong)].slice(0, 20)).toEqual([]);
});
