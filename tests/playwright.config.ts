import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, requireChromium } from '../src/cli/browser.ts';
import { lanAddress } from '../src/cli/static-server.ts';

const port = Number(process.env['CUSTODIA_TEST_PORT'] ?? 4390);
const root = new URL('..', import.meta.url).pathname;
const lan = lanAddress();
// Tests learn from the environment whether this computer can be reached over a local network.
if (lan !== undefined) process.env['CUSTODIA_TEST_LAN'] = `http://${lan}:${port + 1}`;

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
  timeout: 45_000,
  expect: { timeout: 7_000 },
  reporter: process.env['CUSTODIA_REPORT']
    ? [['line'], ['json', { outputFile: process.env['CUSTODIA_REPORT'] }]]
    : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: requireChromium(), args: CHROMIUM_ARGS },
    reducedMotion: 'reduce',
  },
  projects: [
    { name: 'js' },
    { name: 'no-js', testMatch: 'site/**/*.spec.ts', use: { javaScriptEnabled: false } },
  ],
  webServer: [serve('127.0.0.1', port), ...(lan === undefined ? [] : [serve(lan, port + 1)])],
});

/** A static server for the built site on one address of this computer. */
function serve(host: string, at: number) {
  const folder = process.env['CUSTODIA_TEST_SITE'] ?? 'dist';
  return {
    command: `node ${root}src/cli/serve.ts --folder ${folder} --host ${host} --port ${at}`,
    url: `http://${host}:${at}/`,
    cwd: root,
  };
}
