import { expect, test } from 'vitest';
import { tablesToBlocks } from './blocks.ts';

const table =
  '<p>Before</p><table><thead><tr><th>Address</th><th>Port</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>';

test('each cell carries the name of its column, and the first cell of a row is its heading', () => {
  expect(tablesToBlocks(table)).toBe(
    '<p>Before</p><table class="blocks"><thead><tr><th scope="col">Address</th><th scope="col">Port</th></tr></thead><tbody><tr><th scope="row">A</th><td data-h="Port">1</td></tr></tbody></table>',
  );
});

test('a table that a phone can show stays as it is', () => {
  expect(tablesToBlocks(table, 2)).toBe(table);
});
