import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ARRIVALS, capabilityTable } from '../../src/editions/capabilities.ts';
import { EDITIONS } from '../../src/editions/editions.ts';
import { packFolder } from '../../src/editions/packed/folder.ts';
import { findFirefox, startBrowser, type BrowserName } from './browsers.ts';
import { journeyCourse, walkJourney } from './journey.ts';
import { options } from './packages.ts';
import {
  declared,
  html5Stage,
  siteKeptStage,
  singleStage,
  siteStage,
  usbStage,
  type Ready,
} from './parity.ts';
import { passFormB, readStatement, studyTheRest } from './study.ts';
import type { Browser } from 'puppeteer-core';

const course = journeyCourse();
const filesOf = (name: keyof typeof ARRIVALS): string => ARRIVALS[name].files;
type Html5 = Awaited<ReturnType<typeof html5Stage>>;
const mustRun = process.env['CI'] === 'true';

/** Where the one journey is walked. The packages for LMSs walk it in `lms/`, where their LMS stands. */
const STAGES: readonly (readonly [
  name: keyof typeof ARRIVALS,
  browser: BrowserName,
  open: (browser: Browser) => Promise<Ready>,
])[] = [
  ['site', 'chromium', siteStage],
  ['site, kept on the device', 'chromium', (browser) => siteKeptStage(browser, course.id)],
  ['usb', 'chromium', usbStage],
  ['usb', 'firefox', usbStage],
  ['usb --single-file', 'chromium', (browser) => singleStage(browser, course.id)],
  ['html5', 'chromium', async (browser) => html5Stage(browser, await packFolder(options()))],
];

for (const [name, browserName, open] of STAGES) {
  const missing = browserName === 'firefox' && findFirefox() === undefined && !mustRun;
  test.skipIf(missing)(
    `the edition ${name} in ${browserName} can do what the list of editions says, to the completion statement`,
    async () => {
      const { browser } = await startBrowser(browserName);
      try {
        const stage = await open(browser);
        expect(await walkJourney(stage, course)).toEqual(declared(name));
        await studyTheRest(stage);
        await stage.reopen();
        await passFormB(stage);
        await readStatement(stage);
        if ('missing' in stage) {
          expect(stage.missing).toEqual([]);
          expect(await (stage as Html5).savesFile()).toBe(filesOf('html5') === 'yes');
        }
        await stage.close();
      } finally {
        await browser.close();
      }
    },
  );
}

test('every edition that can be exported says what it can do', () => {
  const known = Object.keys(ARRIVALS);
  expect(Object.keys(EDITIONS).filter((name) => !known.includes(name))).toEqual([]);
});

test('the table in the README is what the list of editions says', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, section = ''] = readme.split('## Editions');
  const lines = section.split(/\n## /)[0]?.split('\n') ?? [];
  expect(lines.filter((line) => line.startsWith('|'))).toEqual(capabilityTable());
});
