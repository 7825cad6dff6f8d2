import { expect, test } from 'vitest';
import {
  fitsSlot,
  judgeSlot,
  keyOf,
  slotUnready,
  trapOf,
  type Answer,
  type Slot,
} from './sheet.ts';

const choice: Slot = {
  kind: 'choice',
  id: 'c',
  options: ['a', 'b', 'c'],
  correct: 'a',
  defensible: ['b'],
};
const several: Slot = {
  kind: 'several',
  id: 's',
  options: ['a', 'b', 'c', 'd'],
  correct: ['a', 'b'],
  defensible: ['c'],
};
const order: Slot = { kind: 'order', id: 'o', options: ['b', 'a'], correct: ['a', 'b'] };
const number: Slot = {
  kind: 'number',
  id: 'n',
  accepts: [40, 90],
  tolerance: 0.5,
  traps: [{ id: 'hours', value: 4 }],
};
const port: Slot = {
  kind: 'text',
  id: 't',
  as: 'plain',
  accepts: ['192.0.2.7:443'],
  traps: [{ id: 'no-port', accepts: ['192.0.2.7'] }],
};
const moment: Slot = {
  kind: 'text',
  id: 'm',
  as: 'utc',
  accepts: ['2024-10-27 01:30:00Z'],
  traps: [{ id: 'local', accepts: ['2024-10-27 02:30:00Z'] }],
};

test.each<[Slot, Answer, string]>([
  [choice, 'a', 'right'],
  [choice, 'b', 'defensible'],
  [choice, 'c', 'wrong'],
  [several, ['b', 'a'], 'right'],
  [several, ['a', 'b', 'c'], 'defensible'],
  [several, ['a'], 'wrong'],
  [several, ['a', 'b', 'd'], 'wrong'],
  [order, ['a', 'b'], 'right'],
  [order, ['b', 'a'], 'wrong'],
  [number, '40', 'right'],
  [number, '40,4 minutes', 'right'],
  [number, '٩٠', 'right'],
  [number, '41', 'wrong'],
  [port, '\u200e192.0.2.7:443 ', 'right'],
  [port, '192.0.2.7:80', 'wrong'],
  [moment, '2024-10-27 01:30', 'right'],
  [moment, '2024-10-27T02:30+01:00', 'right'],
  [moment, '2024-10-27 02:30', 'wrong'],
])('%j answered with %j is %s', (slot, answer, verdict) => {
  expect(judgeSlot(slot, answer)).toBe(verdict);
});

test.each<[Slot, Answer | undefined, string | undefined]>([
  [choice, undefined, 'empty'],
  [several, [], 'empty'],
  [number, ' \u200f', 'empty'],
  [number, 'forty', 'not-a-number'],
  [number, '40 min', undefined],
  [moment, 'tonight', 'not-a-moment'],
  [port, 'tonight', undefined],
])('%j with %j: %s', (slot, answer, problem) => {
  expect(slotUnready(slot, answer)).toBe(problem);
});

test('a known wrong answer names its trap', () => {
  expect(trapOf(number, '4')).toBe('hours');
  expect(trapOf(port, '192.0.2.7')).toBe('no-port');
  expect(trapOf(moment, '2024-10-27 02:30')).toBe('local');
  expect(trapOf(port, 'else')).toBeUndefined();
});

test.each([choice, several, order, number, port, moment])('the key of %j holds', (slot) => {
  expect(fitsSlot(slot, keyOf(slot))).toBe(true);
  expect(judgeSlot(slot, keyOf(slot))).toBe('right');
});

test('what belongs to another slot does not fit', () => {
  expect(fitsSlot(choice, 'z')).toBe(false);
  expect(fitsSlot(choice, ['a'])).toBe(false);
  expect(fitsSlot(several, ['a', 'a'])).toBe(false);
  expect(fitsSlot(order, ['a'])).toBe(false);
  expect(fitsSlot(port, 'x'.repeat(121))).toBe(false);
});
