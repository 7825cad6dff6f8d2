import { expect, test } from 'vitest';
import { cleanNumber, readAll, readEpoch, type Epoch } from './epochs.ts';

const moment = '2026-03-11T08:29:30';

test.each<[Epoch, string, string]>([
  ['unix-s', '0', '1970-01-01T00:00:00Z'],
  ['unix-s', '1773217770', `${moment}Z`],
  ['unix-s', '-1', '1969-12-31T23:59:59Z'],
  ['unix-ms', '1773217770125', `${moment}.125Z`],
  ['unix-ms', '-1', '1969-12-31T23:59:59.999Z'],
  ['cocoa', '0', '2001-01-01T00:00:00Z'],
  ['cocoa', '794910570', `${moment}Z`],
  ['cocoa', '794910570.5', `${moment}.5Z`],
  ['webkit', '0', '1601-01-01T00:00:00Z'],
  ['webkit', '13417691370125000', `${moment}.125Z`],
  ['filetime', '0', '1601-01-01T00:00:00Z'],
  ['filetime', '134176913701250001', `${moment}.1250001Z`],
  ['filetime', '116444736000000000', '1970-01-01T00:00:00Z'],
  // Both are 01:30 on the clock in London that night.
  ['unix-s', '1729989000', '2024-10-27T00:30:00Z'],
  ['unix-s', '1729992600', '2024-10-27T01:30:00Z'],
])('%s %s is %s', (epoch, text, utc) => {
  expect(readEpoch(text, epoch)).toMatchObject({ utc });
});

test('every digit of a FILETIME is kept, although a double would round it', () => {
  const text = '134176913701250001';
  expect(String(Number(text))).not.toBe(text);
  expect(readEpoch(text, 'filetime')).toMatchObject({ utc: `${moment}.1250001Z` });
});

test.each([
  [' 1773 217 770 ', '1773217770'],
  ['\u200f1773217770\u200e', '1773217770'],
  ['\u2067١٧٧٣٢١٧٧٧٠\u2069', '1773217770'],
  ['۱۷۷۳', '1773'],
  ['１７７３', '1773'],
  ['−1', '-1'],
  ["1'773'217", '1773217'],
])('a number that was copied as %j is read as %s', (text, clean) => {
  expect(cleanNumber(text)).toBe(clean);
});

test.each([
  ['', 'empty'],
  [' \u200f ', 'empty'],
  ['tea', 'no-number'],
  ['1773217770Z', 'no-number'],
  ['1,5', 'no-number'],
  ['9'.repeat(26), 'out-of-range'],
  ['999999999999999', 'out-of-range'],
])('%j is refused as %s', (text, fault) => {
  expect(readEpoch(text, 'unix-s')).toEqual({ fault });
});

test('one number read in five ways gives five different moments', () => {
  const readings = readAll('794910570').map(({ epoch, reading }) => [
    epoch,
    'utc' in reading ? reading.utc.slice(0, 10) : reading.fault,
  ]);
  expect(readings).toEqual([
    ['unix-s', '1995-03-11'],
    ['unix-ms', '1970-01-10'],
    ['cocoa', '2026-03-11'],
    ['webkit', '1601-01-01'],
    ['filetime', '1601-01-01'],
  ]);
});
