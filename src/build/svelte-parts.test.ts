import { expect, test } from 'vitest';
import {
  openPrivateNames,
  withoutDevelopers,
  withoutEntities,
  withoutHydration,
  withoutSpreadLists,
} from './svelte-parts.ts';

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

test('takes lists out of the attributes, and says so to whoever spreads attributes over one', () => {
  const code =
    "import {\n\tinit_select,\n\tset_selected\n} from './bindings/select.js';\nexport const use = set_selected;";
  const made = withoutSpreadLists(code);
  expect(made).not.toContain('import');
  expect(made).toContain('const init_select = ');
  expect(made).toContain('const set_selected = () => { throw');
  expect(() => withoutSpreadLists('export {};')).toThrow('another way');
});

test('makes the mark of hydration a constant, and says so when Svelte has changed it', () => {
  const code =
    'export let hydrating = false;\nexport function set_hydrating(value) {\n\thydrating = value;\n}';
  expect(withoutHydration(code)).toBe(
    'export const hydrating = false;\nexport function set_hydrating(value) {\n\tvoid value;\n}',
  );
  expect(() => withoutHydration('export const hydrating = 0;')).toThrow('another way');
});

test('leaves nothing behind the names of tools for developers', () => {
  expect(withoutDevelopers('const a = 1;\nexport { devToolsAdapter, getGlobal };')).toBe(
    'export const devToolsAdapter = () => undefined;\nexport const getGlobal = () => undefined;',
  );
  expect(() => withoutDevelopers('export { inspect };')).toThrow('another way');
});

test("leaves HTML's letters out of the mail parser, and says so when it keeps them otherwise", () => {
  expect(withoutEntities("// Names\nexport const htmlEntities = {\n  '&AMP': '&',\n};")).toBe(
    'export const htmlEntities = {};',
  );
  expect(() => withoutEntities('export const letters = {};')).toThrow('another way');
});
