import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/** Runs an npm script's own program the way npm does, and gives what it printed. */
function command(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}`.trim() };
}

test.each([
  [
    ['check', '--frobnicate'],
    "Unknown option '--frobnicate'. This command knows: --strict, --today.",
  ],
  [
    ['check', '--today', 'soon'],
    '`--today soon` is no day. Write it as year-month-day, for example `--today 2027-01-31`.',
  ],
  [['status', 'xx'], '`xx` is no language of translation. Use one of: ar, es, fr, ru, zh.'],
  [
    ['build', '--audience', 'public'],
    '`--audience public` is unknown. Use `learner` or `trainer`.',
  ],
  [
    ['start', '--port', '99999'],
    '`--port 99999` is no port. Give a whole number from 1 to 65535, for example `--port 4321`.',
  ],
  [
    ['export'],
    'Say which edition: `--edition` with one of `usb`, `html5`, `scorm12`, `scorm2004`, `cmi5`, `epub`, `pdf`, `site`, `all`.',
  ],
  [
    ['export', '--edition', 'papyrus'],
    '`--edition papyrus` is unknown. Use one of `usb`, `html5`, `scorm12`, `scorm2004`, `cmi5`, `epub`, `pdf`, `site`, `all`.',
  ],
  [
    ['export', '--edition', 'usb', '--audience', 'public'],
    '`--audience public` is unknown. Use `learner` or `trainer`.',
  ],
  [
    ['export', '--edition', 'toString'],
    '`--edition toString` is unknown. Use one of `usb`, `html5`, `scorm12`, `scorm2004`, `cmi5`, `epub`, `pdf`, `site`, `all`.',
  ],
  [
    ['export', '--edition', 'scorm12', '--lms', 'toString'],
    '`--lms toString` is unknown. Use one of `moodle`, `ilias`, `canvas`, `openedx`, or leave it out for any other LMS.',
  ],
  [
    ['export', '--edition', 'usb', '--audience', 'valueOf'],
    '`--audience valueOf` is unknown. Use `learner` or `trainer`.',
  ],
  [
    ['build', '--audience', 'valueOf'],
    '`--audience valueOf` is unknown. Use `learner` or `trainer`.',
  ],
  [
    ['export', '--edition', 'html5', '--single-file'],
    '`--single-file` belongs to `--edition usb`; `html5` has no such form.',
  ],
  [
    ['export', '--edition', 'scorm12', '--lms', 'paper'],
    '`--lms paper` is unknown. Use one of `moodle`, `ilias`, `canvas`, `openedx`, or leave it out for any other LMS.',
  ],
  [
    ['export', '--edition', 'usb', '--lms', 'moodle'],
    '`--lms` belongs to the editions for an LMS; `usb` goes into none.',
  ],
  [
    ['export', '--edition', 'usb', '--course', 'a2-tea'],
    '`--course a2-tea` is no published course. Use one of `f0-safe-start`, `a2-acquire-hash-hand-over`, `a4-phones-and-apps`, `a5-who-was-behind-it`, `b3-electronic-evidence-in-court`, `c2-across-the-border`.',
  ],
  [
    ['export', '--edition', 'usb', '--lang', 'tlh'],
    '`--lang tlh` is no language of Custodia. Use one of `ar`, `en`, `es`, `fr`, `ru`, `zh`.',
  ],
  [
    ['export', '--edition', 'usb', '--lang', 'en', '--lang', 'ru'],
    'Nothing of the chosen courses is translated into Русский (`ru`) yet. `npm run status -- ru` shows what is missing.',
  ],
  [
    ['export', '--edition', 'usb', '--site', 'tests/fixtures'],
    'There is no built site in tests/fixtures. Run `npm run build` first, or leave out `--site`.',
  ],
  [['new', 'poem'], '`poem` cannot be made. This command knows: course, lesson, jurisdiction.'],
  [
    ['new', 'jurisdiction', 'Kenya'],
    'Give the two letters of the State in lower case: `npm run new -- jurisdiction ke`. A fictional State has a code such as `xb`.',
  ],
  [
    ['build', '--jurisdiction', 'zz'],
    'There is no courses/jurisdictions/zz. Known: xa. Make it with `npm run new -- jurisdiction zz`.',
  ],
  [
    ['new', 'lesson', 'a9-nothing', 'first'],
    'There is no course `a9-nothing`. Make it first: `npm run new -- course a9-nothing A3`.',
  ],
  [
    ['frobnicate'],
    'There is no command `frobnicate`. The commands are the scripts in package.json: run `npm run` to see them.',
  ],
])(
  '%s ends with one clear line and not with zero',
  (args, line) => {
    const { status, said } = command(...args);
    expect(said).toBe(line);
    expect(status).not.toBe(0);
  },
  30_000,
);

test('a review day that has passed is a warning, and with --strict it fails', () => {
  const later = ['check', '--today', '2099-01-01'];
  const { status, said } = command(...later);
  expect(said).toMatch(/law-expired \(warning\): /);
  expect(said).toMatch(/\n0 errors, [1-9]\d* warnings\.$/);
  expect(status).toBe(0);
  expect(command(...later, '--strict').status).toBe(1);
}, 60_000);

test('npm start says at once when its port is taken', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const { status, said } = command('start', '--port', String(port));
  server.close();
  expect(said).toBe(
    `Port ${port} is already in use. Stop the other program, or choose a port: \`npm start -- --port ${port + 10}\`.`,
  );
  expect(status).not.toBe(0);
});
