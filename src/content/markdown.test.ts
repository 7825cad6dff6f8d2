import { expect, test } from 'vitest';
import { inline, isWide, machineText } from './markdown.ts';

test('short machine text is in one piece', () => {
  expect(inline('At `2026-09-15T11:35-03:00`.')).toBe(
    'At <code dir="ltr" class="whole">2026-09-15T11:35-03:00</code>.',
  );
});

test('long machine text keeps a time and its offset together', () => {
  const line = 'by mail.example.org; Tue, 5 May 2026 18:04:31 +0200';
  const kept = 'by mail.example.org; Tue, 5 May 2026 <span class="whole">18:04:31 +0200</span>';
  expect(inline(`\`${line}\``)).toBe(`<code dir="ltr">${kept}</code>`);
  expect(machineText(`<a@example.org>\n${line}`)).toBe(`&lt;a@example.org>\n${kept}`);
});

test('a cell needs a whole line for a date with time and offset, and none for a seal', () => {
  expect(isWide(inline('`2026-01-20 23:10 +00:00`'))).toBe(true);
  expect(isWide(inline('`B-264837`, then words of more than a line'))).toBe(false);
});
