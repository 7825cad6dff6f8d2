import { expect, test } from 'vitest';
import { localText, LONDON_2024, moment, readings, utcText } from './time.ts';

test('half past one in London on 27 October 2024 is two moments', () => {
  expect(
    readings('2024-10-27 01:30:00', LONDON_2024).map(({ offset, at }) => [offset, utcText(at)]),
  ).toEqual([
    [60, '2024-10-27T00:30:00Z'],
    [0, '2024-10-27T01:30:00Z'],
  ]);
});

test('half past two in the same night, and the evening before, are one moment each', () => {
  expect(readings('2024-10-27 02:30:00', LONDON_2024).map(({ at }) => utcText(at))).toEqual([
    '2024-10-27T02:30:00Z',
  ]);
  expect(readings('2024-10-26 22:00:00', LONDON_2024).map(({ at }) => utcText(at))).toEqual([
    '2024-10-26T21:00:00Z',
  ]);
});

test('an hour that a clock put forward leaves out is no moment at all', () => {
  const spring = { before: 0, after: 60, change: moment('2024-03-31T01:00:00Z') };
  expect(readings('2024-03-31 01:30:00', spring)).toEqual([]);
});

test('the clock on the wall agrees with the rules that the system knows for London', () => {
  const format = new Intl.DateTimeFormat('sv', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  for (let hour = -12; hour < 24; hour += 1) {
    const at = moment('2024-10-27T00:17:05Z') + hour * 3600;
    expect(localText(at, LONDON_2024)).toBe(format.format(at * 1000));
  }
});

test.each(['2024-10-27 00:30:12', '2024-10-27T00:30:12', '2024-13-27T00:30:12Z', ''])(
  '`%s` is no time in UTC and is refused',
  (text) => {
    expect(() => moment(text)).toThrow(RangeError);
  },
);
