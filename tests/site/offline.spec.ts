import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { courses } from '../../src/content/catalogue.ts';
import { offlineLists } from '../../src/editions/site/lists.ts';
import { serveFlaky, type Flaky } from './offline-server.ts';

const site = new URL('../../dist', import.meta.url).pathname;
const course = courses().find(({ id }) => id.startsWith('a2-'));
if (!course) throw new Error('Module A2 is not published.');
const pack = `en/${course.id}`;
const lesson = `en/${course.id}/${course.lessons[1]?.id ?? ''}/`;

const row = (page: Page) => page.locator(`[data-pack="${pack}"]`);
async function open(page: Page, server: Flaky): Promise<void> {
  await page.goto(`${server.origin}/en/offline/`);
  await expect(page.locator('[data-enhance="offline"]')).toHaveAttribute('data-ready', '');
}
const complete = (page: Page) =>
  expect(page.getByText('Complete. This course now works without a network.')).toBeVisible({
    timeout: 40_000,
  });

/** The kept files whose bytes are not those that the list says. */
async function spoilt(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((each) => each.startsWith('custodia-files ')) ?? '';
    const store = await caches.open(name);
    const list = (await (await store.match('/offline/kept-en.json'))?.json()) as {
      files: { path: string; hash: string }[];
    };
    const wrong: string[] = [];
    for (const { path, hash } of list.files) {
      const body = await (await store.match(`/${path}`))?.arrayBuffer();
      const digest = body && new Uint8Array(await crypto.subtle.digest('SHA-256', body));
      const found = Array.from(digest ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (found !== hash) wrong.push(path);
    }
    return wrong;
  });
}

test.describe('a course without a network', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);
  let server: Flaky;
  let started: Flaky | undefined;
  test.beforeEach(async () => {
    server = await serveFlaky(site);
    started = server;
  });
  // Nothing was started where the project leaves these tests out.
  test.afterEach(() => started?.stop());

  test('is studied, searched and recorded after the server has gone, and says that it is offline', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    await open(page, server);
    await expect(row(page)).toContainText('to download');
    await row(page).getByRole('button', { name: 'Keep on this device' }).click();
    await complete(page);
    await server.stop();
    await context.setOffline(true);

    await page.goto(`${server.origin}/${lesson}`);
    await expect(page.locator('.keptline')).toContainText('You are offline.');
    const question = page.locator('[data-enhance=question]').first();
    await question.scrollIntoViewIfNeeded();
    await expect(question).toHaveAttribute('data-ready', '');
    await page.getByText('Mark as read and continue').click();
    await page.waitForURL((url) => !url.pathname.includes(lesson));
    await page.goto(`${server.origin}/en/search/?q=hash`);
    await expect(page.locator('mark').first()).toBeVisible();
    await page.goto(`${server.origin}/en/progress/`);
    await expect(page.locator('main')).toContainText('1 of 5 lessons');
    await page.goto(`${server.origin}/en/${course.id}/case/`);
    await expect(page.locator('[data-enhance="scenario"], [data-enhance="case"]')).toHaveAttribute(
      'data-ready',
      '',
    );
    // What was not kept: the page that says so stands in for it.
    await page.goto(`${server.origin}/fr/glossary/`);
    await expect(page.getByText('The page you asked for is not on this device')).toBeVisible();
  });

  test('goes on where the connection was cut, as often as it is cut, and no byte is wrong', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await open(page, server);
    server.cutAfter = 347_113;
    await row(page).getByRole('button', { name: 'Keep on this device' }).click();
    for (let cuts = 1; ; cuts += 1) {
      const broke = page.getByText('The connection broke off.');
      const done = page.getByText('Complete. This course now works');
      await expect(broke.or(done)).toBeVisible({ timeout: 40_000 });
      if (await done.isVisible()) break;
      expect(cuts).toBeLessThan(30);
      server.cutAfter = 347_113 + cuts * 1_009;
      await page.getByRole('button', { name: 'Go on' }).click();
    }
    expect(server.cuts).toBeGreaterThan(2);
    // The list in the cache is the whole language's: check the files of what is kept.
    const missing = (await spoilt(page)).filter((path) => /^(?:en\/a2-|_astro\/)/.test(path));
    expect(missing.filter((path) => path.startsWith('en/a2-'))).toEqual([]);
  });

  test('stays the version it was until the learner fetches the newer one, also in a form under way', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    await open(page, server);
    await row(page).getByRole('button', { name: 'Keep on this device' }).click();
    await complete(page);
    const quiz = await context.newPage();
    await quiz.goto(`${server.origin}/en/${course.id}/quiz-b/`);
    await expect(quiz.locator('[data-enhance="quiz"]')).toHaveAttribute('data-ready', '');

    const newer = renewed();
    try {
      server.folder = newer;
      // It looks for a newer version at most once an hour.
      await page.evaluate(() => localStorage.removeItem('custodia:newest'));
      await page.goto(`${server.origin}/${lesson}`);
      await expect(page.locator('main')).not.toContainText('A sentence of the newer version.');
      await expect(page.locator('.keptline')).toContainText('A newer version is there');
      await open(page, server);
      const before = server.asked.length;
      await page.getByRole('button', { name: 'Fetch the newer version' }).click();
      await expect(page.getByText('Pages that you open from now on')).toBeVisible({
        timeout: 40_000,
      });
      // What has not changed is taken over, not fetched again.
      expect(server.asked.length - before).toBeLessThan(12);
      // The form goes on with the files it was made of, although the server has them no more.
      await quiz.getByRole('button', { name: 'Start' }).click();
      await expect(quiz.getByText('Question 1 of 12').first()).toBeVisible();
      await page.goto(`${server.origin}/${lesson}`);
      await expect(page.locator('main')).toContainText('A sentence of the newer version.');
    } finally {
      rmSync(newer, { recursive: true, force: true });
    }
  });

  test('is not begun without room, breaks off in words when the device is full, and can be removed', async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.addInitScript(() => {
      const state = { free: 1000, left: 30 };
      Object.assign(window, { state });
      navigator.storage.estimate = () => Promise.resolve({ quota: state.free, usage: 0 });
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
      const put = Cache.prototype.put;
      Cache.prototype.put = function (...given) {
        if (given[0] === '/custodia-shelf') return put.apply(this, given);
        state.left -= 1;
        return state.left < 0
          ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
          : put.apply(this, given);
      };
    });
    await open(page, server);
    const begin = row(page).getByRole('button', { name: 'Keep on this device' });
    await begin.click();
    await expect(page.getByText('Make space first.')).toBeVisible();
    await page.evaluate(
      () => ((window as unknown as { state: { free: number } }).state.free = 1e9),
    );
    await begin.click();
    await expect(page.getByText('This device has no room left.')).toBeVisible();
    await page.evaluate(
      () => ((window as unknown as { state: { left: number } }).state.left = 1e9),
    );
    await page.getByRole('button', { name: 'Go on' }).click();
    await complete(page);
    await row(page).getByRole('button', { name: 'Remove from this device' }).click();
    await expect(page.getByText('Your learning record is untouched.')).toBeVisible();
    expect(
      await page.evaluate(async () =>
        (await caches.keys()).filter((name) => name.startsWith('custodia-files ')),
      ),
    ).toEqual([]);
  });
});

/** A copy of the site one version on: a lesson says more, and a script has another name. */
function renewed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-newer-'));
  cpSync(site, folder, { recursive: true });
  const page = `${folder}/${lesson}index.html`;
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('</h1>', '</h1><p>A sentence of the newer version.</p>'));
  for (const name of new Set(
    [
      ...readFileSync(`${folder}/en/${course?.id ?? ''}/quiz-b/index.html`, 'utf8').matchAll(
        /QuizForm\.[\w-]+\.js/g,
      ),
    ].map(([found]) => found),
  )) {
    const script = readFileSync(`${folder}/_astro/${name}`, 'utf8');
    for (const [part] of script.matchAll(/form-parts\.[\w-]+\.js/g))
      rmSync(`${folder}/_astro/${part}`, { force: true });
  }
  const lists = offlineLists(folder, '/');
  for (const [lang, list] of Object.entries(lists))
    writeFileSync(`${folder}/offline/${lang}.json`, JSON.stringify(list));
  writeFileSync(`${folder}/offline/version.json`, JSON.stringify({ version: lists.en.version }));
  return folder;
}
