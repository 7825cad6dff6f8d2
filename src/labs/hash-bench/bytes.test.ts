import { expect, test } from 'vitest';
import { differingBytes, flipBit, hexRows, UNPRINTABLE } from './bytes.ts';

const file = Uint8Array.from({ length: 40 }, (_, index) => index + 0x20);

test('a row holds two halves of eight bytes with their positions', () => {
  const rows = hexRows(file);
  expect(rows).toHaveLength(3);
  expect(rows[1]?.map((half) => half.offset)).toEqual(['0010', '0018']);
  expect(rows[1]?.[0].cells.map((cell) => cell.hex).join(' ')).toBe('30 31 32 33 34 35 36 37');
  expect(rows[1]?.[0].cells.map((cell) => cell.character).join('')).toBe('01234567');
});

test('the last row of a file that ends in its middle is short, not padded', () => {
  expect(hexRows(file)[2]?.map((half) => half.cells.length)).toEqual([8, 0]);
});

test('a window starts at the byte asked for and flags the changed one', () => {
  const [row] = hexRows(file, { start: 16, count: 16, changed: [17] });
  expect(row?.[0].offset).toBe('0010');
  expect(row?.flatMap((half) => half.cells.map((cell) => cell.changed)).indexOf(true)).toBe(1);
});

test('a byte without a printable character is a middle dot', () => {
  const [row] = hexRows(Uint8Array.of(0x0a, 0x7f, 0x80, 0x20));
  expect(row?.[0].cells.map((cell) => cell.character)).toEqual([
    UNPRINTABLE,
    UNPRINTABLE,
    UNPRINTABLE,
    ' ',
  ]);
});

test('flipping a bit changes that bit alone, and flipping it again restores the file', () => {
  const flipped = flipBit(file, 3, 7);
  expect(differingBytes(file, flipped)).toEqual([3]);
  expect(flipped[3]).toBe(0x23 ^ 0x80);
  expect(flipBit(flipped, 3, 7)).toEqual(file);
});

test('flipping leaves the bytes it was given as they were', () => {
  const before = Uint8Array.from(file);
  flipBit(file, 0, 0);
  expect(file).toEqual(before);
});

test.each([
  [40, 0],
  [-1, 0],
  [0, 8],
  [0, -1],
  [0.5, 0],
])('byte %d, bit %d does not exist and is refused', (byte, bit) => {
  expect(() => flipBit(file, byte, bit)).toThrow(RangeError);
});
