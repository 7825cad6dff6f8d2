/**
 * `npm test`: format, lint, types, content, unit tests, both builds, browser tests, editions.
 * Every step runs even when an earlier one failed, except those that need a build that failed. Ends with `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { requireChromium } from './browser.ts';
import { FORMATTED } from './formatted.ts';
import { readOptions } from './options.ts';

const { values } = readOptions({ only: { type: 'string' } });
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = 'test-results/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** Runs a command. What it prints appears at once, or, with `quiet`, in one piece at its end. */
function run(
  title: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  quiet = false,
): Promise<boolean> {
  if (!quiet) console.log(`\n== ${title}`);
  const started = Date.now();
  const child = spawn(command, args, {
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => said.push(bytes));
  }
  return new Promise((resolve) => {
    const end = (fine: boolean): void => {
      if (quiet) console.log(`\n== ${title}\n${Buffer.concat(said).toString('utf8').trimEnd()}`);
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`== ${title}: ${fine ? 'fine' : 'FAILED'} (${seconds} s)`);
      resolve(fine);
    };
    child.on('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.on('close', (status) => {
      end(status === 0);
    });
  });
}

async function step(
  title: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  quiet = false,
): Promise<boolean> {
  if (values.only !== undefined && values.only !== title) return true;
  const fine = await run(title, command, args, env, quiet);
  total[fine ? 'passed' : 'failed'] += 1;
  return fine;
}

/** What a test runner says it did. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of tests that failed and passed when they were tried again. */
  readonly again: readonly string[];
}

/** So many tests of a suite may need a second try; one more, and it is the suite that is at fault. */
const SECOND_TRIES = 2;

/** Runs a test runner that writes its counts as JSON; a runner that died without counts is one failure. */
async function suite(
  title: string,
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  count: (report: Record<string, unknown>) => Counts,
): Promise<void> {
  if (values.only !== undefined && values.only !== title) return;
  const file = `${reports}/${title}.json`;
  const fine = await run(title, command, args, {
    ...env,
    CUSTODIA_REPORT: `${process.cwd()}/${file}`,
  });
  try {
    const counted = count(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
    total.passed += counted.passed;
    total.failed += counted.failed;
    total.skipped += counted.skipped;
    for (const name of counted.again) console.log(`passed at the second try, mend it: ${name}`);
    const tooOften = counted.again.length > SECOND_TRIES;
    if (tooOften) console.log(`More than ${SECOND_TRIES} second tries in ${title} are a failure.`);
    if (tooOften || (!fine && counted.failed === 0)) total.failed += 1;
    if (counted.passed + counted.failed === 0) {
      console.log(`${title} ran no test; that is a failure.`);
      total.failed += 1;
    }
  } catch {
    total.failed += 1;
  }
}

/** Every object of a report and what is in it, one after the other. */
function* objectsIn(report: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof report !== 'object' || report === null) return;
  if (!Array.isArray(report)) yield report as Readonly<Record<string, unknown>>;
  for (const part of Object.values(report)) yield* objectsIn(part);
}

/**
 * Why tests were left out that this computer could run with another tool installed. Tests that belong to the
 * other project (with or without script) are left out by design and carry no reason that starts so.
 */
function missingTools(report: unknown): string[] {
  return [...objectsIn(report)].flatMap(({ type, description }) =>
    type === 'skip' && typeof description === 'string' && description.startsWith('Install ')
      ? [description]
      : [],
  );
}

const quietly = (title: string, command: string, ...args: string[]): Promise<boolean> =>
  step(title, command, args, {}, true);

// Two at a time, for two cores; what they print comes in one piece each.
await Promise.all([
  quietly('format', 'prettier', '--check', '--log-level=warn', ...FORMATTED).then(() =>
    quietly('content', process.execPath, 'src/cli/check.ts'),
  ),
  // Both checkers write what Astro makes of the content types; the linter reads it, after them.
  quietly('types', 'astro', 'check', '--minimumSeverity', 'warning').then(
    (synced) =>
      synced && quietly('svelte types', 'svelte-check', '--fail-on-warnings', '--output', 'human'),
  ),
]);
const [, built] = await Promise.all([
  quietly('lint', 'eslint', '.'),
  quietly('build learner', process.execPath, 'src/cli/build.ts').then(
    (fine) =>
      fine &&
      quietly('build trainer', process.execPath, 'src/cli/build.ts', '--audience', 'trainer'),
  ),
]);

/** A suite of Vitest with a configuration of its own. */
function vitest(title: string, config: string, env: Record<string, string> = {}): Promise<void> {
  return suite(
    title,
    'vitest',
    [
      'run',
      '--config',
      config,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${reports}/${title}.json`,
    ],
    env,
    (report) => ({
      passed: Number(report['numPassedTests']),
      failed: Number(report['numFailedTests']),
      skipped: Number(report['numPendingTests']),
      // A test that passed and has something to say about failures was tried twice.
      again: [...objectsIn(report)].flatMap(({ status, fullName, failureMessages: said }) =>
        status === 'passed' && Array.isArray(said) && said.length > 0 ? [String(fullName)] : [],
      ),
    }),
  );
}

await vitest('unit', 'tests/vitest.config.ts');

if (built) {
  await step('bench', process.execPath, ['src/cli/bench.ts']);
  try {
    const chromium = requireChromium();
    await suite(
      'browser',
      'playwright',
      ['test', '--config', 'tests/playwright.config.ts'],
      { CUSTODIA_CHROMIUM: chromium },
      (report) => {
        const stats = report['stats'] as { expected: number; unexpected: number; flaky: number };
        const missing = missingTools(report);
        for (const line of missing) console.log(`skipped: ${line}`);
        return {
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected,
          skipped: missing.length,
          // A specification holds its tests, one for each project, and a test says how it went.
          again: [...objectsIn(report)].flatMap(({ title, tests }) =>
            [...objectsIn(tests)].some(({ status }) => status === 'flaky') ? [String(title)] : [],
          ),
        };
      },
    );
    await vitest('editions', 'tests/editions/vitest.config.ts', { CUSTODIA_CHROMIUM: chromium });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    total.failed += 1;
  }
} else {
  console.log('\nThe browser tests need both sites; they were not run because a build failed.');
  total.failed += 1;
}

console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
