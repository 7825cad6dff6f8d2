import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFirefox, startBrowser, type BrowserName, type Running } from './browsers.ts';
import { unpackedUsb } from './packages.ts';
import { expectCalm, listen, open, press, see, type Reader } from './reader.ts';

const LAB = '#/en/a4-phones-and-apps/lab-three-or-four-messages/';
const FILES = 'courses/a4-phones-and-apps/labs/three-or-four-messages';
const mustRun = process.env['CI'] === 'true';

for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
  const missing = name === 'firefox' && findFirefox() === undefined && !mustRun;
  describe.skipIf(missing)(`the bench for chats, opened from a stick in ${name}`, () => {
    let running: Running;
    let reader: Reader;
    let folder: string;

    beforeAll(async () => {
      folder = await unpackedUsb();
      running = await startBrowser(name);
      reader = listen(await running.browser.newPage());
      await reader.page.goto(pathToFileURL(join(folder, 'index.html')).href);
    });
    afterAll(() => running.browser.close());

    test('starts SQLite from the stick, answers, and shows the careless open', async () => {
      const { page } = reader;
      await open(page, LAB);
      await see(page, '#step-2 .chat-console button');
      await press(page, 'Load SQLite', '#step-2');
      await page.waitForSelector('#step-2 .chat-console form', { timeout: 60_000 });
      await press(page, 'Ask', '#step-2 .chat-console form');
      await page.waitForSelector('#step-2 .chat-rows td', { timeout: 30_000 });
      expect(await see(page, '#step-2 .chat-rows')).toContain('Make that 14 shirts');
      await press(page, 'Open the copy', '#step-2');
      await press(page, 'Ask', '#step-2 .chat-console form');
      await page.waitForFunction(() =>
        /12 shirts, as we agreed/.test(
          document.querySelector('#step-2 .chat-rows')?.textContent ?? '',
        ),
      );
      expect(await see(page, '#step-2 .chat-rows')).not.toContain('14 shirts');
      expectCalm(reader);
    });

    test('carries the files of the lab, byte for byte, where its links lead', async () => {
      await open(reader.page, LAB);
      const links = await reader.page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLAnchorElement>(
            'main a[download]:not([data-seal-words])',
          ),
        ].map((link) => link.getAttribute('href')),
      );
      expect(links).toHaveLength(6);
      for (const link of links) {
        const path = join(folder, link ?? '');
        expect(existsSync(path), path).toBe(true);
        expect(readFileSync(path)).toEqual(
          readFileSync(join(FILES, (link ?? '').split('/').at(-1) ?? '')),
        );
      }
    });
  });
}
