/**
 * `npm run bench`: measures the built learner site in a real browser and compares it with the budgets.
 * Sizes are gzip, first visit, cold cache. Fails past a budget.
 */
import { existsSync, globSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from './browser.ts';
import { readOptions, stop } from './options.ts';
import { OUTPUT } from './site.ts';
import { serveFolder } from './static-server.ts';

readOptions({});
if (!existsSync(`${OUTPUT.learner}/index.html`))
  stop('There is no built site. Run `npm run build` first.');

const COURSE = globSync('en/a*/', { cwd: OUTPUT.learner })
  .find((path) => existsSync(`${OUTPUT.learner}/${path}/quiz-a`))
  ?.slice(3);
if (COURSE === undefined) stop('No course with a quiz was built; there is nothing to measure.');
const lessons = globSync(`en/${COURSE}/*/`, { cwd: OUTPUT.learner })
  .map((path) => path.split('/').at(-1) ?? '')
  .filter((name) => !/^(?:quiz-|case$|lab-|completion$)/.test(name))
  .sort();

interface Visit {
  bytes: number;
  requests: number;
  html: number;
  beforeText: number;
  shift: number;
  longest: number;
}

const gzip = (body: Buffer): number => gzipSync(body, { level: 9 }).length;

/** Opens an address in a fresh browser profile on a slowed processor and adds up what it loads. */
async function visit(
  browser: Browser,
  url: string,
  act?: (page: Page) => Promise<void>,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const seen = { shift: 0, longest: 0 };
    Object.assign(window, { custodiaBench: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const bodies: Promise<{ type: string; body: Buffer }>[] = [];
  page.on('response', (response) => {
    bodies.push(
      response.body().then(
        (body) => ({ type: response.request().resourceType(), body }),
        () => ({ type: 'none', body: Buffer.alloc(0) }),
      ),
    );
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(700);
  await act?.(page);
  await page.waitForTimeout(500);
  const loaded = await Promise.all(bodies);
  const measured = await page.evaluate(
    () =>
      (window as unknown as { custodiaBench: { shift: number; longest: number } }).custodiaBench,
  );
  await context.close();
  const html = loaded.find(({ type }) => type === 'document')?.body ?? Buffer.alloc(0);
  const style = loaded
    .filter(({ type }) => type === 'stylesheet')
    .reduce((sum, { body }) => sum + gzip(body), 0);
  const firstText = html.indexOf('</h1>');
  return {
    bytes: loaded.reduce((sum, { body }) => sum + gzip(body), 0),
    requests: loaded.length,
    html: gzip(html),
    beforeText: style + gzip(html.subarray(0, firstText < 0 ? html.length : firstText)),
    shift: measured.shift,
    longest: measured.longest,
  };
}

const rows: { what: string; value: number; budget: number; unit: string }[] = [];
const worst = (visits: readonly Visit[], key: keyof Visit): number =>
  Math.max(...visits.map((each) => each[key]));

const served = await serveFolder(OUTPUT.learner, 0);
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGS });
try {
  const at = (path: string): string => `http://127.0.0.1:${served.port}/${path}`;
  const cold: Visit[] = [];
  const withQuestion: Visit[] = [];
  for (const lang of ['en', 'ar', 'zh']) {
    for (const lesson of lessons) {
      cold.push(await visit(browser, at(`${lang}/${COURSE}/${lesson}/`)));
    }
  }
  for (const lesson of lessons.slice(1)) {
    withQuestion.push(
      await visit(browser, at(`en/${COURSE}/${lesson}/`), async (page) => {
        const question = page.locator('[data-question]').first();
        if ((await question.count()) > 0) await question.scrollIntoViewIfNeeded();
      }),
    );
  }
  const quiz = [
    await visit(browser, at(`en/${COURSE}/quiz-a/`)),
    await visit(browser, at(`ar/${COURSE}/quiz-b/`)),
  ];
  const search = [
    await visit(browser, at('en/search/?q=hash')),
    await visit(browser, at('zh/search/?q=%E5%93%88%E5%B8%8C')),
  ];
  const others: Visit[] = [];
  for (const path of [
    'en/',
    'ar/',
    `en/${COURSE}/`,
    `en/${COURSE}/case/`,
    `en/${COURSE}/lab-hash-bench/`,
    'en/progress/',
    'en/glossary/',
    'en/about/',
    'ar/safe-use/',
  ]) {
    others.push(await visit(browser, at(path)));
  }
  const everything = [...cold, ...withQuestion, ...quiz, ...search, ...others];
  rows.push(
    {
      what: 'lesson page, before any question is reached',
      value: worst(cold, 'bytes') / 1000,
      budget: 20,
      unit: 'kB',
    },
    { what: 'lesson page, requests', value: worst(cold, 'requests'), budget: 4, unit: '' },
    {
      what: 'lesson page with its question loaded',
      value: worst(withQuestion, 'bytes') / 1000,
      budget: 60,
      unit: 'kB',
    },
    { what: 'quiz page', value: worst(quiz, 'bytes') / 1000, budget: 64, unit: 'kB' },
    {
      what: 'before the first text of a lesson',
      value: worst(cold, 'beforeText') / 1000,
      budget: 14,
      unit: 'kB',
    },
    {
      what: 'second lesson (its HTML, the rest is cached)',
      value: worst(cold, 'html') / 1000,
      budget: 6,
      unit: 'kB',
    },
    {
      what: 'search, to the first results',
      value: worst(search, 'bytes') / 1000,
      budget: 150,
      unit: 'kB',
    },
    { what: 'layout shift, any page', value: worst(everything, 'shift'), budget: 0.001, unit: '' },
    {
      what: 'longest task at 4x slower processor, any page',
      value: worst(everything, 'longest'),
      budget: 200,
      unit: 'ms',
    },
  );
} finally {
  await browser.close();
  await served.close();
}

console.log(`${'what'.padEnd(52)} measured   budget`);
for (const { what, value, budget, unit } of rows) {
  const shown = value < 1 && value > 0 ? value.toFixed(3) : value.toFixed(1);
  console.log(
    `${what.padEnd(52)} ${shown.padStart(8)}   ${String(budget).padStart(6)} ${unit}${value > budget ? '   PAST THE BUDGET' : ''}`,
  );
}
process.exitCode = rows.some(({ value, budget }) => value > budget) ? 1 : 0;
