import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, expect, test, vi } from 'vitest';
import { fixture } from './lab-files.fixture.ts';

interface Worker {
  onmessage: (event: { data: unknown }) => void;
}
const told: Record<string, unknown>[] = [];
const self: Worker & { postMessage: (message: Record<string, unknown>) => void } = {
  onmessage: () => undefined,
  postMessage: (message) => told.push(message),
};
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

beforeAll(async () => {
  const context = createContext({ self, WebAssembly, TextDecoder, TextEncoder, console, URL });
  runInContext(read('../../../node_modules/sql.js/dist/sql-wasm-browser.js'), context);
  runInContext(read('./sqlite-worker.js'), context);
  const wasm = new Uint8Array(
    readFileSync(
      new URL('../../../node_modules/sql.js/dist/sql-wasm-browser.wasm', import.meta.url),
    ),
  );
  self.onmessage({ data: { wasm } });
  await vi.waitUntil(() => told.length === 1);
  expect(told.pop()).toEqual({ ready: true });
});

/** What the worker answers to a question about a file of the lab. */
function ask(sql: string, name = 'kit-order.db', rows = 200): Record<string, unknown> {
  self.onmessage({
    data: { number: 1, bytes: fixture(name), sql, limits: { rows, letters: 40 } },
  });
  return JSON.parse(JSON.stringify(told.pop())) as Record<string, unknown>;
}

test('sql.js shows the main file alone, whatever lies beside it', () => {
  expect(ask('SELECT id FROM messages ORDER BY id')).toEqual({
    number: 1,
    columns: ['id'],
    rows: [['1'], ['2'], ['3']],
    more: false,
  });
});

test('every digit of a large number is kept, and long cells are cut', () => {
  const answer = ask('SELECT saved, NULL, zeroblob(100) FROM receipts', 'pitch-booking.db');
  expect(answer['rows']).toEqual([['134176913701250000', null, `${'0'.repeat(40)}…`]]);
});

test('rows are capped, and the answer says that there are more', () => {
  expect(ask('SELECT id FROM messages', 'kit-order.db', 2)).toMatchObject({
    rows: [['1'], ['2']],
    more: true,
  });
});

test.each([
  ['DELETE FROM messages', 'only-questions'],
  ['-- harmless\nDROP TABLE messages', 'only-questions'],
  ['ATTACH DATABASE ":memory:" AS other', 'only-questions'],
  ['PRAGMA query_only = OFF', 'only-questions'],
  ['', 'empty'],
  [' ; -- nothing\n', 'empty'],
  ['SELECT 1; SELECT 2', 'one-at-a-time'],
  ['SELECT 1; DROP TABLE messages', 'one-at-a-time'],
])('%j is refused as %s', (sql, fault) => {
  expect(ask(sql)).toEqual({ number: 1, fault });
});

test.each([
  ['tea', 'near "tea": syntax error'],
  ['SELEC id FROM messages', 'near "SELEC": syntax error'],
  ['SELECT id FROM message', 'no such table: message'],
  ['SELECT who FROM messages', 'no such column: who'],
  ['SELECT * FORM messages', 'near "FORM": syntax error'],
  ['WITH old AS (SELECT 1) DELETE FROM messages', 'attempt to write a readonly database'],
])('%j comes back with the words of SQLite', (sql, text) => {
  expect(ask(sql)).toEqual({ number: 1, fault: 'not-understood', text });
});

test('a remark after the question and a semicolon at its end are fine', () => {
  expect(ask('SELECT count(*) AS all_rows FROM messages; -- three?')).toMatchObject({
    columns: ['all_rows'],
    rows: [['3']],
  });
});
