import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { packFolder } from '../editions/packed/folder.ts';

/** Writes a stick in English, made of a built site, into a new folder. */
export async function unpackedStick(site: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-stick-'));
  const files = await packFolder({
    site,
    langs: ['en'],
    without: [],
    name: 'custodia-usb-en.zip',
    about: {},
    progress: () => undefined,
  });
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

const VISITS = 5;

/**
 * Milliseconds from opening a lesson by its address until its first paragraph is painted, at a four times slower
 * processor: the middle one of five visits, each with an empty profile.
 *
 * @param folder the unpacked stick
 * @param lesson route of the lesson: `en/<course>/<lesson>`
 */
export async function firstTextFromStick(
  browser: Browser,
  folder: string,
  lesson: string,
): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      if (window.top !== window) return;
      const look = (): void => {
        if (document.querySelector('main .lesson p')) {
          // The frame after the next is drawn when the one with the text has been.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => Object.assign(window, { custodiaText: performance.now() })),
          );
        } else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(`${pathToFileURL(join(folder, 'index.html')).href}#/${lesson}/`);
    const seen = await page.waitForFunction(
      () => (window as { custodiaText?: number }).custodiaText,
    );
    times.push((await seen.jsonValue()) ?? Infinity);
    await context.close();
  }
  return times.sort((a, b) => a - b)[Math.floor(VISITS / 2)] ?? Infinity;
}

/** Takes an unpacked stick away again. */
export function removeStick(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
