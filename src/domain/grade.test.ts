import { describe, expect, test } from 'vitest';
import { formResult } from './form.ts';
import { grade, type Outcome } from './grade.ts';
import { emptyResponse, encodeResponse, type Item, type Response } from './question.ts';
import { ITEMS } from './question.fixture.ts';

const { one, several, order, numeric, match, fault } = ITEMS;
const pick = (...picked: string[]): Response => ({ kind: 'pick', picked });
const steps = (...keys: string[]): Response => ({ kind: 'order', steps: keys });
const typed = (text: string): Response => ({ kind: 'numeric', typed: text });
const pairs = (raw: string, e01: string, log: string): Response => ({
  kind: 'match',
  pairs: { raw, e01, log },
});

test.each<[string, Item, Response, Outcome, number, number]>([
  ['one: the correct option', one, pick('bytes'), 'right', 1, 1],
  ['one: another option', one, pick('truth'), 'wrong', 0, 1],
  ['several: all that hold, in any order', several, pick('slack', 'deleted'), 'right', 2, 2],
  ['several: one of two', several, pick('deleted'), 'partly', 1, 2],
  [
    'several: all that hold and one that does not',
    several,
    pick('deleted', 'names', 'slack'),
    'partly',
    2,
    2,
  ],
  [
    'several: one that holds and one that does not',
    several,
    pick('deleted', 'names'),
    'wrong',
    1,
    2,
  ],
  ['several: everything', several, pick('deleted', 'names', 'size', 'slack'), 'wrong', 2, 2],
  ['several: only what does not hold', several, pick('names'), 'wrong', 0, 2],
  ['fault: both faults', fault, pick('to', 'time'), 'right', 2, 2],
  ['fault: one of two faults', fault, pick('time'), 'partly', 1, 2],
  ['fault: a sound field', fault, pick('from'), 'wrong', 0, 2],
  ['order: as it should be', order, steps('hash', 'image', 'seal'), 'right', 3, 3],
  [
    'order: one of three in its place is less than half',
    order,
    steps('image', 'hash', 'seal'),
    'wrong',
    1,
    3,
  ],
  ['order: none in its place', order, steps('seal', 'hash', 'image'), 'wrong', 0, 3],
  ['numeric: the number', numeric, typed('40'), 'right', 1, 1],
  ['numeric: the number in Arabic-Indic digits', numeric, typed('٤٠'), 'right', 1, 1],
  ['numeric: another number', numeric, typed('41'), 'wrong', 0, 1],
  ['match: every row', match, pairs('bytes-only', 'notes', 'notes'), 'right', 3, 3],
  ['match: two of three rows', match, pairs('bytes-only', 'bytes-only', 'notes'), 'partly', 2, 3],
  ['match: one of three rows', match, pairs('notes', 'bytes-only', 'notes'), 'wrong', 1, 3],
])('%s', (_, item, response, outcome, right, of) => {
  expect(grade(item, response)).toMatchObject({ outcome, right, of });
});

test('a trap is named, and only its own number', () => {
  expect(grade(numeric, typed('39')).trap).toBe('clock');
  expect(grade(numeric, typed('38')).trap).toBeUndefined();
});

test.each([
  ['inside', '40.5', 'right'],
  ['outside', '40.6', 'wrong'],
] as const)('a tolerance counts from the correct number: %s', (_, text, outcome) => {
  expect(grade({ ...numeric, tolerance: 0.5 }, typed(text)).outcome).toBe(outcome);
});

test('binary fractions fail nobody', () => {
  expect(grade({ ...numeric, correct: 0.1 + 0.2 }, typed('0.3')).outcome).toBe('right');
});

test('every row of a picked question gets its own mark', () => {
  expect(grade(several, pick('deleted', 'names')).marks).toEqual({
    deleted: 'hit',
    names: 'false',
    size: 'left',
    slack: 'missed',
  });
});

test('a response of another kind is refused by name', () => {
  expect(() => grade(order, pick('bytes'))).toThrow(
    'A response of kind pick cannot answer order, which is of kind order.',
  );
});

describe('whatever is picked', () => {
  const everyPick = [...Array(16).keys()].map((bits) =>
    several.options.filter((_, index) => bits & (1 << index)),
  );

  test('exactly one set of picks is right', () => {
    const right = everyPick.filter((picked) => grade(several, pick(...picked)).outcome === 'right');
    expect(right).toEqual([['deleted', 'slack']]);
  });

  test('a wrong option never makes an answer better', () => {
    const rank = (picked: readonly string[]): number =>
      ['wrong', 'partly', 'right'].indexOf(grade(several, pick(...picked)).outcome);
    for (const picked of everyPick) {
      for (const wrong of ['names', 'size'].filter((option) => !picked.includes(option))) {
        expect(rank([...picked, wrong])).toBeLessThanOrEqual(rank(picked));
      }
    }
  });

  test('picking nothing is never right', () => {
    expect(grade(several, pick()).outcome).toBe('wrong');
    expect(encodeResponse(several, emptyResponse(several))).toBe('');
  });
});

describe('the result of a form', () => {
  const items: Item[] = [
    { ...one, id: 'q1', outcome: 'compare' },
    { ...one, id: 'q2', outcome: 'compare', safety: true },
    { ...one, id: 'q3', outcome: 'explain' },
    { ...one, id: 'q4', outcome: 'explain' },
  ];

  test('counts per outcome in the order of the form, and never as a percentage', () => {
    const result = formResult(items, { q1: 'right', q2: 'right', q3: 'partly', q4: 'right' }, 3);
    expect(result).toEqual({
      right: 3,
      of: 4,
      outcomes: { compare: { right: 2, of: 2 }, explain: { right: 1, of: 2 } },
      missedSafety: [],
      open: [],
      passed: true,
    });
  });

  test.each<[string, Record<string, Outcome>, boolean, string[], string[]]>([
    ['one below the mark', { q1: 'right', q2: 'right', q3: 'wrong', q4: 'partly' }, false, [], []],
    [
      'at the mark, a red line wrong',
      { q1: 'right', q2: 'wrong', q3: 'right', q4: 'right' },
      false,
      ['q2'],
      [],
    ],
    [
      'at the mark, a red line partly right',
      { q1: 'right', q2: 'partly', q3: 'right', q4: 'right' },
      false,
      ['q2'],
      [],
    ],
    [
      'at the mark, a red line left open',
      { q1: 'right', q3: 'right', q4: 'right' },
      false,
      ['q2'],
      ['q2'],
    ],
    [
      'at the mark, another question left open',
      { q1: 'right', q2: 'right', q3: 'right' },
      true,
      [],
      ['q4'],
    ],
  ])('%s', (_, first, passed, missedSafety, open) => {
    expect(formResult(items, first, 3)).toMatchObject({ passed, missedSafety, open });
  });
});
