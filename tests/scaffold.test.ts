import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCourses } from '../src/content/check.ts';
import { formatProblem } from '../src/content/problem.ts';
import { courseFiles, lessonFiles } from '../src/content/scaffold.ts';

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
