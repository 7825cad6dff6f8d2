import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { CHROMIUM_ARGS, requireChromium } from '../../src/cli/browser.ts';

/** The browsers an edition is opened in, both as they are installed. */
export type BrowserName = 'chromium' | 'firefox';

const FIREFOX = [
  process.env['CUSTODIA_FIREFOX'],
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** What to do when Firefox is not there. */
export const FIREFOX_MISSING =
  'Firefox was not found, so the editions are not opened in it. Install it (Debian: `sudo apt-get install firefox-esr`) or name one in CUSTODIA_FIREFOX.';

/** The Firefox of this computer. */
export function findFirefox(): string | undefined {
  return FIREFOX.find((path): path is string => path !== undefined && existsSync(path));
}

/** A running browser with an empty profile, and the folder its downloads go to. */
export interface Running {
  readonly browser: Browser;
  readonly downloads: string;
}

/** Starts a browser. Firefox keeps the rule for local files that it has when people use it; test tools switch it off. `more` are arguments for Chromium. */
export async function startBrowser(
  name: BrowserName,
  more: readonly string[] = [],
): Promise<Running> {
  const downloads = mkdtempSync(join(tmpdir(), 'custodia-downloads-'));
  if (name === 'chromium') {
    const browser = await puppeteer.launch({
      executablePath: requireChromium(),
      args: [...CHROMIUM_ARGS, '--lang=en', ...more],
      headless: true,
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    });
    return { browser, downloads };
  }
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error(FIREFOX_MISSING);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      'privacy.file_unique_origin': true,
      // A page that comes back from memory is lost to the protocol that drives the test.
      'browser.sessionhistory.max_total_viewers': 0,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/plain',
    },
  });
  return { browser, downloads };
}
