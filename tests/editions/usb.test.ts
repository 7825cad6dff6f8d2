import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { SITE } from './packages.ts';
import { arrive, click, expectCalm, listen, open, press, see, type Reader } from './reader.ts';
import { LESSON, course, lesson, onStick } from './stick.ts';

onStick('the USB edition, opened by a double click', (stick) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = listen(await stick().running.browser.newPage());
  });

  test('begins with the choice of language and leads the reader and their focus', async () => {
    const { page } = reader;
    await page.goto(`${stick().start}#/#choose`);
    await press(page, 'English', 'main');
    await arrive(page, '#/en/');
    expect(await page.title()).toContain('Custodia');
    // Focus goes to the heading of the page that was opened, so that a screen reader says where it is.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await open(page, LESSON);
    expect(await page.title()).toContain(await see(page, 'main h1'));
    await press(page, 'Mark as read and continue', 'main');
    await page.waitForFunction((from: string) => location.hash !== from, {}, LESSON);
  });

  test('finds, leads to what was found, and comes back to the finds', async () => {
    const { page } = reader;
    await open(page, '#/en/search/');
    await see(page, '[data-search-form][data-ready]');
    await page.type('input[name=q]', 'chain of custody');
    await page.keyboard.press('Enter');
    await see(page, '.hits a');
    expect(await page.evaluate(() => location.hash)).toBe('#/en/search/?q=chain%20of%20custody');
    await click(page, '.hits a');
    await page.waitForFunction(() => !location.hash.startsWith('#/en/search/'));
    await see(page, 'main h1');
    await page.goBack();
    await see(page, '.hits a');
  });

  test('shows the words around a find from the page that holds them', async () => {
    const { page } = reader;
    await open(page, '#/en/search/?q=custody');
    // All of them have come when no frame is there any more.
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('.hits p')].slice(0, 15);
      const marked = all.filter((each) => each.querySelector('mark'));
      return marked.length > 10 && document.querySelector('iframe') === null;
    });
    expectCalm(reader);
  });

  test('looks through the pages for what the index does not know, until somebody asks for something else', async () => {
    const { page } = reader;
    const ask = async (words: string): Promise<void> => {
      await page.$eval('input[name=q]', (field) => (field.value = ''));
      await page.type('input[name=q]', words);
      await page.keyboard.press('Enter');
    };
    await open(page, '#/en/search/');
    await see(page, '[data-search-form][data-ready]');
    // What is said when the first find comes, however quickly the last one follows.
    const said = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const results = document.querySelector('.search-results');
          const watch = new MutationObserver(() => {
            if (!results?.querySelector('.hits a')) return;
            watch.disconnect();
            resolve(results.querySelector('[role=status]')?.textContent ?? '');
          });
          if (results) watch.observe(results, { childList: true, subtree: true });
        }),
    );
    await ask('ustody');
    expect(await said).toContain('Searching');
    await ask('llisi');
    await page.waitForFunction(() =>
      /^\d+ /.test(document.querySelector('.search-results [role=status]')?.textContent ?? ''),
    );
    const found = await page.$$eval('.hits a', (all) => all.map((link) => link.textContent.trim()));
    expect(found.length).toBeGreaterThan(3);
    expect(found).toContain('hash collision');
    expect(new Set(found).has('custody record')).toBe(false);
    expect(await see(page, '.hits p')).not.toBe('');
    expectCalm(reader);
  });

  test('leads from a source note to the list of sources, which has the address', async () => {
    const { page } = reader;
    await open(page, LESSON);
    await click(page, '.source a');
    await page.waitForFunction(() => location.hash.startsWith('#/en/sources/#'));
    await see(page, '[data-target] a');
    const [address] = await page.$$eval('[data-target] a', (all) => all.map((link) => link.href));
    expect(address).toMatch(/^https:/);
    await page.goBack();
    await arrive(page, LESSON);
    expectCalm(reader);
  });

  test('saves the record to a file, and loads it again without counting anything twice', async () => {
    const { page } = reader;
    await open(page, '#/en/progress/');
    await see(page, '.savebox');
    expect(await see(page, 'main')).toContain('1 of 5 lessons');
    await press(page, 'Save my progress to a file', '.savebox');
    const { path, text: saved } = await savedFile(stick().running.downloads);
    expect(JSON.parse(saved)).toMatchObject({ format: 'custodia-progress' });
    expect(saved).toContain(lesson.id);
    const entries = (JSON.parse(saved) as { statements: unknown[] }).statements.length;
    const field = await page.waitForSelector('.savebox input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
    await page.waitForFunction(
      (words: string) => document.querySelector('main')?.textContent.includes(words),
      { timeout: 30_000 },
      entries === 1 ? '1 entry read. 0 new.' : `${entries} entries read. 0 new.`,
    );
    expectCalm(reader);
  });

  test('saves the words that the seal of a page is made of', async () => {
    const { page } = reader;
    await open(page, LESSON);
    await click(page, '.seal a[data-seal-words]');
    const saved = `en-${course.id}-${lesson.id}.txt`;
    const words = readFileSync(join(SITE, LESSON.slice(2), 'index.txt'), 'utf8');
    await expect.poll(() => readdirSync(stick().running.downloads).includes(saved)).toBe(true);
    await expect
      .poll(() => readFileSync(join(stick().running.downloads, saved), 'utf8') === words)
      .toBe(true);
    expectCalm(reader);
  });

  test('prints from the foot of a page, and says in the bar which page is open', async () => {
    const { page } = reader;
    await open(page, '#/en/glossary/');
    const printed = await page.evaluate(() => {
      let asked = 0;
      window.print = () => (asked += 1);
      document.querySelector<HTMLElement>('[data-print]')?.click();
      return asked;
    });
    expect(printed).toBe(1);
    const said = await page.$$eval('.nav a[aria-current=page]', (all) =>
      all.map((link) => link.textContent.trim()),
    );
    expect(new Set(said)).toEqual(new Set(['Glossary']));
    // The same page in the other language of the copy, and no third language.
    const langs = await page.$$eval('.langs a', (all) =>
      all.map((link) => link.getAttribute('href')),
    );
    expect(langs).toEqual(['#/ar/glossary/', '#/en/glossary/']);
    if (stick().name === 'chromium') {
      await page.emulateMediaType('print');
      expect(await page.$eval('.top', (bar) => getComputedStyle(bar).display)).toBe('none');
      await page.emulateMediaType();
    }
    expectCalm(reader);
  });

  test('opens a place on a page by its address and marks it, inside folded parts too', async () => {
    const { page } = reader;
    await open(page, '#/en/about/#accessibility');
    await page.waitForFunction(() => document.activeElement?.id === 'accessibility');
    expect(await page.evaluate(() => document.querySelector('[data-target]')?.id)).toBe(
      'accessibility',
    );
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.click());
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    expect(await page.evaluate(() => location.hash)).toBe('#/en/about/#main');
    expectCalm(reader);
  });

  test('comes back to the same lines with the back button', async () => {
    const { page } = reader;
    await open(page, LESSON);
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForFunction(
      () => (history.state as { scroll?: number } | null)?.scroll === scrollY && scrollY > 500,
    );
    const steps = await page.evaluate(() => history.length);
    await open(page, '#/en/glossary/');
    // The frame in which the page came leaves no step of its own.
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    expect(await page.evaluate(() => document.querySelector('iframe'))).toBeNull();
    await page.waitForFunction(() => scrollY === 0);
    await page.goBack();
    await arrive(page, LESSON);
    await page.waitForFunction(() => scrollY > 500);
    expectCalm(reader);
  });

  test('reads from right to left in Arabic', async () => {
    const { page } = reader;
    await open(page, LESSON.replace('/en/', '/ar/'));
    expect(
      await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang]),
    ).toEqual(['rtl', 'ar']);
    const edge = await page.evaluate(() => {
      const heading = document.querySelector('main h1')?.getBoundingClientRect();
      return heading ? innerWidth - heading.right : 0;
    });
    expect(edge).toBeLessThan(200);
    expectCalm(reader);
  });

  test('says in the language of the address that a page is not here', async () => {
    const { page } = reader;
    await page.evaluate(() => (location.hash = '#/en/no-such-page/'));
    await page.waitForFunction(() => document.querySelector('main .searchform') !== null);
    await page.type('.searchform input', 'offset');
    await page.keyboard.press('Enter');
    await see(page, '.hits a');
    expectCalm(reader);
  });

  test('leaves to a page without a word of ours that "back" does not undo', async () => {
    const { page } = reader;
    await open(page, LESSON);
    await page.click('a.leave');
    await page.waitForFunction(() => location.pathname.endsWith('/leave.html'));
    expect(await page.title()).toBe('');
    await page.evaluate(() => history.back());
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/index\.html$/);
    expect(new URL(page.url()).hash).not.toBe(LESSON);
  });

  test('is read without script from page to page, with the way out and whose it is', async () => {
    const page = await stick().running.browser.newPage();
    // Firefox cannot be told so by the test; there the page's one script does nothing, as it should.
    if (stick().name === 'chromium') await page.setJavaScriptEnabled(false);
    await page.goto(new URL(`static/${LESSON.slice(2, -1)}.html`, stick().start).href);
    expect(await page.$eval('.foot', (foot) => foot.textContent)).toContain('independent');
    expect(await page.$eval('.leave', (link) => (link as HTMLAnchorElement).href)).toMatch(
      /\/leave\.html$/,
    );
    for (const [link, title] of [
      ['.nav a[href$="glossary.html"]', 'Glossary'],
      ['.foot a[href$="safe-use.html"]', 'Safe use'],
      ['.mark', 'Custodia'],
    ] as const) {
      await Promise.all([page.waitForNavigation(), page.click(link)]);
      expect(await page.title()).toContain(title);
    }
    await page.close();
  });

  test('keeps the rules of local files that people have', async () => {
    const page = await stick().running.browser.newPage();
    await page.goto(`${stick().start}#/#choose`);
    await press(page, 'English', 'main');
    await arrive(page, '#/en/');
    await page.goto(new URL('static/en.html', stick().start).href);
    const kept = await page.evaluate(() => localStorage.getItem('custodia:lang'));
    // Firefox gives each file a store of its own: this is why everything is one document.
    expect(kept).toBe(stick().name === 'firefox' ? null : 'en');
    expect(await page.evaluate(() => document.querySelector('main h1') !== null)).toBe(true);
  });
});

/** The file that the browser has saved, once it is whole. */
async function savedFile(folder: string): Promise<{ path: string; text: string }> {
  for (let tries = 0; tries < 60; tries += 1) {
    const file = readdirSync(folder).find((name) => /^custodia-progress-[\d-]+\.json$/.test(name));
    const path = join(folder, file ?? '');
    const text = file === undefined ? '' : readFileSync(path, 'utf8');
    if (text.endsWith('}') || text.endsWith('}\n')) return { path, text };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(
    `No progress file was saved. The folder holds: ${readdirSync(folder).join(', ')}.`,
  );
}
