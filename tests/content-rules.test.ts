import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, expect, test } from 'vitest';
import { checkCourses, RULE_NAMES } from '../src/content/check.ts';
import { formatProblem } from '../src/content/problem.ts';

/** One way to break the sound course of `fixtures/good`, and the exact lines that `check` then prints. */
interface Broken {
  changes: { file: string; find: string; put: string }[];
  /** The rule that it shows, where the file has another name because the rule is shown twice. */
  rule?: string;
  /** The day on which review dates are judged; the fixture's own day unless given. */
  today?: string;
  expected: string;
}

const fixtures = new URL('fixtures/', import.meta.url).pathname;
const broken = globSync('*.yaml', { cwd: `${fixtures}broken` }).sort();
/** The rule that a fixture shows: its name, up to `--` where one rule has several. */
const ruleOf = (name: string): string => name.replace('.yaml', '').split('--')[0] ?? '';
const made: string[] = [];

afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function breakIt({ changes }: Broken): string {
  const root = mkdtempSync(join(tmpdir(), 'custodia-'));
  made.push(root);
  cpSync(`${fixtures}good`, root, { recursive: true });
  for (const { file, find, put } of changes) {
    const path = file.startsWith('src/') ? `${root}/${file}` : `${root}/courses/${file}`;
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (!text.includes(find)) throw new Error(`${file} does not contain ${JSON.stringify(find)}.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
  }
  return root;
}

test('the sound course has no problem', () => {
  expect(
    checkCourses(`${fixtures}good`, { today: '2026-11-23' }).problems.map(formatProblem),
  ).toEqual([]);
});

test('every rule has a broken course that shows it', () => {
  expect(RULE_NAMES.filter((name) => !broken.some((each) => ruleOf(each) === name))).toEqual([]);
});

test.each(broken)('%s prints exactly what an author needs', (name) => {
  const fixture = parse(readFileSync(`${fixtures}broken/${name}`, 'utf8')) as Broken;
  const { problems } = checkCourses(breakIt(fixture), { today: fixture.today ?? '2026-11-23' });
  expect(problems.map(formatProblem).join('\n')).toBe(fixture.expected.trim());
  expect(problems.map(({ rule }) => rule)).toContain(fixture.rule ?? ruleOf(name));
});
