import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type Running } from '../browsers.ts';
import { press, says, seen } from '../drive.ts';
import { answerShown, beginForm, markRead, trip, walkJourney } from '../journey.ts';
import { declared } from '../parity.ts';
import { startCmi5Lms, type Cmi5Lms } from './cmi5-lms.ts';
import { COURSE, packageFor } from './packages.ts';
import { cmi5Stage, goIn } from './stages.ts';
import { passFormB, studyTheRest } from '../study.ts';

const way = trip(COURSE);
let running: Running;
let lms: Cmi5Lms;
beforeAll(async () => {
  running = await startBrowser('chromium');
  lms = await startCmi5Lms(await packageFor('cmi5'));
});
afterAll(async () => {
  await lms.close();
  await running.browser.close();
});

const verbs = (from = 0): string[] =>
  lms.lrs.statements.slice(from).map(({ verb }) => verb.id.replace(/^.*[/:]/, ''));
const defined = (from = 0): string[] =>
  lms.lrs.statements
    .slice(from)
    .filter(({ context }) =>
      context?.contextActivities?.['category']?.some(({ id }) => id.endsWith('/cmi5')),
    )
    .map(({ verb }) => verb.id.replace(/^.*\//, ''));
const opened = async (address: string): Promise<Page> => {
  const page = await running.browser.newPage();
  await page.goto(address);
  await seen(page.mainFrame(), 'main:not(.pack-help) h1');
  return page;
};

/** Closes a window and waits for the last word of its session, so that it does not fall into the next one. */
const closed = async (page: Page): Promise<void> => {
  await page.goto('about:blank');
  await expect.poll(() => verbs().pop()).toBe('terminated');
  await page.close();
};

test('takes a learner over many sessions to Completed and Passed, every statement in its order', async () => {
  lms.forget();
  const stage = await cmi5Stage(running.browser, lms);
  const observed = await walkJourney(stage, COURSE);
  expect(observed).toEqual(declared('cmi5'));
  await studyTheRest(stage);
  await stage.reopen();
  expect(defined()).not.toContain('passed');
  await passFormB(stage);
  await stage.end();

  const all = defined();
  expect(all[0]).toBe('initialized');
  expect(all[all.length - 1]).toBe('terminated');
  expect(all.filter((verb) => verb === 'passed')).toHaveLength(1);
  expect(all.filter((verb) => verb === 'completed')).toHaveLength(1);
  expect(all.filter((verb) => verb === 'failed')).toEqual([]);
  expect(all.filter((verb) => verb === 'initialized')).toHaveLength(stage.sessions);
  expect(all.filter((verb) => verb === 'terminated')).toHaveLength(stage.sessions);
  expect(verbs()).toEqual(expect.arrayContaining(['answered', 'chose', 'experienced']));
  expect(lms.wrongFetches).toEqual([]);
  const refused = lms.lrs.refused;
  expect(refused).toEqual([]);
});

test('says nothing twice when the learner comes back after the pass', async () => {
  const from = lms.lrs.statements.length;
  const stage = await cmi5Stage(running.browser, lms);
  await stage.go(`${way.home}completion/`);
  await seen(stage.frame(), '[data-enhance="completion"][data-complete] .paper');
  await stage.end();
  expect(defined(from)).toEqual(['initialized', 'terminated']);
});

test.each(['Browse', 'Review'] as const)(
  'sends in the mode %s that it began and ended, and nothing else',
  async (mode) => {
    const from = lms.lrs.statements.length;
    const page = await opened(lms.launch(mode));
    await says(page.mainFrame(), 'nothing is recorded');
    await goIn(page.mainFrame(), way.lesson);
    await markRead(page.mainFrame());
    await new Promise((resolve) => setTimeout(resolve, 1800));
    await page.goto('about:blank');
    await expect.poll(() => verbs(from)).toEqual(['initialized', 'terminated']);
    await page.close();
  },
);

test('keeps what happens without a network and sends it when the network is back, in this visit or the next', async () => {
  lms.lrs.states.clear();
  const from = lms.lrs.statements.length;
  const page = await opened(lms.launch());
  await expect.poll(() => verbs(from)).toEqual(['initialized']);
  lms.cut(true);
  await goIn(page.mainFrame(), way.lesson);
  await markRead(page.mainFrame());
  await says(page.mainFrame(), 'No connection to the LMS');
  lms.cut(false);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => verbs(from)).toContain('experienced');
  await page.waitForFunction(() => document.querySelector('[data-lms="offline"]') === null);

  lms.cut(true);
  const [, , third] = way.lessons;
  await goIn(page.mainFrame(), third?.route ?? '');
  await markRead(page.mainFrame());
  await says(page.mainFrame(), 'No connection to the LMS');
  await page.goto('about:blank');
  await lms.quiet();
  lms.cut(false);
  const before = lms.lrs.statements.length;
  await page.goto(lms.launch());
  await expect.poll(() => verbs(before)).toEqual(['initialized', 'experienced']);
  await goIn(page.mainFrame(), 'en/progress/');
  await says(page.mainFrame(), '2 of ');
  await closed(page);
});

test('says that the session is over when its address is opened a second time, and sends nothing', async () => {
  const from = lms.lrs.statements.length;
  const address = lms.launch();
  const page = await opened(address);
  await expect.poll(() => verbs(from)).toEqual(['initialized']);
  await page.reload();
  await says(page.mainFrame(), 'The session with the LMS has ended');
  await expect.poll(() => verbs(from)).toEqual(['initialized', 'terminated']);
  await page.close();
});

test('may send to the two places of its launch and to no other', async () => {
  const page = await opened(lms.launch());
  const tried = await page.evaluate(async () =>
    fetch('https://example.org/').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        fetch('https://example.org/').catch(() => undefined);
      }),
  );
  expect([tried, blocked]).toEqual(['refused', 'connect-src']);
  await closed(page);
});

test('holds back Passed where the LMS asks for more than the course does', async () => {
  lms.forget();
  const page = await opened(lms.launch('Normal', 1));
  const stage = {
    frame: () => page.mainFrame(),
    go: (route: string) => goIn(page.mainFrame(), route),
    reopen: () => Promise.resolve(),
  };
  const items = way.items('b');
  // One that is no red line is not right: passed by the course, not by this LMS.
  const slip = items.findIndex(({ safety }) => !safety);
  await beginForm(stage, `${way.home}quiz-b/`);
  for (const [at, item] of items.entries()) {
    await answerShown(stage, item, at !== slip);
    await press(stage.frame(), at === 11 ? 'See my result' : 'Next question');
  }
  await says(stage.frame(), 'Passed.');
  await page.goto('about:blank');
  await expect.poll(() => defined()).toEqual(['initialized', 'terminated']);
  expect(lms.lrs.refused).toEqual([]);
  await page.close();
});

test('works without any LMS as a copy on a stick does, and says that nothing reaches one', async () => {
  const page = await opened(lms.launch().replace(/\?.*/, ''));
  await says(page.mainFrame(), 'No learning management system (LMS) was found');
  await goIn(page.mainFrame(), way.lesson);
  await markRead(page.mainFrame());
  await page.reload();
  await goIn(page.mainFrame(), 'en/progress/');
  await says(page.mainFrame(), '1 of ');
  await page.close();
});
