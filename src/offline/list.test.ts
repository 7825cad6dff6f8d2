import { expect, test } from 'vitest';
import { added, filesOf, sizeOf, withoutPack, withShared, type OfflineList } from './list.ts';

const file = (path: string, bytes: number) => ({ path, bytes, packed: bytes / 2, hash: path });
const list: OfflineList = {
  version: 'v1',
  files: [file('en/', 10), file('shared.js', 20), file('en/a/', 40), file('en/b/', 80)],
  packs: [
    { id: 'en', files: [0, 1] },
    { id: 'en/a', files: [1, 2] },
    { id: 'en/b', files: [1, 3] },
  ],
};

test('files that two packs share are counted once', () => {
  expect(sizeOf(filesOf(list, ['en', 'en/a']))).toEqual({ bytes: 70, packed: 35 });
});

test('a course brings the shared pages of its language along, unless they are there', () => {
  expect(added(list, 'en/a', []).map(({ path }) => path)).toEqual(['en/', 'shared.js', 'en/a/']);
  expect(added(list, 'en/b', ['en', 'en/a']).map(({ path }) => path)).toEqual(['en/b/']);
  expect(withShared(['en/a', 'ar/b', 'en/b'])).toEqual(['en', 'en/a', 'ar', 'ar/b', 'en/b']);
});

test('the shared pages of a language go with its last course', () => {
  expect(withoutPack(['en', 'en/a', 'en/b'], 'en/a')).toEqual(['en', 'en/b']);
  expect(withoutPack(['en', 'en/b', 'ar', 'ar/a'], 'en/b')).toEqual(['ar', 'ar/a']);
});

test('a pack that a newer version no longer has gives no file', () => {
  expect(filesOf(list, ['en/gone'])).toEqual([]);
});
