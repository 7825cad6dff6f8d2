import { describe, expect, test } from 'vitest';
import {
  decodeResponse,
  emptyResponse,
  encodeResponse,
  fits,
  moveStep,
  readNumber,
  togglePick,
  unready,
  type Item,
  type Response,
} from './question.ts';
import { ITEMS } from './question.fixture.ts';

const { one, several, order, numeric, match, fault } = ITEMS;

describe('reading a number', () => {
  test.each([
    ['a plain number', '40', [40]],
    ['spaces around it', '  40 ', [40]],
    ['a point before decimals', '39.5', [39.5]],
    ['a comma before decimals', '39,5', [39.5]],
    ['Arabic-Indic digits with their decimal sign', '٣٩٫٥', [39.5]],
    ['Persian digits', '۴۰', [40]],
    ['full-width digits', '４０．５', [40.5]],
    ['a minus of typography', '−2', [-2]],
    ['a sign that may part decimals or thousands, both ways', '1,024', [1.024, 1024]],
    ['no second reading when there is nothing before the point', '0.125', [0.125]],
    ['a word', 'forty', []],
    ['a number with its unit', '40 h', []],
    ['two separators', '1,000,000', []],
    ['an exponent', '4e1', []],
    ['nothing', ' ', []],
  ])('%s', (_, typed, expected) => {
    expect(readNumber(typed)).toEqual(expected);
  });
});

test.each<[string, Item, Response, string | undefined]>([
  ['nothing is picked', one, emptyResponse(one), 'nothing-picked'],
  ['something is picked', one, { kind: 'pick', picked: ['bytes'] }, undefined],
  ['no field is marked', fault, emptyResponse(fault), 'nothing-picked'],
  ['the first order may be the one meant', order, emptyResponse(order), undefined],
  ['the number field is empty', numeric, { kind: 'numeric', typed: ' ' }, 'nothing-typed'],
  ['the number field holds words', numeric, { kind: 'numeric', typed: 'forty' }, 'not-a-number'],
  ['the number field holds a number', numeric, { kind: 'numeric', typed: '٤٠' }, undefined],
  [
    'one row has no target',
    match,
    { kind: 'match', pairs: { raw: 'bytes-only' } },
    'row-without-target',
  ],
  [
    'every row has a target',
    match,
    { kind: 'match', pairs: { raw: 'bytes-only', e01: 'bytes-only', log: 'notes' } },
    undefined,
  ],
])('before a check: %s', (_, item, response, expected) => {
  expect(unready(item, response)).toBe(expected);
});

describe('picking', () => {
  test('a second pick replaces the first where one is asked for', () => {
    expect(togglePick(one, ['truth'], 'bytes')).toEqual(['bytes']);
  });
  test('a pick is added in the order of the page, and taken back', () => {
    const both = togglePick(several, ['size'], 'deleted');
    expect(both).toEqual(['deleted', 'size']);
    expect(togglePick(several, both, 'size')).toEqual(['deleted']);
  });
});

describe('moving a step', () => {
  test.each([
    ['up by one place', 'c', -1, ['a', 'c', 'b']],
    ['down by one place', 'a', 1, ['b', 'a', 'c']],
    ['not above the top', 'a', -1, ['a', 'b', 'c']],
    ['not below the end', 'c', 1, ['a', 'b', 'c']],
    ['not at all when it is no step', 'x', 1, ['a', 'b', 'c']],
  ] as const)('%s', (_, step, by, expected) => {
    expect(moveStep(['a', 'b', 'c'], step, by)).toEqual(expected);
  });
});

describe('a response as text', () => {
  test.each<[string, Item, Response, string]>([
    ['picks', several, { kind: 'pick', picked: ['deleted', 'size'] }, 'deleted[,]size'],
    ['steps', order, { kind: 'order', steps: ['hash', 'image', 'seal'] }, 'hash[,]image[,]seal'],
    [
      'pairs',
      match,
      { kind: 'match', pairs: { raw: 'notes', log: 'bytes-only' } },
      'raw[.]notes[,]log[.]bytes-only',
    ],
    ['a number in other digits', numeric, { kind: 'numeric', typed: '٣٩,٥' }, '39.5'],
    ['nothing', one, { kind: 'pick', picked: [] }, ''],
  ])('%s come back as they went', (_, item, response, text) => {
    expect(encodeResponse(item, response)).toBe(text);
    const back = decodeResponse(item, text);
    expect(back && encodeResponse(item, back)).toBe(text);
  });

  test('a number that can be read in two ways is written as the right one', () => {
    const thousand: Item = { ...numeric, correct: 1024 };
    expect(encodeResponse(thousand, { kind: 'numeric', typed: '1,024' })).toBe('1024');
    expect(encodeResponse(numeric, { kind: 'numeric', typed: '1,024' })).toBe('1.024');
  });

  test.each<[string, Item, string]>([
    ['an option that the item does not have', one, 'nonsense'],
    ['two picks where one is asked for', one, 'truth[,]bytes'],
    ['one option twice', several, 'size[,]size'],
    ['an order that lacks a step', order, 'hash[,]image'],
    ['a row without its target', match, 'raw'],
    ['a target that the item does not have', match, 'raw[.]nonsense'],
    ['a word for a number', numeric, 'forty'],
  ])('%s is refused', (_, item, text) => {
    expect(decodeResponse(item, text)).toBeUndefined();
  });
});

test('a response to another kind of question does not fit', () => {
  for (const item of Object.values(ITEMS)) {
    for (const other of Object.values(ITEMS)) {
      expect(fits(item, emptyResponse(other)), `${item.id} with the response of ${other.id}`).toBe(
        // An empty set of picks is the same for every question with rows to pick.
        emptyResponse(item).kind === emptyResponse(other).kind,
      );
    }
  }
});
