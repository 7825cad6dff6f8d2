import { globSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { expect, test } from 'vitest';

const root = new URL('../../dist/', import.meta.url).pathname;
const scripts = globSync('_astro/*.js', { cwd: root });

/** What Chrome 90, Firefox 115 and Safari 15.4 do not all have, as it stands in minified code. */
const TOO_NEW = [
  '.at(',
  '.findLast(',
  '.toSorted(',
  '.toReversed(',
  '.toSpliced(',
  'Object.groupBy(',
  'Promise.withResolvers(',
  'Array.fromAsync(',
  'structuredClone(',
  'crypto.randomUUID(',
  'crypto.subtle',
  'navigator.locks',
  'Intl.Segmenter',
  '.showPopover(',
  'AbortSignal.timeout(',
];

test('scripts are written in the language of the oldest browsers', () => {
  expect(scripts.length).toBeGreaterThan(8);
  const broken = scripts.flatMap((file) => {
    try {
      parse(readFileSync(root + file, 'utf8'), { ecmaVersion: 2021, sourceType: 'module' });
      return [];
    } catch (error) {
      return [`${file}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  expect(broken).toEqual([]);
});

test('scripts call nothing that the oldest browsers lack', () => {
  const found = scripts.flatMap((file) => {
    const code = readFileSync(root + file, 'utf8');
    return TOO_NEW.filter((call) => code.includes(call)).map((call) => `${file} uses ${call}`);
  });
  expect(found).toEqual([]);
});
