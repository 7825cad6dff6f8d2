import type { Browser, Frame } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Stage } from '../journey.ts';
import type { Cmi5Lms } from './cmi5-lms.ts';
import { launch, type Call, type Launched, type Lms } from './host.ts';

/** Shows a page of a packed app by its address, and waits until the page before is gone. */
export async function goIn(frame: Frame, route: string): Promise<void> {
  await frame.evaluate((to: string) => {
    if (location.hash === `#/${to}`) return;
    document.querySelector('main')?.setAttribute('data-stale', '');
    location.hash = `#/${to}`;
  }, route);
  await frame.waitForFunction(
    (to: string) =>
      location.hash === `#/${to}` &&
      document.querySelector('main:not([data-stale], .pack-help) h1') !== null,
    { timeout: 30_000 },
    route,
  );
}

/** A package in an LMS, with everything that was said over all its sessions. */
export interface LmsStage extends Stage {
  readonly sessions: Call[][];
  /** Ends the session that is open. */
  end(): Promise<void>;
}

/** Launches a package in an LMS that speaks SCORM, and again at each return. */
export async function scormStage(
  browser: Browser,
  lms: Lms,
  version: '12' | '2004',
): Promise<LmsStage> {
  const sessions: Call[][] = [];
  let now: Launched | undefined = await launch(browser, lms, { version });
  const end = async (): Promise<void> => {
    if (now) sessions.push(await now.end());
    now = undefined;
  };
  const frame = (): Frame => {
    if (!now) throw new Error('The session has ended.');
    return now.frame;
  };
  return {
    sessions,
    frame,
    go: (route) => goIn(frame(), route),
    reopen: async () => {
      await end();
      now = await launch(browser, lms, { version });
    },
    end,
  };
}

/** Launches a package in an LMS that speaks cmi5, and again at each return. */
export async function cmi5Stage(
  browser: Browser,
  lms: Cmi5Lms,
): Promise<Stage & { readonly sessions: number; end(): Promise<void> }> {
  let sessions = 0;
  const page = await browser.newPage();
  const open = async (): Promise<void> => {
    sessions += 1;
    await page.goto(lms.launch());
    await page.waitForSelector('main:not(.pack-help) h1');
  };
  const leave = async (): Promise<void> => {
    const ended = (): number =>
      lms.lrs.statements.filter(({ verb }) => verb.id.endsWith('/terminated')).length;
    const before = ended();
    await page.goto('about:blank');
    await expect.poll(ended).toBeGreaterThan(before);
    await lms.quiet();
  };
  await open();
  return {
    get sessions() {
      return sessions;
    },
    frame: () => page.mainFrame(),
    go: (route) => goIn(page.mainFrame(), route),
    reopen: async () => {
      await leave();
      await open();
    },
    end: async () => {
      await leave();
      await page.close();
    },
  };
}
