import { expect, test } from 'vitest';
import { gapAfter, running } from './gap.ts';

test('English sentences stand apart, Chinese ones do not, whatever the language of the page', () => {
  expect(running(['Use our reference A-72.', 'The data are <b>kept</b>.', 'Ask.'])).toBe(
    'Use our reference A-72. The data are <b>kept</b>. Ask.',
  );
  expect(running(['该值只说明字节相同。', '不说明<strong>作者。</strong>', '请询问。'])).toBe(
    '该值只说明字节相同。不说明<strong>作者。</strong>请询问。',
  );
  expect(running([])).toBe('');
});

test('a tag at the end does not hide what the text ends with', () => {
  expect(gapAfter('<span>补记</span>')).toBe('');
  expect(gapAfter('<code>B-77</code>')).toBe(' ');
});
