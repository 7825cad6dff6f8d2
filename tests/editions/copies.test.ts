import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { courses, modules } from '../../src/content/catalogue.ts';
import { sealOf } from '../../src/build/seal.ts';
import { ROLES } from '../../src/domain/roles.ts';
import { packFolder } from '../../src/editions/packed/folder.ts';
import { asHeld } from '../../src/editions/packed/held.ts';
import { parsePage, readPage, routesOf } from '../../src/editions/packed/read.ts';
import { packSingle } from '../../src/editions/packed/single.ts';
import { translator } from '../../src/i18n/t.ts';
import { startBrowser, type Running } from './browsers.ts';
import { options, SITE, unpack } from './packages.ts';
import { arrive, expectCalm, listen, open, press, see, type Reader } from './reader.ts';

const all = courses();
const found = all.find(({ spine }) => spine.code === 'A2');
if (!found) throw new Error('The model module is not published.');
const course = found;
const lessons = course.lessons.filter(({ spine }) => spine.kind === 'lesson');
const without = all.flatMap(({ id }) => (id === course.id ? [] : [id]));
const HOME = `#/en/${course.id}/`;

let running: Running;
beforeAll(async () => {
  running = await startBrowser('chromium');
});
afterAll(() => running.browser.close());

/** The document of a single file as somebody has it who was sent it. */
function received(html: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'custodia-')), 'custodia-a2-en.html');
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

/** What is seen on a page without script once everything that moves in time has come to its end. */
async function seenInTheEnd(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
    return document.body.innerText;
  });
}

describe('a copy in a browser that runs no script', () => {
  test('leads in each of its languages to the pages that are read without it, and speaks of no missing file', async () => {
    const start = pathToFileURL(
      join(unpack(await packFolder(options({ without }))), 'index.html'),
    ).href;
    const reader = listen(await running.browser.newPage());
    const { page } = reader;
    await page.setJavaScriptEnabled(false);
    await page.goto(start);
    const seen = await seenInTheEnd(page);
    for (const lang of ['ar', 'en'] as const) {
      const t = translator(lang);
      expect(seen).toContain(t('edition.noscript.title'));
      expect(seen).toContain(t('edition.noscript.text'));
      expect(seen).not.toContain(t('edition.unzip.title'));
    }
    for (const [link, title] of [
      ['noscript a[href="static/en.html"]', 'Custodia'],
      [`main a[href$="${course.id}.html"]`, 'A2'],
      [`main .way a[href$="${lessons[0]?.id ?? ''}.html"]`, 'A2.1'],
    ] as const) {
      await Promise.all([page.waitForNavigation(), page.click(link)]);
      expect(await page.title()).toContain(title);
    }
    await see(page, 'main .lesson p');
    expectCalm(reader);
    await page.goto(start);
    await Promise.all([page.waitForNavigation(), page.click('noscript [lang=ar] a')]);
    expect(await page.$eval('html', ({ lang, dir }) => [lang, dir])).toEqual(['ar', 'rtl']);
    await page.close();
  });
});

describe('a copy of one course in one language', () => {
  let reader: Reader;
  let start: string;
  let folder: Awaited<ReturnType<typeof packFolder>>;
  beforeAll(async () => {
    folder = await packFolder(options({ langs: ['en'], without }));
    start = pathToFileURL(join(unpack(folder), 'index.html')).href;
    reader = listen(await running.browser.newPage());
  });

  test('asks for no language: it opens on the home page, with an address of its own', async () => {
    const { page } = reader;
    await page.goto(start);
    await arrive(page, '#/en/');
    expect(await page.$('.langs')).toBeNull();
    expect([...folder.keys()]).not.toContain('static/index.html');
    await open(page, '#/en/glossary/');
    await page.goBack();
    await arrive(page, '#/en/');
  });

  test('says of each course whether it is here, and counts those that are', async () => {
    const { page } = reader;
    await open(page, '#/en/');
    const planned = modules('en').filter((module) => !module.course).length;
    expect(await field(page, 'Modules')).toBe(`1 ready, ${planned} in preparation`);
    expect(await field(page, 'Languages')).toContain('1 of 1');
    expect(await statesOf(page)).toEqual(without.map(() => 'Not in this copy'));
    for (const role of ROLES) {
      await open(page, `#/en/paths/${role}/`);
      expect(await field(page, 'Modules')).toMatch(/^1 ready of \d+$/);
      expect(await field(page, 'Ready to study')).toMatch(/^2 hours of \d+ hours$/);
      expect(new Set(await statesOf(page))).toEqual(new Set(['Not in this copy']));
      const [button] = await page.$$eval('main .actions a', (links) =>
        links.map((link) => [link.textContent.trim().slice(0, 7), link.getAttribute('href')]),
      );
      expect(button).toEqual(['Open A2', HOME]);
    }
  });

  test('offers in no list what it does not hold', async () => {
    const { page } = reader;
    await open(page, '#/en/search/');
    const topics = await page.$$eval('[data-topics] li', (rows) =>
      rows.map((row) => row.querySelector('a') !== null),
    );
    expect(topics.length).toBeGreaterThan(50);
    expect(topics).not.toContain(false);
    expect(await page.$$('[data-topics] section:not(:has(li))')).toHaveLength(0);
    await open(page, `#/en/${modules('en').find((module) => !module.course)?.id ?? ''}/`);
    expect(
      await page.$$eval('main [data-only-held] a', (links) =>
        links.map((link) => link.getAttribute('href')),
      ),
    ).toEqual([HOME]);
  });

  test('shows a record of the courses it holds, whose links lead on', async () => {
    const { page } = reader;
    await open(page, '#/en/progress/');
    await see(page, '.strings');
    expect(await field(page, 'Finished')).toBe(`0 of ${lessons.length} lessons`);
    const linked = await page.$$eval('.strings li', (rows) =>
      rows
        .filter((row) => row.textContent.includes('Not in this copy'))
        .map((row) => row.querySelector('a') !== null),
    );
    expect(linked.length).toBeGreaterThan(0);
    expect(linked).not.toContain(true);
    await press(page, 'Acquire', '.strings');
    await arrive(page, HOME);
    const first = `${HOME}${lessons[0]?.id ?? ''}/`;
    await open(page, first);
    await page.waitForSelector('[data-lesson-mark][data-ready]');
    await press(page, 'Mark as read and continue', 'main');
    await page.waitForFunction((from: string) => location.hash !== from, {}, first);
    await open(page, '#/en/progress/');
    await page.waitForFunction(() =>
      document.querySelector('[data-label=finished]')?.textContent.startsWith('1 of'),
    );
    await page.click('.strings .button');
    await page.waitForFunction((home: string) => location.hash.startsWith(home), {}, HOME);
    await open(page, `${HOME}completion/`);
    await page.waitForSelector('[data-enhance=completion][data-ready]');
    await press(page, 'Form A', '[data-enhance=completion] astro-island');
    await arrive(page, `${HOME}quiz-a/`);
    expectCalm(reader);
    await page.close();
  });

  test('tells islands no address of the site', () => {
    const told = [...folder]
      .filter(([name]) => name.startsWith('static/'))
      .map(([, bytes]) => parsePage(new TextDecoder().decode(bytes)));
    const props = told.flatMap((page) =>
      page
        .querySelectorAll('astro-island[props]')
        .map((island) => island.getAttribute('props') ?? ''),
    );
    expect(props.some((each) => each.includes('"#/en/'))).toBe(true);
    expect(props.filter((each) => /"\/(?!")/.test(each))).toEqual([]);
  });
});

test('one document of one course opens with that course, and says without script that it needs it', async () => {
  const html = await packSingle(options({ langs: ['en'], without }), 'en');
  const reader = listen(await running.browser.newPage());
  const { page } = reader;
  await page.goto(received(html));
  await arrive(page, HOME);
  expectCalm(reader);
  await page.setJavaScriptEnabled(false);
  await page.goto(received(html));
  const t = translator('en');
  const seen = await seenInTheEnd(page);
  expect(seen).toContain(t('edition.noscript.nothing'));
  expect(seen).not.toContain(t('edition.unzip.title'));
  await page.close();
});

test('a path of which nothing is here opens nothing, and no sealed word changes', () => {
  const none = all.map(({ id }) => id);
  const path = asHeld(readPage(SITE, 'en/paths/judge/'), { langs: ['en'], without: none });
  expect(readPage(SITE, 'en/paths/judge/').html).toContain('data-open-first');
  expect(path.html).not.toContain('data-open-first');
  const routes = routesOf(SITE, (route) =>
    /^(?:en|ar)\/(?:$|paths\/|progress\/|search\/|a1-|coverage\/|sources\/)/.test(route),
  );
  expect(routes.length).toBeGreaterThan(15);
  for (const route of routes) {
    const built = readPage(SITE, route);
    const held = asHeld(built, { langs: ['en', 'ar'], without });
    expect(sealOf(held.html)?.hash, route).toBe(sealOf(built.html)?.hash);
  }
});

/** The value of a field in the label of the page. */
function field(page: Page, name: string): Promise<string | undefined> {
  return page.$$eval(
    'dl.fields > div',
    (fields, wanted) =>
      fields
        .find((each) => each.querySelector('dt')?.textContent === wanted)
        ?.querySelector('dd')
        ?.textContent.trim(),
    name,
  );
}

/** What is said of courses that are not here. Fails where it does not stand in the column of its row, or a link is left. */
async function statesOf(page: Page): Promise<string[]> {
  const rows = await page.$$eval('[data-left-out]', (names) =>
    names.map((name) => {
      const state = name.closest('li')?.querySelector('[data-state]');
      const code = name.closest('li')?.querySelector('b')?.getBoundingClientRect();
      const startsAfterCode =
        (state?.getBoundingClientRect().left ?? 0) > (code?.right ?? Infinity);
      return {
        said: state?.textContent.trim() ?? '',
        startsAfterCode,
        links: name.closest('li')?.querySelectorAll('a').length,
      };
    }),
  );
  expect(rows.filter(({ startsAfterCode, links }) => !startsAfterCode || links !== 0)).toEqual([]);
  return rows.map(({ said }) => said);
}
