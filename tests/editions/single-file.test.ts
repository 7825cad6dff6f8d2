import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { courses } from '../../src/content/catalogue.ts';
import { packSingle } from '../../src/editions/packed/single.ts';
import { findFirefox, startBrowser, type BrowserName } from './browsers.ts';
import { belongs } from '../../src/editions/packed/pack.ts';
import { routesOf } from '../../src/editions/packed/read.ts';
import { options, SITE } from './packages.ts';
import { expectSeal } from './seals.ts';
import { answerSomehow, expectCalm, listen, open, press, see } from './reader.ts';

const [course] = courses();
const lesson = course?.lessons.find(({ spine }) => spine.kind === 'lesson');
if (!course || !lesson) throw new Error('No course with a lesson is published.');
const LESSON = `#/en/${course.id}/${lesson.id}/`;

const packed = options({ langs: ['en'], name: 'custodia-a2-en.html' });

describe('one document with everything in it', () => {
  let html: string;
  let address: string;
  beforeAll(async () => {
    html = await packSingle(packed, 'en');
    const file = join(mkdtempSync(join(tmpdir(), 'custodia-')), 'custodia-a2-en.html');
    writeFileSync(file, html);
    address = pathToFileURL(file).href;
  });

  test('names no file beside it and allows exactly its own script and style', () => {
    expect(html.match(/<link rel="stylesheet"|<script src=/g)).toBeNull();
    expect(html.match(/'sha256-[^']{44}'/g)).toHaveLength(2);
    expect(html).not.toContain("'self';");
  });

  const mustRun = process.env['CI'] === 'true';
  for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
    const missing = name === 'firefox' && findFirefox() === undefined && !mustRun;
    test.skipIf(missing)(
      `teaches, finds, remembers and leaves alone in its folder in ${name}`,
      async () => {
        const { browser } = await startBrowser(name);
        try {
          const reader = listen(await browser.newPage());
          const { page } = reader;
          await page.goto(address);
          await see(page, 'main h1');
          await open(page, LESSON);
          await page.evaluate(() =>
            document.querySelector('[data-enhance="question"]')?.scrollIntoView(),
          );
          const question = '[data-enhance="question"][data-ready]';
          await see(page, `${question} .question`);
          await answerSomehow(page, question);
          await press(page, 'Check my', question);
          await see(page, `${question} .feedback h3`);
          await press(page, 'Mark as read and continue', 'main');
          await page.waitForFunction((from: string) => location.hash !== from, {}, LESSON);
          await open(page, '#/en/search/');
          await page.type('input[name=q]', 'chain of custody');
          await page.keyboard.press('Enter');
          await see(page, '.hits a');
          await page.reload();
          await open(page, '#/en/progress/');
          await page.waitForFunction(() =>
            document.querySelector('main')?.textContent.includes('1 of 5 lessons'),
          );
          expectCalm(reader);
          // Pages are left here before their islands have started.
          const routes = routesOf(SITE, (route) => route !== '' && belongs(route, packed));
          for (const route of routes) {
            await open(page, `#/${route}`);
            await expectSeal(page.mainFrame(), route);
          }
          await page.click('a.leave');
          await expect.poll(() => page.url()).toBe('about:blank');
        } finally {
          await browser.close();
        }
      },
    );
  }
});
