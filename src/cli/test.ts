/**
 * `npm test`: format, lint, types, content, unit tests, both builds, browser tests, editions.
 * Every step runs even when an earlier one failed, except those that need a build that failed. Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { requireChromium } from './browser.ts';
import { FORMATTED } from './formatted.ts';
import { readOptions } from './options.ts';

const { values } = readOptions({ only: { type: 'string' } });
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = 'test-results/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

function run(
  title: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): boolean {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  console.log(
    `== ${title}: ${status === 0 ? 'fine' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status === 0;
}

function step(
  title: string,
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): boolean {
  if (values.only !== undefined && values.only !== title) return true;
  const fine = run(title, command, args, env);
  total[fine ? 'passed' : 'failed'] += 1;
  return fine;
}

/** Runs a test runner that writes its counts as JSON; a runner that died without counts is one failure. */
function suite(
  title: string,
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  count: (report: Record<string, unknown>) => { passed: number; failed: number; skipped: number },
): void {
  if (values.only !== undefined && values.only !== title) return;
  const file = `${reports}/${title}.json`;
  const fine = run(title, command, args, { ...env, CUSTODIA_REPORT: `${process.cwd()}/${file}` });
  try {
    const counted = count(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
    total.passed += counted.passed;
    total.failed += counted.failed;
    total.skipped += counted.skipped;
    if (!fine && counted.failed === 0) total.failed += 1;
    if (counted.passed + counted.failed === 0) {
      console.log(`${title} ran no test; that is a failure.`);
      total.failed += 1;
    }
  } catch {
    total.failed += 1;
  }
}

/**
 * Why tests were left out that this computer could run with another tool installed. Tests that belong to the
 * other project (with or without script) are left out by design and carry no reason that starts so.
 */
function missingTools(report: unknown): string[] {
  if (Array.isArray(report)) return report.flatMap(missingTools);
  if (typeof report !== 'object' || report === null) return [];
  const { type, description } = report as { type?: unknown; description?: unknown };
  const own =
    type === 'skip' && typeof description === 'string' && description.startsWith('Install ')
      ? [description]
      : [];
  return [...own, ...Object.values(report).flatMap(missingTools)];
}

step('format', 'prettier', ['--check', '--log-level=warn', ...FORMATTED]);
const synced = step('types', 'astro', ['check', '--minimumSeverity', 'warning']);
if (synced) step('svelte types', 'svelte-check', ['--fail-on-warnings', '--output', 'human']);
// After the types: the linter asks for the types that Astro makes.
step('lint', 'eslint', ['.']);
step('content', process.execPath, ['src/cli/check.ts']);
const built =
  step('build learner', process.execPath, ['src/cli/build.ts']) &&
  step('build trainer', process.execPath, ['src/cli/build.ts', '--audience', 'trainer']);

/** A suite of Vitest with a configuration of its own. */
function vitest(title: string, config: string, env: Record<string, string> = {}): void {
  suite(
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
    }),
  );
}

vitest('unit', 'tests/vitest.config.ts');

if (built) {
  step('bench', process.execPath, ['src/cli/bench.ts']);
  try {
    const chromium = requireChromium();
    suite(
      'browser',
      'playwright',
      ['test', '--config', 'tests/playwright.config.ts'],
      { CUSTODIA_CHROMIUM: chromium },
      (report) => {
        const stats = report['stats'] as { expected: number; unexpected: number; flaky: number };
        const missing = missingTools(report);
        for (const line of missing) console.log(`skipped: ${line}`);
        return {
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky,
          skipped: missing.length,
        };
      },
    );
    vitest('editions', 'tests/editions/vitest.config.ts', { CUSTODIA_CHROMIUM: chromium });
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
