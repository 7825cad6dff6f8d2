import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const lab = new URL(
  '../courses/b3-electronic-evidence-in-court/labs/authenticity-bench/',
  import.meta.url,
);
const file = readFileSync(new URL('sign-in-record.csv', lab));
const spine = readFileSync(new URL('lab.yaml', lab), 'utf8');

test('the value on the certificate of the sign-in record is the value of the file that learners download', () => {
  const value = createHash('sha256').update(file).digest('hex');
  expect(spine.match(new RegExp(value, 'g'))).toHaveLength(2);
  expect(spine).toContain(`sign-in-record.csv  ${file.length} bytes`);
});

test('the card quotes the entry of the file', () => {
  expect(file.toString()).toContain('2026-03-05T18:04:09+01:00,kit-2,signed in');
  expect(spine).toContain('kit-2  2026-03-05T18:04:09+01:00');
});

const noTool = spawnSync('sha256sum', ['--version']).error !== undefined;

test.skipIf(noTool)(
  'the command that the page prints gives that value with the tool of Debian',
  () => {
    const words = readFileSync(new URL('en.yaml', lab), 'utf8');
    const command = /`(sha256sum [^`]+)`/.exec(words)?.[1] ?? 'missing';
    const [value = '-'] = execFileSync('sh', ['-c', command], {
      cwd: fileURLToPath(lab),
      encoding: 'utf8',
    }).split(' ');
    expect(spine).toContain(`sha256 ${value}`);
  },
);
