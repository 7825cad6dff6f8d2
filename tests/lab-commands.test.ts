/**
 * The commands that a lab prints for the learner's own computer are run with the tools of Debian, in a folder that
 * holds the lab's files and nothing else, and must print what the page says, to the letter.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Shown {
  readonly lab: string;
  readonly step: string;
  readonly commands: string;
}

const root = new URL('../', import.meta.url).pathname;
const shown: Shown[] = globSync('courses/*/labs/*/lab.yaml', { cwd: root }).flatMap((file) => {
  const { data } = parse(readFileSync(root + file, 'utf8')) as {
    data?: { widgets?: Record<string, Record<string, { commands?: string }>> };
  };
  return Object.values(data?.widgets ?? {}).flatMap((widget) =>
    Object.entries(widget).flatMap(([step, { commands }]) =>
      commands === undefined ? [] : [{ lab: dirname(file), step, commands }],
    ),
  );
});

const tools = ['sqlite3', 'sha256sum', 'grep'];
const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

test('there are commands to try', () => {
  expect(shown.length).toBeGreaterThanOrEqual(2);
});

test('the tools of the commands are installed', (context) => {
  if (missing.length > 0 && !process.env['CI']) {
    context.skip(`Not installed: ${missing.join(', ')}. Install with: apt-get install sqlite3`);
  }
  expect(missing).toEqual([]);
});

test.skipIf(missing.length > 0).each(shown)(
  'the commands of $lab ($step) print what the page says',
  ({ lab, commands }) => {
    const folder = mkdtempSync(join(tmpdir(), 'custodia-'));
    for (const file of globSync('*', { cwd: root + lab })) {
      if (!file.endsWith('.yaml'))
        copyFileSync(join(root, lab, file), join(folder, basename(file)));
    }
    const typed = commands.split('\n').filter((line) => line.startsWith('$ '));
    expect(typed.length).toBeGreaterThan(3);
    const printed = typed.map((line) => {
      const output = execFileSync('bash', ['-c', `${line.slice(2)} 2>&1`], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder },
      });
      return `${line}\n${output}`;
    });
    rmSync(folder, { recursive: true });
    expect(printed.join('')).toBe(commands);
  },
);
