import { expect, test } from 'vitest';
import { bitsOf, compareHashes, dotPaths, groupsOfEight } from './difference.ts';

test('equal values differ in no bit', () => {
  expect(compareHashes('a0f3', 'a0f3')).toEqual({
    equal: true,
    changedBits: 0,
    bits: 16,
    agreeing: [true, true, true, true],
  });
});

test('bits and agreeing digits are counted one by one', () => {
  // 0 and 1 differ in one bit, 0 and f in four, 8 and 8 in none.
  expect(compareHashes('008', '1f8')).toEqual({
    equal: false,
    changedBits: 5,
    bits: 12,
    agreeing: [false, false, true],
  });
});

test('values of different lengths are refused', () => {
  expect(() => compareHashes('00', '000')).toThrow(RangeError);
});

test('bits come most significant first', () => {
  expect(bitsOf('8')).toEqual([true, false, false, false]);
});

test('a value is cut into groups of eight with their positions', () => {
  expect(groupsOfEight('0123456789ab')).toEqual([
    { at: 0, digits: '01234567' },
    { at: 8, digits: '89ab' },
  ]);
});

test('a bit that stayed is a dot and a bit that changed is a square, sixteen to a row', () => {
  const paths = dotPaths('00008', '00009');
  const count = (path: string): number => (path.match(/M/g) ?? []).length;
  expect(count(paths.one)).toBe(1);
  expect(count(paths.zero)).toBe(18);
  expect(count(paths.changedOne)).toBe(0);
  expect(paths.one).toBe('M0.5 1.5h0');
  expect(paths.changedZero).toBe('M3.2 1.2h.6v.6h-.6z');
});
