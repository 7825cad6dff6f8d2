import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixture, FOLDER } from './lab-files.fixture.ts';
import { generateFiles, SEED } from './generate.ts';
import { readWal, withWal } from './wal.ts';

test('the files in the repository are, byte for byte, what the generator makes', () => {
  const made = generateFiles(SEED);
  expect([...made.keys()].sort()).toEqual(
    readdirSync(FOLDER)
      .filter((name) => !name.endsWith('.yaml'))
      .sort(),
  );
  for (const [name, bytes] of made) expect(bytes, name).toEqual(fixture(name));
});

test('every file is smaller than 64 kB', () => {
  for (const [name, bytes] of generateFiles()) expect(bytes.length, name).toBeLessThan(64_000);
});

test('another seed gives other salts and the same messages', () => {
  const other = generateFiles(7);
  const wal = other.get('kit-order.db-wal') ?? new Uint8Array();
  const main = other.get('kit-order.db') ?? new Uint8Array();
  expect(wal).not.toEqual(fixture('kit-order.db-wal'));
  const read = readWal(wal);
  if (typeof read === 'string') throw new Error(read);
  const own = readWal(fixture('kit-order.db-wal'));
  if (typeof own === 'string') throw new Error(own);
  expect(withWal(main, wal, read)).toEqual(
    withWal(fixture('kit-order.db'), fixture('kit-order.db-wal'), own),
  );
});
