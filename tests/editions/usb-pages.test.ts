import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { belongs } from '../../src/editions/packed/pack.ts';
import { routesOf } from '../../src/editions/packed/read.ts';
import { SITE, options, unpackedUsb } from './packages.ts';
import { arrive, expectCalm, leave, listen, open, see } from './reader.ts';
import { expectSeal } from './seals.ts';
import { LESSON, course, onStick } from './stick.ts';

onStick('the pages of the USB edition', (stick) => {
  test('leaves pages whose record is not open yet, and takes nothing of them along', async () => {
    const slow = listen(await stick().running.browser.newPage());
    const { page } = slow;
    await page.evaluateOnNewDocument(holdDatabase);
    await page.goto(stick().start);
    await see(page, 'main:not(.pack-help) h1');
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
    const choice = await page.waitForSelector('select[id^=finding-]', { timeout: 30_000 });
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
    const fresh = listen(await stick().running.browser.newPage());
    const { page } = fresh;
    await page.goto(stick().start);
    await see(page, 'main:not(.pack-help) h1');
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
  });

  test('says what to do when the file of a page is missing or was cut short, and goes on', async () => {
    const folder = await unpackedUsb();
    const file = (name: string): string => join(folder, 'static', name);
    rmSync(file('en/glossary.html'));
    const whole = readFileSync(file('en/sources.html'), 'utf8');
    writeFileSync(file('en/sources.html'), whole.slice(0, whole.length / 2));
    const page = await stick().running.browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await see(page, 'main:not(.pack-help) h1');
    for (const name of ['glossary', 'sources']) {
      await open(page, '#/en/about/');
      await page.evaluate((to) => (location.hash = to), `#/en/${name}/`);
      expect(await see(page, '.pack-help.now')).toContain('one of them is damaged');
    }
    await open(page, '#/en/about/');
    expect(await page.$('.pack-help')).toBeNull();
    await page.close();
  });

  test('loses no press that comes before what brings the page to life', async () => {
    const early = listen(await stick().running.browser.newPage());
    const { page } = early;
    // Pressed in the moment in which the page is shown.
    await page.evaluateOnNewDocument(() => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        document.querySelector<HTMLElement>('main a[data-lang=en]')?.click();
      });
      watch.observe(document, { attributeFilter: ['data-route'], subtree: true });
    });
    await page.goto(stick().start);
    await arrive(page, '#/en/');
    expect(await page.evaluate(() => localStorage.getItem('custodia:lang'))).toBe('en');
    // Else the tests after this one would be led on from the choice of language.
    await page.evaluate(() => localStorage.removeItem('custodia:lang'));
    expectCalm(early);
    await page.close();
  });

  test('leaves at once even before what brings the page to life, and not as a link does', async () => {
    const page = await stick().running.browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.evaluateOnNewDocument(() => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        const press = new MouseEvent('click', { bubbles: true, cancelable: true });
        const alive = document.querySelector('script[src$="islands.js"]') !== null;
        const asLink = document.querySelector('a.leave')?.dispatchEvent(press);
        console.log(`alive: ${alive}, followed as a link: ${asLink}`);
      });
      watch.observe(document, { attributeFilter: ['data-route'], subtree: true });
    });
    // Firefox tells the test that the page which was left did not come.
    await page.goto(stick().start + LESSON).catch((error: unknown) => {
      if (stick().name === 'chromium') throw error;
    });
    await page.waitForFunction(() => location.pathname.endsWith('/leave.html'));
    await expect.poll(() => said).toContain('alive: false, followed as a link: false');
    await page.close();
  });

  test('shows the first page before what brings it to life, and says when that is missing', async () => {
    const folder = await unpackedUsb();
    const address = pathToFileURL(join(folder, 'index.html')).href + LESSON;
    const page = await stick().running.browser.newPage();
    // What stood on the page when the first script beside the app's own was asked for.
    await page.evaluateOnNewDocument(() => {
      new MutationObserver((changes) => {
        const asked = changes
          .flatMap(({ addedNodes }) => [...addedNodes])
          .some((node) => node instanceof HTMLScriptElement && node.src.endsWith('/islands.js'));
        if (!asked) return;
        const title = document.querySelector('main .lesson p') ? document.title : '';
        document.documentElement.dataset['readFirst'] = title;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(address);
    await see(page, '[data-enhance="question"]');
    await page.waitForFunction(() => document.documentElement.dataset['readFirst'] !== undefined);
    const title = await page.evaluate(() => document.documentElement.dataset['readFirst']);
    expect(title).toContain('Custodia');
    await page.close();

    rmSync(join(folder, 'islands.js'));
    const without = await stick().running.browser.newPage();
    await without.goto(address);
    expect(await see(without, '.pack-help.now')).toContain('one of them is damaged');
    await without.close();
  });

  test('moves nothing when the rest of the first page is laid out, on a phone and on a tall screen', async () => {
    for (const [width, height] of [
      [360, 740],
      [1280, 2000],
    ] as const) {
      const page = await stick().running.browser.newPage();
      await page.setViewport({ width, height });
      await page.goto(stick().start + LESSON);
      await see(page, 'main .lesson p');
      await page.waitForSelector('html:not([data-first])');
      const moved = await page.evaluate(async () => {
        // Firefox does not tell what moved.
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return [];
        return new Promise<number[]>((resolve) => {
          const seen: number[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              seen.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen)));
        });
      });
      expect(moved.filter((value) => value > 0.0001)).toEqual([]);
      await page.close();
    }
  });

  test('listens to nobody but the frame of the page that was asked for', async () => {
    const page = await stick().running.browser.newPage();
    await page.goto(stick().start);
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

  test('asks for the page of its address once, and for nothing else', async () => {
    const arriving = listen(await stick().running.browser.newPage());
    const { page } = arriving;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const openNew = async (hash: string): Promise<void> => {
      asked.length = 0;
      await leave(page);
      // Firefox tells the test that the window did not come when a frame in it did not.
      await page.goto(stick().start + hash).catch((error: unknown) => {
        if (stick().name === 'chromium') throw error;
      });
      await see(page, 'main:not(.pack-help) h1');
      // Nothing is left of it when the page is there.
      expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
    };
    await openNew(LESSON);
    expect(await see(page, 'main h1')).toContain(
      await page.title().then((title) => title.split(' · ')[0] ?? ''),
    );
    const pages = asked.filter((url) => url.includes('/static/'));
    // Firefox does not tell the test about local files.
    if (stick().name === 'chromium') expect(pages).toHaveLength(1);
    expectCalm(arriving);
    for (const hash of ['#/../../elsewhere/', '#/en/..%2F..%2Felsewhere/', '#//example.org/']) {
      await openNew(hash);
      expect(asked.filter((url) => /elsewhere|example/.test(url.split('#')[0] ?? ''))).toEqual([]);
    }
    // A page that is not here: asked for in vain, then the page that says so.
    await openNew('#/en/no-such-page/');
    expect(await page.evaluate(() => document.documentElement.dataset['route'])).toBe('en/404/');
    await page.close();
  });

  test('makes the file of the sealed words once, however early it is asked for', async () => {
    const early = listen(await stick().running.browser.newPage());
    const { page } = early;
    await page.evaluateOnNewDocument(() => {
      if (window.top !== window) return;
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (each) => {
        const { dataset } = document.documentElement;
        if (each instanceof Blob && each.type.startsWith('text/plain'))
          dataset['made'] = `${dataset['made'] ?? ''}x`;
        return make(each);
      };
      const watch = new MutationObserver(() => {
        watch.disconnect();
        document.querySelector<HTMLElement>('a[data-seal-words]')?.click();
      });
      watch.observe(document, { attributeFilter: ['data-route'], subtree: true });
    });
    await page.goto(stick().start + LESSON);
    // What brings the page to life has been there, and what was kept until then has been given.
    await page.waitForSelector('html:not([data-first]) [data-lesson-mark][data-ready]');
    expect(await page.evaluate(() => document.documentElement.dataset['made'])).toBe('x');
    expectCalm(early);
    await page.close();
  });
});

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
