import { expect, test } from 'vitest';
import { fixture } from './lab-files.fixture.ts';
import { placesOf } from './places.ts';
import { readWal, withWal } from './wal.ts';

const text = 'Make that 14 shirts';
const main = fixture('kit-order.db');
const log = fixture('kit-order.db-wal');

test('message 2 stands in the main file and in the first frame, and after a careless open nowhere', () => {
  const wal = readWal(log);
  if (typeof wal === 'string') throw new Error(wal);
  expect(placesOf(main, text)).toBe(1);
  expect(placesOf(log, text)).toBe(1);
  expect(placesOf(withWal(main, log, wal), text)).toBe(0);
});

test('a text at either end is found, an empty one never', () => {
  const bytes = new TextEncoder().encode('aba');
  expect(placesOf(bytes, 'a')).toBe(2);
  expect(placesOf(bytes, 'aba')).toBe(1);
  expect(placesOf(bytes, 'abab')).toBe(0);
  expect(placesOf(bytes, '')).toBe(0);
});
