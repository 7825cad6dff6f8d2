import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCourses } from '../src/content/check.ts';
import { formatProblem } from '../src/content/problem.ts';
import { courseFiles, jurisdictionFiles, lessonFiles } from '../src/content/scaffold.ts';

test('a new course with a new lesson is sound from the first minute', () => {
  const root = mkdtempSync(join(tmpdir(), 'custodia-'));
  cpSync(new URL('fixtures/good', import.meta.url).pathname, root, { recursive: true });
  const write = (folder: string, files: Record<string, string>): void => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, 'courses', folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  write('a3-files', courseFiles('a3-files', 'A3'));
  write('a3-files/second', lessonFiles('second'));
  const course = join(root, 'courses/a3-files/course.yaml');
  writeFileSync(
    course,
    readFileSync(course, 'utf8').replace(
      'lessons: [what-you-need-first]',
      'lessons: [what-you-need-first, second]',
    ),
  );
  for (const [file, text] of [
    ['modules.yaml', '  - id: a3-files\n    code: A3\n    track: a\n    minutes: 120\npaths:'],
    ['modules.en.yaml', ''],
  ] as const) {
    if (text === '') continue;
    const path = join(root, 'courses', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace('paths:', text));
  }
  for (const lang of ['en', 'ar']) {
    const path = join(root, `courses/modules.${lang}.yaml`);
    writeFileSync(
      path,
      `${readFileSync(path, 'utf8')}  a3-files:\n    title: T\n    short: S\n    summary: Words.\n`,
    );
  }
  const problems = checkCourses(root, { today: '2026-11-23' }).problems.filter(
    ({ severity }) => severity === 'error',
  );
  rmSync(root, { recursive: true });
  expect(problems.map(formatProblem)).toEqual([]);
});

test('a new jurisdiction is sound as it is made, and filled in as its remarks say', () => {
  const root = mkdtempSync(join(tmpdir(), 'custodia-'));
  cpSync(new URL('fixtures/good', import.meta.url).pathname, root, { recursive: true });
  const folder = join(root, 'courses/jurisdictions/xb');
  mkdirSync(folder);
  const files = jurisdictionFiles('xb', [{ id: 'stove', question: 'Who may light the stove?' }]);
  const found = (change: (text: string) => string): string[] => {
    for (const [path, text] of Object.entries(files))
      writeFileSync(join(folder, path), change(text));
    return checkCourses(root, { today: '2026-11-23' }).problems.map(formatProblem);
  };
  const made = found((text) => text);
  const filled = found((text) =>
    text
      .replace(/^# (?=sources:|slots:| )/gm, '')
      .replace(/^( +(?:read|checked): ).*/gm, '$12026-11-01')
      .replace(/^( +review_by: ).*/gm, '$12028-11-01')
      .replace(/^( +reviewer: ).*/gm, '$1judge'),
  );
  const spine = readFileSync(join(folder, 'jurisdiction.yaml'), 'utf8');
  rmSync(root, { recursive: true });
  expect(made).toEqual([]);
  expect(spine).toMatch(/^slots:\n {2}stove:$/m);
  expect(filled).toEqual([]);
});
