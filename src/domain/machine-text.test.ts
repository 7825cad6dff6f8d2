import { expect, test } from 'vitest';
import { cleanText, foldMachineText, hasHiddenMarks, readMoment } from './machine-text.ts';

test.each([
  ['a pasted right-to-left mark', '\u200f192.0.2.7\u200e', '192.0.2.7'],
  ['a no-break and a narrow space', '2026-03-02\u00a010:00\u202f:00', '2026-03-02 10:00 :00'],
  ['zero-width characters and a soft hyphen', 'ke\u200bttle\ufeff-\u00ad4', 'kettle-4'],
  ['an isolate around a time', '\u206610:00\u2069', '10:00'],
  ['full-width letters and digits', 'ｐｏｒｔ　４４３', 'port 443'],
  ['Arabic-Indic and Persian digits', '٤٤٣ ۸۰', '443 80'],
  ['dashes of every kind', '10\u201311\u221212', '10-11-12'],
  ['spaces at both ends', '  a  b\t', 'a b'],
])('%s is cleaned away', (_, typed, clean) => {
  expect(cleanText(typed)).toBe(clean);
});

test('case does not tell two pieces of machine text apart, and other letters do', () => {
  expect(foldMachineText('Kettle-4')).toBe(foldMachineText(' kettle\u20134'));
  expect(foldMachineText('kettle-4')).not.toBe(foldMachineText('kettle-5'));
});

test('marks that nobody sees are told', () => {
  expect(hasHiddenMarks('10:00\u200f')).toBe(true);
  expect(hasHiddenMarks('10:00\u00a0Z')).toBe(true);
  expect(hasHiddenMarks('10:00 Z\nnext')).toBe(false);
});

const HALF_PAST_ONE = Date.UTC(2024, 9, 27, 1, 30);
test.each([
  '2024-10-27 01:30:00Z',
  '2024-10-27T01:30:00Z',
  '2024-10-27 01:30',
  '2024-10-27 01:30 UTC',
  '2024-10-27 01:30:00 gmt',
  '2024-10-27 02:30:00+01:00',
  '2024-10-27 02:30 +0100',
  '2024-10-26 23:30 UTC-2',
  '\u200e2024\u201110\u201127\u00a001:30\u200f',
  '٢٠٢٤-١٠-٢٧ ٠١:٣٠',
])('%s is one moment', (typed) => {
  expect(readMoment(typed)).toBe(HALF_PAST_ONE);
});

test.each([
  '',
  '01:30',
  '2024-02-30 10:00',
  '2024-13-01 10:00',
  '2024-10-27 01:75',
  'half past one',
])('%s is no moment', (typed) => {
  expect(readMoment(typed)).toBeUndefined();
});
