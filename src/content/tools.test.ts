import { readFileSync } from 'node:fs';
import { decompress } from 'fzstd';
import { expect, test } from 'vitest';
import { sqliteSize, sqliteTool } from './tools.ts';

test('the program of SQLite comes out of its package as it is in sql.js', () => {
  const { wasm } = sqliteTool();
  const program = readFileSync('node_modules/sql.js/dist/sql-wasm-browser.wasm');
  expect(Buffer.from(decompress(Buffer.from(wasm, 'base64'))).equals(program)).toBe(true);
  // Each kilobyte of it stands in every stick.
  expect(wasm.length).toBeLessThan(410_000);
});

test('SQLite with all that it needs keeps its budget over the line, 400 kB', () => {
  expect(sqliteSize()).toBeLessThanOrEqual(400);
});
