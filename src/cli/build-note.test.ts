import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { noteBuild, readBuildNote } from './build-note.ts';
import { lastCommit } from './commit.ts';

const folder = mkdtempSync(join(tmpdir(), 'custodia-note-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a commit is told with its day, and a folder that has moved on since says so', () => {
  const git = (...args: string[]): string =>
    spawnSync(
      'git',
      [
        '-c',
        'user.name=n',
        '-c',
        'user.email=n@example.org',
        '-c',
        'commit.gpgsign=false',
        ...args,
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-23T23:30:00Z' },
      },
    ).stdout.trim();
  expect(lastCommit(folder).commit).toBe('unknown');
  git('init', '-q');
  writeFileSync(join(folder, 'a.txt'), 'a');
  git('add', '.');
  git('commit', '-q', '-m', 'First');
  const clean = { commit: git('rev-parse', 'HEAD'), date: '2026-11-23' };
  expect(clean.commit).toMatch(/^[0-9a-f]{40}$/);
  expect(lastCommit(folder)).toEqual(clean);
  writeFileSync(join(folder, 'b.txt'), 'b');
  expect(lastCommit(folder)).toEqual({ ...clean, uncommitted: true });
});

test('a built site says what it was built from and for whom, and is not packed for anybody else', () => {
  const site = mkdtempSync(join(folder, 'site-'));
  const learners = { audience: 'learner', jurisdiction: undefined } as const;
  expect(readBuildNote(site, learners)).toMatch(/There is no built site in/);
  writeFileSync(join(site, 'index.html'), '');
  expect(readBuildNote(site, learners)).toMatch(/does not say which commit/);
  noteBuild(site, { audience: 'trainer', jurisdiction: 'xa' });
  expect(readBuildNote(site, { audience: 'trainer', jurisdiction: 'xa' })).toEqual({
    audience: 'trainer',
    jurisdiction: 'xa',
    ...lastCommit(),
  });
  expect(readBuildNote(site, { audience: 'learner', jurisdiction: 'xa' })).toMatch(
    /was built for trainers\. Say `--audience trainer`/,
  );
  expect(readBuildNote(site, { audience: 'trainer', jurisdiction: undefined })).toMatch(
    /shows the law of `xa`\. Say `--jurisdiction xa`/,
  );
  noteBuild(site, { audience: 'learner' });
  expect(readBuildNote(site, { audience: 'learner', jurisdiction: 'xa' })).toMatch(
    /was built without `--jurisdiction`/,
  );
});
