import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildSite } from '../../src/cli/site.ts';
import { readLibrary } from '../../src/content/library.ts';

const BASE = '/academy/courses/';
const OUT = 'test-results/variant-site';
const COURSE = 'en/a2-acquire-hash-hand-over';
const library = readLibrary(process.cwd());
/** Every slot that a published lesson shows, with the lesson's folder below the language. */
const slots = library.courses
  .filter(({ spine }) => spine.data?.status === 'ready')
  .flatMap((course) =>
    course.lessons.flatMap(({ id, spine }) =>
      (spine.data?.status === 'ready' ? spine.data.law : []).map((slot) => ({
        slot,
        page: `en/${course.id}/${id}/index.html`,
      })),
    ),
  );
const slotIn = (site: string, page: string, slot: string) =>
  parse(readFileSync(`${site}/${page}`, 'utf8')).querySelector(`[data-law="${slot}"]`);

/** Two tests read every page of a build, and the computer may be busy. */
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  // The test runner tells its children what it is; a build must not hear of it.
  for (const name of ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST']) {
    Reflect.deleteProperty(process.env, name);
  }
  // One build shows both: a site below a path, and the law of the worked example.
  await buildSite({ audience: 'learner', base: BASE, jurisdiction: 'xa', out: OUT, quiet: true });
}, 240_000);

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

test('the build for Arvala answers every slot with text, source, date and the office that checked it', () => {
  const spine = library.jurisdictions.find(({ id }) => id === 'xa')?.spine.data;
  expect(slots.length).toBeGreaterThan(3);
  for (const { slot, page } of slots) {
    const shown = slotIn(OUT, page, slot);
    const filled = spine?.slots[slot];
    expect(shown?.classList.contains('filled'), `${page} ${slot}`).toBe(true);
    expect(shown?.text, slot).toContain('Law of Arvala');
    expect(shown?.text, slot).toContain('Fictional State, for training.');
    expect(shown?.text, slot).toMatch(/Checked on \d+ \w+ \d{4} by: /);
    expect(shown?.querySelector('[data-review-by]')?.getAttribute('data-review-by')).toBe(
      filled?.review_by,
    );
    for (const [key, section] of Object.entries(filled?.sources ?? {})) {
      expect(shown?.text, slot).toContain(spine?.sources[key]?.title);
      expect(shown?.text, slot).toContain(section);
    }
  }
});

test('every page of that build says whose law it shows, and that the State is fictional', () => {
  const silent = globSync('**/index.html', { cwd: OUT }).filter((file) => {
    if (!file.includes('/')) return false;
    const note = parse(readFileSync(`${OUT}/${file}`, 'utf8')).querySelector('[data-jurisdiction]');
    return note === null;
  });
  expect(silent).toEqual([]);
});

test('the base build has no State and shows every slot as empty, with its question', () => {
  for (const { slot, page } of slots) {
    const shown = slotIn('dist', page, slot);
    expect(shown?.classList.contains('filled'), `${page} ${slot}`).toBe(false);
    expect(shown?.text, slot).toContain('Nothing here is guessed.');
    expect(shown?.text, slot).toContain('?');
  }
  expect(readFileSync('dist/en/index.html', 'utf8')).not.toContain('data-jurisdiction');
});

test('a State changes no case and no seal: nodes, options and words are those of the base build', () => {
  const nodes = (site: string) =>
    parse(readFileSync(`${site}/${COURSE}/case/index.html`, 'utf8'))
      .querySelectorAll('main [id]')
      .map(({ id }) => id);
  expect(nodes(OUT).length).toBeGreaterThan(20);
  expect(nodes(OUT)).toEqual(nodes('dist'));
  for (const { page } of slots) {
    const words = page.replace(/html$/, 'txt');
    expect(readFileSync(`${OUT}/${words}`, 'utf8'), page).toBe(
      readFileSync(`dist/${words}`, 'utf8'),
    );
  }
});
