import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Arguments that make Chromium run on servers, as root, and without calling home. */
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

const SYSTEM = [
  process.env['CUSTODIA_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium that is already on this computer: the system's own, or the one Playwright installed. */
export function findChromium(): string | undefined {
  return [...SYSTEM, chromium.executablePath()].find(
    (path): path is string => path !== undefined && existsSync(path),
  );
}

/**
 * A Chromium for the tests: found, downloaded by Playwright, or installed with apt where that is allowed.
 *
 * @throws an Error with one sentence that says how to get one
 */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found; getting one for the tests ...');
  const quiet = { stdio: 'ignore' as const, timeout: 300_000 };
  spawnSync('playwright', ['install', 'chromium'], {
    ...quiet,
    shell: process.platform === 'win32',
  });
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  const debian =
    existsSync('/etc/debian_version') && readFileSync('/etc/debian_version', 'utf8') !== '';
  if (debian && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium and none could be installed. Install Chromium or Google Chrome (Debian: `sudo apt-get install chromium`), or name one in CUSTODIA_CHROMIUM, and run `npm test` again.',
  );
}
