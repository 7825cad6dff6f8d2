import { expect, test } from 'vitest';
import { dayFormat, monthsOf } from './dates.ts';
import { LOCALES } from './locales.ts';

test('Arabic dates carry both names of the month, the digits 0-9 and no leading zero', () => {
  const day = dayFormat('ar');
  expect(day('2026-11-23')).toBe('23 تشرين الثاني/نوفمبر 2026');
  expect(day('2026-01-05')).toBe('5 كانون الثاني/يناير 2026');
  expect(day('2027-06-30')).toBe('30 حزيران/يونيه 2027');
});

test('every month of the year has its own pair of Arabic names', () => {
  const months = monthsOf('ar');
  expect(months).toHaveLength(12);
  expect(new Set(months.flatMap((month) => month.split('/'))).size).toBe(24);
  expect(months[7]).toBe('آب/أغسطس');
  expect(months[11]).toBe('كانون الأول/ديسمبر');
});

test('the other languages are written by the platform, with the day before the month or as Chinese', () => {
  expect(LOCALES.map((lang) => [lang, dayFormat(lang)('2026-11-23')]).slice(1)).toEqual([
    ['en', '23 Nov 2026'],
    ['es', '23 de noviembre de 2026'],
    ['fr', '23 novembre 2026'],
    ['ru', '23 ноября 2026 г.'],
    ['zh', '2026年11月23日'],
  ]);
});
