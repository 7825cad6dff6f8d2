import { readFileSync } from 'node:fs';
import { decompress } from 'fzstd';
import { expect, test } from 'vitest';
import { sqliteTool } from './tools.ts';

test('the program of SQLite comes out of its package as it is in sql.js', () => {
  const { wasm } = sqliteTool();
  const program = readFileSync('node_modules/sql.js/dist/sql-wasm-browser.wasm');
  expect(Buffer.from(decompress(Buffer.from(wasm, 'base64'))).equals(program)).toBe(true);
  // Each kilobyte of it stands in every stick.
  expect(wasm.length).toBeLessThan(410_000);
});
