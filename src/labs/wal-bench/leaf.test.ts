import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture } from './lab-files.fixture.ts';
import { rowsOfPage } from './leaf.ts';
import { pageOf, readWal } from './wal.ts';

test('every kind of value that SQLite stores is read back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-'));
  const path = join(folder, 'kinds.db');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA page_size = 1024; CREATE TABLE kinds (a, b, c)');
  const insert = database.prepare('INSERT INTO kinds (rowid, a, b, c) VALUES (?, ?, ?, ?)');
  const rows = [
    [1n, null, 0n, 1n],
    [2n, 127n, -128n, 32_767n],
    [300n, 8_388_607n, -2_147_483_648n, 140_737_488_355_327n],
    [70_000n, 134_176_913_701_250_000n, 0.5, 'pitch'],
    [-5n, '', 'Kit room: 12 × 3', new Uint8Array([0, 255])],
  ] as const;
  for (const [id, ...values] of rows) insert.run(id, ...values);
  database.close();
  const page = new Uint8Array(readFileSync(path)).slice(1024, 2048);
  rmSync(folder, { recursive: true });

  const expected = rows
    .map(([id, ...values]) => ({ id, values }))
    .sort((one, other) => Number(one.id - other.id));
  expect(rowsOfPage(page, 2)).toEqual(expected);
});

test('the left-over frame of the own chat holds another message under the number 6', () => {
  const bytes = fixture('pitch-booking.db-wal');
  const wal = readWal(bytes);
  if (typeof wal === 'string') throw new Error(wal);
  const sixth = wal.frames.map((frame) =>
    rowsOfPage(pageOf(bytes, wal, frame), frame.page)
      ?.filter(({ id }) => id === 6n)
      .map(({ values }) => values[2]),
  );
  const later = 'You booked the wrong hour. Please pay the fee.';
  expect(sixth).toEqual([[], [later], [later], ['Shall I bring the blue bibs?'], []]);
});

test('a page of another kind, and one whose lengths lead out of it, show no rows', () => {
  const page = fixture('kit-order.db').slice(1024, 2048);
  expect(rowsOfPage(page, 2)).toHaveLength(3);
  expect(rowsOfPage(new Uint8Array(1024), 2)).toBeUndefined();
  const broken = page.slice();
  broken[8] = 3;
  broken[9] = 255;
  expect(rowsOfPage(broken, 2)).toBeUndefined();
});
