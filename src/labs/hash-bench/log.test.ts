import { expect, test } from 'vitest';
import { findDecoys, findFaults, offsetMinutes, utcText, type LogRow } from './log.ts';

const row = (id: string, part: Partial<LogRow> = {}): LogRow => ({
  id,
  time: '2026-01-12 10:00 +00:00',
  act: 'stored',
  from: 'desk',
  to: 'store',
  giver: 'tarel',
  receiver: 'hale',
  seal: 'B-1',
  ...part,
});

test.each([
  ['2026-01-12 10:00 +00:00', '2026-01-12 10:00'],
  ['2026-01-12 00:30 +02:00', '2026-01-11 22:30'],
  ['2026-12-31 22:00 -03:30', '2027-01-01 01:30'],
  ['2026-01-12 10:00', undefined],
])('%s is %s in UTC', (time, expected) => {
  expect(utcText(time)).toBe(expected);
});

test('a text that is no time is refused by name', () => {
  expect(() => offsetMinutes('12 January')).toThrow('`12 January` is no time');
});

test('a log without fault gives none', () => {
  expect(findFaults([row('1'), row('2', { time: '2026-01-12 10:00 +00:00' })])).toEqual([]);
});

test('a transfer that nobody signed is serious', () => {
  expect(findFaults([row('1', { receiver: undefined })])).toEqual([
    { row: '1', fault: 'no-receiver', rating: 'serious' },
  ]);
});

test('work at one place needs no receiver', () => {
  expect(findFaults([row('1', { to: 'desk', receiver: undefined })])).toEqual([]);
});

test('a time without offset is cosmetic while every offset of the log keeps the order', () => {
  const rows = [
    row('1', { time: '2026-01-12 08:00 +00:00' }),
    row('2', { time: '2026-01-12 13:00' }),
    row('3', { time: '2026-01-12 18:00 +02:00' }),
  ];
  expect(findFaults(rows)).toEqual([{ row: '2', fault: 'no-offset', rating: 'cosmetic' }]);
});

test('a time without offset has to be explained when one of the offsets would break the order', () => {
  const rows = [
    row('1', { time: '2026-01-12 12:00 +00:00' }),
    row('2', { time: '2026-01-12 13:00' }),
    row('3', { time: '2026-01-12 18:00 +02:00' }),
  ];
  expect(findFaults(rows)).toEqual([{ row: '2', fault: 'no-offset', rating: 'explain' }]);
});

test('a row before its neighbour is found across a row that has no offset', () => {
  const rows = [
    row('1', { time: '2026-01-12 12:00 +00:00' }),
    row('2', { time: '2026-01-12 12:30' }),
    row('3', { time: '2026-01-12 11:00 +00:00' }),
  ];
  expect(findFaults(rows).map(({ row: id, fault }) => `${id} ${fault}`)).toEqual([
    '2 no-offset',
    '3 time-backwards',
  ]);
});

test('a clock that goes forward can still be earlier in UTC, and is found', () => {
  const rows = [
    row('1', { time: '2026-01-12 10:00 +00:00' }),
    row('2', { time: '2026-01-12 11:00 +02:00' }),
  ];
  expect(findFaults(rows)).toEqual([{ row: '2', fault: 'time-backwards', rating: 'explain' }]);
});

test('a clock that goes back with its offset is a decoy, not a fault', () => {
  const rows = [
    row('1', { time: '2026-01-12 10:00 +02:00' }),
    row('2', { time: '2026-01-12 09:00 +00:00' }),
  ];
  expect(findFaults(rows)).toEqual([]);
  expect(findDecoys(rows)).toEqual([{ row: '2', looks_like: 'time-backwards' }]);
});

test('a new seal is a fault, unless the row opened the old one', () => {
  expect(findFaults([row('1'), row('2', { seal: 'B-2' })])).toEqual([
    { row: '2', fault: 'seal-changed', rating: 'serious' },
  ]);
  const proper = [row('1'), row('2', { seal: 'B-2', opened: 'B-1' })];
  expect(findFaults(proper)).toEqual([]);
  expect(findDecoys(proper)).toEqual([{ row: '2', looks_like: 'seal-changed' }]);
});

test('an entry that opened some other seal does not explain the new one', () => {
  expect(findFaults([row('1'), row('2', { seal: 'B-2', opened: 'B-9' })])).toHaveLength(1);
});
