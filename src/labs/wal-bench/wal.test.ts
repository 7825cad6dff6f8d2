import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { fixture } from './lab-files.fixture.ts';
import { readWal, withWal, type Wal } from './wal.ts';

function sound(bytes: Uint8Array): Wal {
  const wal = readWal(bytes);
  if (typeof wal === 'string') throw new Error(wal);
  return wal;
}

/** What a real SQLite shows and leaves behind when it opens the files and closes them again. */
function openedBySqlite(main: Uint8Array, wal?: Uint8Array): { ids: unknown[]; left: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-'));
  const path = join(folder, 'chat.db');
  writeFileSync(path, main);
  if (wal) writeFileSync(`${path}-wal`, wal);
  const database = new DatabaseSync(path);
  const ids = database
    .prepare('SELECT id FROM messages ORDER BY id')
    .all()
    .map(({ id }) => id);
  database.close();
  const left = new Uint8Array(readFileSync(path));
  rmSync(folder, { recursive: true });
  return { ids, left };
}

const kit = fixture('kit-order.db');
const kitWal = fixture('kit-order.db-wal');
const pitch = fixture('pitch-booking.db');
const pitchWal = fixture('pitch-booking.db-wal');

test('the main file alone and main file with WAL show what the facts of the module say', () => {
  expect(openedBySqlite(kit).ids).toEqual([1, 2, 3]);
  expect(openedBySqlite(kit, kitWal).ids).toEqual([1, 3, 4]);
});

test.each([
  ['kit-order', kit, kitWal],
  ['pitch-booking', pitch, pitchWal],
])(
  'merging %s gives the very bytes that SQLite leaves after one open and close',
  (_, main, wal) => {
    const merged = withWal(main, wal, sound(wal));
    expect(merged).toEqual(openedBySqlite(main, wal).left);
    expect(merged).not.toEqual(main);
  },
);

test('in the chat of the worked step both frames are applied, and the first one alone shows four messages', () => {
  const wal = sound(kitWal);
  expect(
    wal.frames.map(({ number, page, commit, state }) => [number, page, commit, state]),
  ).toEqual([
    [1, 2, 2, 'applied'],
    [2, 2, 2, 'applied'],
  ]);
  expect(openedBySqlite(withWal(kit, kitWal, wal, 1)).ids).toEqual([1, 2, 3, 4]);
});

test('in the own chat three frames are applied and two are left over under other salts', () => {
  const wal = sound(pitchWal);
  expect(wal.frames.map(({ state }) => state)).toEqual([
    'applied',
    'applied',
    'applied',
    'left-over',
    'left-over',
  ]);
  expect(wal.frames[3]?.salts).not.toEqual(wal.salts);
});

test('a frame without a commit after it is sound and not applied, as SQLite has it', () => {
  const wal = sound(kitWal);
  const second = wal.frames[1]?.offset ?? 0;
  const cut = kitWal.slice(0, second);
  expect(sound(cut).frames.map(({ state }) => state)).toEqual(['applied']);
  expect(openedBySqlite(kit, cut).ids).toEqual([1, 2, 3, 4]);
});

test('one changed bit in a frame takes it and all after it out of the chain, as SQLite has it', () => {
  const changed = kitWal.slice();
  const at = (sound(kitWal).frames[0]?.offset ?? 0) + 600;
  changed[at] = (changed[at] ?? 0) ^ 1;
  expect(sound(changed).frames.map(({ state }) => state)).toEqual(['damaged', 'damaged']);
  expect(openedBySqlite(kit, changed).ids).toEqual([1, 2, 3]);
  expect(withWal(kit, changed, sound(changed))).toEqual(kit);
});

test('a frame that is cut off in the middle is not read', () => {
  expect(sound(kitWal.slice(0, kitWal.length - 1)).frames).toHaveLength(1);
});

test.each([
  ['too-short', kitWal.slice(0, 31)],
  ['no-wal', kit],
  ['other-format', withByte(kitWal, 7, 1)],
  ['page-size', withByte(kitWal, 10, 3)],
  ['header-damaged', withByte(kitWal, 16, 1)],
])('a file that is no WAL is refused: %s', (fault, bytes) => {
  expect(readWal(bytes)).toBe(fault);
});

function withByte(bytes: Uint8Array, at: number, change: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ change;
  return copy;
}
