import { expect, test } from 'vitest';
import { stamp } from './stamp.ts';

test('reformatting keeps the stamp, a changed word changes it', () => {
  expect(stamp('a  b\n c')).toBe(stamp('a b c'));
  expect(stamp('a b c')).not.toBe(stamp('a b d'));
  expect(stamp('a b c')).toMatch(/^[0-9a-f]{8}$/);
});

test('the state of a translation is not part of its words', () => {
  const words = 'title: T\n';
  expect(stamp(`translation:\n  of: "12345678"\n  state: draft\n${words}`)).toBe(stamp(words));
});
