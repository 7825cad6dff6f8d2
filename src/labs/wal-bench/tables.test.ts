import { expect, test } from 'vitest';
import { fixture } from './lab-files.fixture.ts';
import { tablesOf } from './tables.ts';
import { readWal, withWal } from './wal.ts';

test('the tables of the own chat are read with names, columns and rows', () => {
  const tables = tablesOf(fixture('pitch-booking.db'));
  expect(tables.map(({ name, columns, rows }) => [name, columns, rows.length])).toEqual([
    ['messages', ['id', 'author', 'text', 'sent'], 5],
    ['visits', ['id', 'page', 'seen'], 2],
    ['receipts', ['id', 'file', 'saved'], 1],
  ]);
  expect(tables[2]?.rows).toEqual([['1', 'receipt-0318.pdf', '134176913701250000']]);
});

test('main file alone and main file with log: the numbers of the facts', () => {
  const main = fixture('kit-order.db');
  const log = fixture('kit-order.db-wal');
  const wal = readWal(log);
  if (typeof wal === 'string') throw new Error(wal);
  const ids = (bytes: Uint8Array) => tablesOf(bytes)[0]?.rows.map(([id]) => id);
  expect(ids(main)).toEqual(['1', '2', '3']);
  expect(ids(withWal(main, log, wal))).toEqual(['1', '3', '4']);
  expect(ids(withWal(main, log, wal, 1))).toEqual(['1', '2', '3', '4']);
});
