import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateRecord } from './generate.ts';

const folder = new URL(
  '../../../courses/b3-electronic-evidence-in-court/labs/authenticity-bench/',
  import.meta.url,
);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const record = generateRecord(12);

test('the sign-in record is exactly what its seed makes', () => {
  expect(read('sign-in-record.csv')).toBe(record.text);
  expect(generateRecord(13).text).not.toBe(record.text);
});

test('cards, certificate and report quote the truth that the record was made from', () => {
  const { published, signedIn, opened } = record.truth;
  const spine = read('lab.yaml');
  const utc = new Date(published).toISOString().replace('.000', '');
  expect(spine).toContain(`datePublished ${utc}`);
  expect(spine).toContain(`kit-2  ${signedIn}`);
  const value = createHash('sha256').update(record.text).digest('hex');
  expect(spine.split(`sha256 ${value}`)).toHaveLength(3);
  const words = read('en.yaml');
  for (const time of [signedIn, opened]) expect(words).toContain(`\`${time.slice(11)}\``);
});

test.each([1, 2, 3, 40, 500])('the rows of seed %i stand in the order of time', (seed) => {
  const times = generateRecord(seed)
    .text.trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0] ?? '');
  expect(times).toHaveLength(8);
  expect([...times].sort()).toEqual(times);
});
