import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { bytesOf, sha256, sums, zipFiles } from './zip.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const files = new Map([
  ['b.txt', bytesOf('two')],
  ['a/ü.txt', bytesOf('one')],
]);

test('the same files and day give the same bytes in every order and time zone', () => {
  const values = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((name, index) => {
    process.env['TZ'] = name;
    const turned = index === 1 ? new Map([...files].reverse()) : files;
    return sha256(zipFiles(turned, '2026-03-29'));
  });
  expect(new Set(values).size).toBe(1);
});

test('what was zipped comes out again', () => {
  const back = unzipSync(zipFiles(files, '2026-11-23'));
  expect(Object.keys(back)).toEqual(['a/ü.txt', 'b.txt']);
  expect(back['b.txt']).toEqual(bytesOf('two'));
});

test("sums are written in sha256sum's own format, by name", () => {
  expect(
    sums(
      new Map([
        ['b', bytesOf('')],
        ['a', bytesOf('')],
      ]),
    ),
  ).toMatch(/^e3b0c442[0-9a-f]{56} {2}a\ne3b0c442[0-9a-f]{56} {2}b\n$/);
});
