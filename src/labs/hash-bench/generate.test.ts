import { expect, test } from 'vitest';
import { generateCleanLog, generateOwnLog, generateReceipt, RECEIPT_LENGTH } from './generate.ts';
import { findDecoys, findFaults } from './log.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

test('the same seed gives the same receipt, another seed another', () => {
  expect(generateReceipt(417)).toEqual(generateReceipt(417));
  expect(generateReceipt(417)).not.toEqual(generateReceipt(418));
});

test.each(seeds)(
  'the receipt of seed %d is 2,048 bytes of printable ASCII and its total is the sum',
  (seed) => {
    const bytes = generateReceipt(seed);
    expect(bytes).toHaveLength(RECEIPT_LENGTH);
    expect([...bytes].every((byte) => byte === 0x0a || (byte >= 0x20 && byte < 0x7f))).toBe(true);
    const lines = new TextDecoder().decode(bytes).split('\n');
    const amount = (line: string): number =>
      Math.round(Number(/(\d+\.\d\d)$/.exec(line)?.[1]) * 100);
    const goods = lines.filter((line) => /^\d .*\d\.\d\d$/.test(line));
    const total = lines.find((line) => line.startsWith('Total'));
    expect(goods.length).toBeGreaterThan(20);
    expect(amount(total ?? '')).toBe(goods.map(amount).reduce((sum, each) => sum + each, 0));
  },
);

test.each(seeds)(
  'in the log of seed %d the rules find what was planted, and nothing else',
  (seed) => {
    const { rows, faults, decoys } = generateOwnLog(seed);
    expect(rows).toHaveLength(12);
    expect(findFaults(rows).map(({ row, fault }) => ({ row, fault }))).toEqual(faults);
    expect(findDecoys(rows)).toEqual(decoys);
  },
);

test.each(seeds)('the clean log of seed %d holds no fault and one proper reseal', (seed) => {
  const { rows, decoys } = generateCleanLog(seed);
  expect(findFaults(rows)).toEqual([]);
  expect(findDecoys(rows)).toEqual(decoys);
});
