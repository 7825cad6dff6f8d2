import { expect, test } from 'vitest';
import { openPrivateNames } from './svelte-parts.ts';

test('makes private names plain, each its own, and leaves texts alone', () => {
  const code =
    'class A { #x = 1; #y() { return this.#x; } z() { return this.#y() + "#x"; } } new A().z();';
  expect(openPrivateNames(code)).toBe(
    'class A { _0 = 1; _1() { return this._0; } z() { return this._1() + "#x"; } } new A().z();',
  );
});

test('refuses what a plain property would change', () => {
  expect(() => openPrivateNames('class A { #x; has(o) { return #x in o; } }')).toThrow('#x');
  expect(() => openPrivateNames('class A { #x; _0 = 1; }')).toThrow('_0');
});
