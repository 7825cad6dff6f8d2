import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from '../src/cli/browser.ts';

const port = Number(process.env['CUSTODIA_TEST_PORT'] ?? 4390);
const root = new URL('..', import.meta.url).pathname;
// A name that leads to this computer and is not trusted as such: plain http, as on the network of a training room.
process.env['CUSTODIA_TEST_PLAIN'] = `http://custodia.test:${port}`;
const NAMED = '--host-resolver-rules=MAP custodia.test 127.0.0.1';

/**
 * Browser tests read the built site in `dist` (learner) and `dist-trainer`. Each journey runs in two
 * projects, with script and without; a test that needs one of the two says so with `test.skip`.
 */
export default defineConfig({
  testDir: '.',
  testMatch: ['site/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What needs its second try is named at the end of `npm test`; more than two such tests are a failure.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  // Long enough for a computer three times slower than the one they were written on.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env['CUSTODIA_REPORT']
    ? [['line'], ['json', { outputFile: process.env['CUSTODIA_REPORT'] }]]
    : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: requireChromium(), args: [...CHROMIUM_ARGS, NAMED] },
    reducedMotion: 'reduce',
  },
  projects: [
    { name: 'js' },
    { name: 'no-js', testMatch: 'site/**/*.spec.ts', use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: `node ${root}src/cli/serve.ts --folder ${process.env['CUSTODIA_TEST_SITE'] ?? 'dist'} --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    cwd: root,
  },
});
