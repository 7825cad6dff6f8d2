import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courses } from '../../src/content/catalogue.ts';
import {
  FIREFOX_MISSING,
  findFirefox,
  startBrowser,
  type BrowserName,
  type Running,
} from './browsers.ts';
import { belongs } from '../../src/editions/packed/pack.ts';
import { routesOf } from '../../src/editions/packed/read.ts';
import { SITE, options, unpackedUsb } from './packages.ts';
import { expectSeal } from './seals.ts';
import { arrive, expectCalm, listen, open, press, see, type Reader } from './reader.ts';

const [course] = courses();
if (!course) throw new Error('No course is published.');
const lesson = course.lessons.find(({ spine }) => spine.kind === 'lesson');
if (!lesson) throw new Error('The course has no lesson.');
const LESSON = `#/en/${course.id}/${lesson.id}/`;

const mustRun = process.env['CI'] === 'true';
if (findFirefox() === undefined) console.log(FIREFOX_MISSING);

for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
  const missing = name === 'firefox' && findFirefox() === undefined && !mustRun;
  describe.skipIf(missing)(`the USB edition, opened by a double click in ${name}`, () => {
    let running: Running;
    let start: string;
    let reader: Reader;

    beforeAll(async () => {
      const folder = await unpackedUsb();
      start = pathToFileURL(join(folder, 'index.html')).href;
      running = await startBrowser(name);
      reader = listen(await running.browser.newPage());
    });
    afterAll(() => running.browser.close());

    test('begins with the choice of language and leads the reader and their focus', async () => {
      const { page } = reader;
      await page.goto(start);
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
      await page.type('input[name=q]', 'chain of custody');
      await page.keyboard.press('Enter');
      await see(page, '.hits a');
      expect(await page.evaluate(() => location.hash)).toBe('#/en/search/?q=chain%20of%20custody');
      await page.click('.hits a');
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
      await ask('ustody');
      await see(page, '.hits a');
      expect(await see(page, '.search-results [role=status]')).toContain('Searching');
      await ask('llisi');
      await page.waitForFunction(() =>
        /^\d+ /.test(document.querySelector('.search-results [role=status]')?.textContent ?? ''),
      );
      const found = await page.$$eval('.hits a', (all) =>
        all.map((link) => link.textContent.trim()),
      );
      expect(found.length).toBeGreaterThan(3);
      expect(found).toContain('hash collision');
      expect(new Set(found).has('custody record')).toBe(false);
      expect(await see(page, '.hits p')).not.toBe('');
      expectCalm(reader);
    });

    test('leads from a source note to the list of sources, which has the address', async () => {
      const { page } = reader;
      await open(page, LESSON);
      await page.click('.source a');
      await page.waitForFunction(() => location.hash.startsWith('#/en/sources/#'));
      await see(page, '[data-target] a');
      const [address] = await page.$$eval('[data-target] a', (all) => all.map((link) => link.href));
      expect(address).toMatch(/^https:/);
      await page.goBack();
      await arrive(page, LESSON);
      expectCalm(reader);
    });

    test('saves the record to a file', async () => {
      const { page } = reader;
      await open(page, '#/en/progress/');
      await see(page, '.savebox');
      expect(await see(page, 'main')).toContain('1 of 5 lessons');
      await press(page, 'Save my progress to a file', '.savebox');
      const saved = await savedFile(running.downloads);
      expect(JSON.parse(saved)).toMatchObject({ format: 'custodia-progress' });
      expect(saved).toContain(lesson.id);
      expectCalm(reader);
    });

    test('saves the words that the seal of a page is made of', async () => {
      const { page } = reader;
      await open(page, LESSON);
      await page.click('.seal a[data-seal-words]');
      const saved = `en-${course.id}-${lesson.id}.txt`;
      const words = readFileSync(join(SITE, LESSON.slice(2), 'index.txt'), 'utf8');
      await expect
        .poll(() => readdirSync(running.downloads).includes(saved), { timeout: 15_000 })
        .toBe(true);
      await expect
        .poll(() => readFileSync(join(running.downloads, saved), 'utf8') === words)
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
      if (name === 'chromium') {
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
      await expect
        .poll(() => new URL(page.url()).pathname, { timeout: 15_000 })
        .toMatch(/index\.html$/);
      expect(new URL(page.url()).hash).not.toBe(LESSON);
    });

    test('leaves pages whose record is not open yet, and takes nothing of them along', async () => {
      const slow = listen(await running.browser.newPage());
      const { page } = slow;
      await page.evaluateOnNewDocument(holdDatabase);
      await page.goto(start);
      await see(page, 'main h1');
      const routes = routesOf(SITE, (route) => belongs(route, options()));
      const labs = routes.filter((route) => /^en\/.*\/lab-/.test(route));
      expect(labs.length).toBeGreaterThan(5);
      for (const route of [`en/${course.id}/case/`, 'en/progress/', ...labs]) {
        await open(page, `#/${route}`);
        await page.waitForFunction(
          () => !document.querySelector('astro-island[ssr]:is([client=load], [client=only])'),
        );
      }
      // Now every island of every page goes on; only those of the last page are still there.
      await page.evaluate(() => dispatchEvent(new Event('test:database')));
      const choice = await page.waitForSelector('select[id^=finding-]', { timeout: 15_000 });
      expectCalm(slow);
      const blanks = (): Promise<number> => page.$$eval('.lab-blank', (all) => all.length);
      const before = await blanks();
      await choice?.evaluate((select) => {
        select.selectedIndex = 1;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      // The finding is this lab's own: that of another lab knows no such field.
      expect(await blanks()).toBeLessThan(before);
      // The place where trouble with the record is told goes along from page to page.
      await open(page, `#/en/${course.id}/case/`);
      expect(await page.$('main .recordtrouble')).not.toBeNull();
      await page.close();
    });

    test('shows every page it holds, and every island on it starts', async () => {
      // A window of its own: the one before has left.
      const fresh = listen(await running.browser.newPage());
      const { page } = fresh;
      await page.goto(start);
      await see(page, 'main h1');
      const routes = routesOf(SITE, (route) => belongs(route, options()) && route !== '');
      expect(routes.length).toBeGreaterThan(50);
      let sealed = 0;
      for (const route of routes) {
        await open(page, `#/${route}`);
        if (await expectSeal(page.mainFrame(), route)) sealed += 1;
        const { lang, late } = await page.evaluate(() => {
          document.querySelectorAll('[data-enhance]').forEach((each) => each.scrollIntoView());
          return {
            lang: document.documentElement.dataset['locale'],
            late: document.querySelectorAll('[data-enhance]').length,
          };
        });
        expect(lang).toBe(route.split('/')[0]);
        if (late === 0) continue;
        await page.waitForFunction(() => {
          const waiting = document.querySelector('[data-enhance]:not([data-ready])');
          waiting?.scrollIntoView();
          return waiting === null;
        });
      }
      expect(sealed).toBeGreaterThan(50);
      expectCalm(fresh);
      await page.close();
    }, 240_000);

    test('says what to do when the file of a page is missing or was cut short, and goes on', async () => {
      const folder = await unpackedUsb();
      const file = (name: string): string => join(folder, 'static', name);
      rmSync(file('en/glossary.html'));
      const whole = readFileSync(file('en/sources.html'), 'utf8');
      writeFileSync(file('en/sources.html'), whole.slice(0, whole.length / 2));
      const page = await running.browser.newPage();
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      await see(page, 'main h1');
      for (const name of ['glossary', 'sources']) {
        await open(page, '#/en/about/');
        await page.evaluate((to) => (location.hash = to), `#/en/${name}/`);
        expect(await see(page, '.pack-help.now')).toContain('one of them is damaged');
      }
      await open(page, '#/en/about/');
      expect(await page.$('.pack-help')).toBeNull();
      await page.close();
    });

    test('listens to nobody but the frame of the page that was asked for', async () => {
      const page = await running.browser.newPage();
      await page.goto(start);
      await open(page, '#/en/about/');
      await page.evaluate(() => {
        location.hash = '#/en/glossary/';
        const forged = '<html><title>x</title><main><h1>Forged</h1></main><!--end--></html>';
        for (let times = 0; times < 50; times += 1) postMessage(forged, '*');
      });
      await arrive(page, '#/en/glossary/');
      expect(await see(page, 'main h1')).not.toContain('Forged');
      await page.close();
    });

    test('asks for the page of its address once, before the app is there, and for nothing else', async () => {
      const arriving = listen(await running.browser.newPage());
      const { page } = arriving;
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const openNew = async (hash: string): Promise<void> => {
        asked.length = 0;
        await page.goto('about:blank');
        // Firefox tells the test that the window did not come when a frame in it did not.
        await page.goto(start + hash).catch((error: unknown) => {
          if (name === 'chromium') throw error;
        });
        await see(page, 'main h1');
        // Nothing is left of it when the page is there.
        const left = await page.evaluate(() => [
          document.querySelectorAll('iframe').length,
          'custodiaFirst' in window,
        ]);
        expect(left).toEqual([0, false]);
      };
      await openNew(LESSON);
      expect(await see(page, 'main h1')).toContain(
        await page.title().then((title) => title.split(' · ')[0] ?? ''),
      );
      const pages = asked.filter((url) => url.includes('/static/'));
      // Firefox does not tell the test about local files.
      if (name === 'chromium') expect(pages).toHaveLength(1);
      expectCalm(arriving);
      for (const hash of ['#/../../elsewhere/', '#/en/..%2F..%2Felsewhere/', '#//example.org/']) {
        await openNew(hash);
        expect(asked.filter((url) => /elsewhere|example/.test(url.split('#')[0] ?? ''))).toEqual(
          [],
        );
      }
      // A page that is not here: asked for in vain, then the page that says so.
      await openNew('#/en/no-such-page/');
      expect(await page.evaluate(() => document.documentElement.dataset['route'])).toBe('en/404/');
      await page.close();
    });

    test('is read without script from page to page, with the way out and whose it is', async () => {
      const page = await running.browser.newPage();
      // Firefox cannot be told so by the test; there the page's one script does nothing, as it should.
      if (name === 'chromium') await page.setJavaScriptEnabled(false);
      await page.goto(new URL(`static/${LESSON.slice(2, -1)}.html`, start).href);
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
      const page = await running.browser.newPage();
      await page.goto(new URL('static/en.html', start).href);
      const kept = await page.evaluate(() => localStorage.getItem('custodia:lang'));
      // Firefox gives each file a store of its own: this is why everything is one document.
      expect(kept).toBe(name === 'firefox' ? null : 'en');
      expect(await page.evaluate(() => document.querySelector('main h1') !== null)).toBe(true);
    });
  });
}

/** Runs in the page before anything else: a database that opens no sooner than the test says, as from a slow disk. */
function holdDatabase(): void {
  const released = new Promise((resolve) => addEventListener('test:database', resolve));
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...asked) => {
    const request = open(...asked);
    const listen = request.addEventListener.bind(request) as EventTarget['addEventListener'];
    request.addEventListener = (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void => {
      const late = (event: Event): void =>
        void released.then(() => (listener as EventListener)(event));
      listen(type, type === 'success' ? late : listener, options);
    };
    return request;
  };
}

/** The file that the browser has saved, once it is whole. */
async function savedFile(folder: string): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    const file = readdirSync(folder).find((name) => /^custodia-progress-[\d-]+\.json$/.test(name));
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
    if (text.endsWith('}') || text.endsWith('}\n')) return text;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(
    `No progress file was saved. The folder holds: ${readdirSync(folder).join(', ')}.`,
  );
}
