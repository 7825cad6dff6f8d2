import { parse } from 'node-html-parser';
import { afterEach, expect, test, vi } from 'vitest';
import type { Place } from '../../search/search.ts';
import { textsOf } from './texts.ts';

afterEach(() => vi.unstubAllGlobals());

const place = (path: string): Place => ({ path, title: '', within: '', kind: 'lesson' });
const PLACES = [place('a/#two'), place('a/'), place('b/')];

test('texts come from their file, by number', async () => {
  const custodiaFile = vi.fn(() => Promise.resolve(['one', 'two', 'three']));
  vi.stubGlobal('custodiaFile', custodiaFile);
  const textOf = await textsOf(PLACES, '/en/', '/en/search/x-texts.json?v=1');
  expect(await Promise.all([2, 0, 7].map(textOf))).toEqual(['three', 'one', '']);
  expect(custodiaFile.mock.calls).toEqual([['/en/search/x-texts.json']]);
});

test('where pages stand beside the document a text comes from its page, which is read once', async () => {
  const custodiaPage = vi.fn((address: string) =>
    address === '#/en/a/'
      ? Promise.resolve(
          parse('<article><p>First.</p><h2 id="two">Two</h2><p>Second.</p></article>'),
        )
      : Promise.reject(new Error('missing')),
  );
  vi.stubGlobal('custodiaPage', custodiaPage);
  const textOf = await textsOf(PLACES, '#/en/', '');
  expect(custodiaPage).not.toHaveBeenCalled();
  expect(await Promise.all([0, 1, 2].map(textOf))).toEqual(['Second.', 'First.', '']);
  expect(custodiaPage.mock.calls).toEqual([['#/en/a/'], ['#/en/b/']]);
});
