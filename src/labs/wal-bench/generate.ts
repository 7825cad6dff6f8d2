/**
 * Makes the chats of the lab with a real SQLite. Run it to write the files anew:
 * `node_modules/.bin/node src/labs/wal-bench/generate.ts`
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sequence, wholeNumber } from '../random.ts';
import { addSums, FRAME_HEADER, readWal, WAL_HEADER, type Sums } from './wal.ts';

/** The seed of the files in the repository. */
export const SEED = 2026;

const PAGE = 1024;
/** Written into the header as the SQLite that changed the file last, so that a newer Node makes the same bytes. */
const WRITTEN_BY = 3_040_001;

type Files = ReadonlyMap<string, Uint8Array>;

/** All files of the lab by name. The same seed gives the same bytes; only the salts and no word depend on it. */
export function generateFiles(seed = SEED): Files {
  const folder = mkdtempSync(join(tmpdir(), 'custodia-wal-'));
  try {
    const next = sequence(seed);
    return new Map([
      ...kitOrder(folder, next),
      ...pitchBooking(folder, next),
      ...tournament(folder),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Worked and half-done step: message 2 only in the main file, message 4 only in the WAL. */
function kitOrder(folder: string, next: () => number): Files {
  const name = 'kit-order.db';
  const path = join(folder, name);
  const database = openWal(path);
  database.exec(`
    CREATE TABLE messages (id INTEGER PRIMARY KEY, sender TEXT, body TEXT, sent_at INTEGER);
    INSERT INTO messages VALUES
      (1, 'Marta', 'Kit order: 12 shirts, 12 shorts. Is that right?', ${unixMs('2026-03-09T17:02:11.250Z')}),
      (2, 'Joel', 'Make that 14 shirts. Two people joined on Tuesday.', ${unixMs('2026-03-09T17:05:40.008Z')}),
      (3, 'Marta', 'The shop needs the order by Friday noon.', ${unixMs('2026-03-10T08:15:03.700Z')});
  `);
  checkpoint(database, 'TRUNCATE');
  database.exec(
    `INSERT INTO messages VALUES (4, 'Joel', 'Then order 12 shirts, as we agreed.', ${unixMs('2026-03-11T19:44:52.015Z')})`,
  );
  database.exec('DELETE FROM messages WHERE id = 2');
  const main = fixHeader(read(path), 0);
  const wal = reseal(read(`${path}-wal`), salts(next));
  database.close();
  return new Map([
    [name, main],
    [`${name}-wal`, wal],
    [`${name}-shm`, sharedMemory(folder, main, wal)],
  ]);
}

/**
 * The learner's own step: in the WAL, message 3 is changed, 6 is new and 5 is gone. Behind the new frames stand
 * two of the time before the log began anew; in one of them another message has the number 6.
 */
function pitchBooking(folder: string, next: () => number): Files {
  const name = 'pitch-booking.db';
  const path = join(folder, name);
  const database = openWal(path);
  const say = (id: number, author: string, text: string, sent: string): void =>
    database.exec(`INSERT INTO messages VALUES (${id}, '${author}', '${text}', ${cocoa(sent)})`);
  database.exec(`
    CREATE TABLE messages (id INTEGER PRIMARY KEY, author TEXT, text TEXT, sent INTEGER);
    CREATE TABLE visits (id INTEGER PRIMARY KEY, page TEXT, seen INTEGER);
    CREATE TABLE receipts (id INTEGER PRIMARY KEY, file TEXT, saved INTEGER);
    INSERT INTO visits VALUES (1, 'booking.example.org/pitch-2', ${webkit('2026-03-10T17:10:05.500Z')});
  `);
  say(1, 'Ada', 'Is pitch 2 free on Saturday?', '2026-03-10T17:05:00Z');
  say(2, 'Ben', 'It is free at 16:00 and at 18:00.', '2026-03-10T17:12:30Z');
  say(3, 'Ada', 'Please book 18:00 for us.', '2026-03-10T17:20:00Z');
  database.exec(
    `INSERT INTO receipts VALUES (1, 'receipt-0318.pdf', ${fileTime('2026-03-11T08:29:30.125Z')})`,
  );
  checkpoint(database, 'TRUNCATE');

  say(4, 'Ben', 'Booked. The fee is 40, paid by card.', '2026-03-11T08:30:00Z');
  say(5, 'Ada', '18:00 is fine. Thank you.', '2026-03-11T08:41:15Z');
  database.exec(
    `INSERT INTO visits VALUES (2, 'booking.example.org/pitch-2/18', ${webkit('2026-03-11T08:28:47.250Z')})`,
  );
  say(6, 'Ben', 'Shall I bring the blue bibs?', '2026-03-11T09:02:00Z');
  database.exec('DELETE FROM messages WHERE id = 6');
  const before = reseal(read(`${path}-wal`), salts(next));
  checkpoint(database, 'RESTART');

  database.exec("UPDATE messages SET text = 'Please book 16:00 for us.' WHERE id = 3");
  say(6, 'Ada', 'You booked the wrong hour. Please pay the fee.', '2026-03-14T14:20:45Z');
  database.exec('DELETE FROM messages WHERE id = 5');
  const now = read(`${path}-wal`);
  const wal = reseal(now, salts(next));
  // What SQLite did not overwrite keeps the salts of its own time.
  const used = WAL_HEADER + appliedFrames(now) * (FRAME_HEADER + PAGE);
  wal.set(before.subarray(used), used);
  const main = fixHeader(read(path), 0);
  database.close();
  return new Map([
    [name, main],
    [`${name}-wal`, wal],
  ]);
}

/** The clean chat: a rollback journal, no WAL, nothing deleted. Number 3 belongs to another chat. */
function tournament(folder: string): Files {
  const name = 'tournament.db';
  const path = join(folder, name);
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA page_size = ${PAGE};
    CREATE TABLE messages (id INTEGER PRIMARY KEY, chat INTEGER, sender TEXT, body TEXT, sent_at INTEGER);
    INSERT INTO messages VALUES
      (1, 1, 'Noor', 'The tournament starts at nine.', ${unixS('2026-03-12T18:00:20Z')}),
      (2, 1, 'Ivo', 'We need four more chairs.', ${unixS('2026-03-12T18:03:45Z')}),
      (3, 2, 'Lena', 'The bakery opens at seven.', ${unixS('2026-03-12T18:04:02Z')}),
      (4, 1, 'Noor', 'Chairs are in the blue shed.', ${unixS('2026-03-12T18:09:31Z')}),
      (5, 1, 'Ivo', 'Found them. See you there.', ${unixS('2026-03-13T07:31:09Z')});
  `);
  database.close();
  return new Map([[name, fixHeader(read(path), 0)]]);
}

function openWal(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  // Like the databases of many apps: what is deleted is overwritten at once, so only older copies of a page keep it.
  database.exec(
    `PRAGMA page_size = ${PAGE}; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0`,
  );
  return database;
}

function checkpoint(database: DatabaseSync, kind: 'TRUNCATE' | 'RESTART'): void {
  const busy = database.prepare(`PRAGMA wal_checkpoint(${kind})`).get()?.['busy'];
  if (busy !== 0) throw new Error('The WAL was not merged.');
}

/** The third file, as SQLite makes it when it looks into main file and WAL. It holds no content of its own. */
function sharedMemory(folder: string, main: Uint8Array, wal: Uint8Array): Uint8Array {
  const path = join(folder, 'shared.db');
  writeFileSync(path, main);
  writeFileSync(`${path}-wal`, wal);
  const database = new DatabaseSync(path);
  database.prepare('SELECT count(*) FROM messages').get();
  const bytes = read(`${path}-shm`);
  database.close();
  return bytes;
}

/** Sets the version of the writing SQLite in the header of the file that stands at `start`. */
function fixHeader(bytes: Uint8Array, start: number): Uint8Array {
  new DataView(bytes.buffer).setUint32(start + 96, WRITTEN_BY);
  return bytes;
}

/** Gives a WAL other salts and computes its checksums anew. Frames of an earlier time are left as they are. */
function reseal(bytes: Uint8Array, [first, second]: readonly [number, number]): Uint8Array {
  const frames = appliedFrames(bytes);
  const view = new DataView(bytes.buffer);
  const little = (view.getUint32(0) & 1) === 0;
  const seal = (at: number, sums: Sums): void => {
    view.setUint32(at, sums[0]);
    view.setUint32(at + 4, sums[1]);
  };
  view.setUint32(16, first);
  view.setUint32(20, second);
  let sums = addSums([0, 0], bytes.subarray(0, 24), little);
  seal(24, sums);
  for (let index = 0; index < frames; index += 1) {
    const at = WAL_HEADER + index * (FRAME_HEADER + PAGE);
    if (view.getUint32(at) === 1) fixHeader(bytes, at + FRAME_HEADER);
    view.setUint32(at + 8, first);
    view.setUint32(at + 12, second);
    sums = addSums(sums, bytes.subarray(at, at + 8), little);
    sums = addSums(sums, bytes.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE), little);
    seal(at + 16, sums);
  }
  return bytes;
}

function appliedFrames(bytes: Uint8Array): number {
  const wal = readWal(bytes);
  if (typeof wal === 'string') throw new Error(`SQLite made a WAL that cannot be read: ${wal}.`);
  return wal.frames.filter(({ state }) => state === 'applied').length;
}

function salts(next: () => number): readonly [number, number] {
  return [wholeNumber(next, 1, 2 ** 31), wholeNumber(next, 1, 2 ** 31)];
}

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

const unixMs = (time: string): number => Date.parse(time);
const unixS = (time: string): number => Date.parse(time) / 1000;
const cocoa = (time: string): number => Date.parse(time) / 1000 - 978_307_200;
const webkit = (time: string): bigint => BigInt(Date.parse(time)) * 1000n + 11_644_473_600_000_000n;
const fileTime = (time: string): bigint =>
  (BigInt(Date.parse(time)) + 11_644_473_600_000n) * 10_000n;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL(
    '../../../courses/a4-phones-and-apps/labs/three-or-four-messages/',
    import.meta.url,
  );
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of generateFiles()) writeFileSync(new URL(name, folder), bytes);
}
