import { expect, test } from 'vitest';
import { dayFormat, monthsOf } from '../../i18n/dates.ts';
import { dayWriter } from '../../islands/progress/shown.ts';

test('an island writes an Arabic day as the page does, and leaves alone what is no day', () => {
  const day = dayWriter(monthsOf('ar'));
  for (const each of ['2026-11-23', '2026-02-01', '2026-12-31']) {
    expect(day(each)).toBe(dayFormat('ar')(each));
  }
  expect(day('soon')).toBe('soon');
});
