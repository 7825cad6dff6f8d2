/**
 * Reads the write-ahead log (WAL) that SQLite keeps beside a database file. `sql.js` opens a database without
 * it and says nothing, so the lab shows with this reader what the main file alone does not tell.
 */

/** Bytes of the header of a WAL, and of the header of each frame. */
export const WAL_HEADER = 32;
export const FRAME_HEADER = 24;
/** The sign of a WAL whose checksums read the words of the file least significant byte first. */
const LITTLE_ENDIAN_SUMS = 0x377f0682;
const FORMAT = 3007000;

/** Two running sums; each frame goes on from those of the frame before. */
export type Sums = readonly [number, number];

/** What SQLite does with a frame when it opens the database. */
export type FrameState =
  /** Part of a committed change: it takes the place of the page in the main file. */
  | 'applied'
  /** Sound, but its change was never committed: SQLite leaves it aside. */
  | 'not-committed'
  /** Another salt than the header's: left over from before the WAL was last started anew. */
  | 'left-over'
  /** The checksum does not agree, or a frame before it broke the chain. */
  | 'damaged';

/** One frame: a whole page of the database as it is after a change. */
export interface Frame {
  /** Counted from 1, as they stand in the file. */
  readonly number: number;
  /** Where its header begins in the file. */
  readonly offset: number;
  readonly page: number;
  /** Pages of the database after this change; 0 when the change goes on in the next frame. */
  readonly commit: number;
  readonly salts: readonly [number, number];
  readonly state: FrameState;
}

/** A WAL taken apart. */
export interface Wal {
  readonly pageSize: number;
  /** How often the log was started anew before. */
  readonly sequence: number;
  readonly salts: readonly [number, number];
  readonly frames: readonly Frame[];
}

/** Why a file is no WAL that can be read. */
export type WalFault = 'too-short' | 'no-wal' | 'other-format' | 'page-size' | 'header-damaged';

/** Continues the running sums over bytes; their number is a multiple of eight. */
export function addSums([start0, start1]: Sums, bytes: Uint8Array, little: boolean): Sums {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [sum0, sum1] = [start0, start1];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    sum0 = (sum0 + words.getUint32(at, little) + sum1) >>> 0;
    sum1 = (sum1 + words.getUint32(at + 4, little) + sum0) >>> 0;
  }
  return [sum0, sum1];
}

/** Takes a WAL apart, or says why it cannot be read. Nothing in the file is believed without its checksum. */
export function readWal(bytes: Uint8Array): Wal | WalFault {
  if (bytes.length < WAL_HEADER) return 'too-short';
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = words.getUint32(0);
  if ((magic & ~1) >>> 0 !== LITTLE_ENDIAN_SUMS) return 'no-wal';
  const little = (magic & 1) === 0;
  if (words.getUint32(4) !== FORMAT) return 'other-format';
  const pageSize = words.getUint32(8);
  if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0) return 'page-size';
  let sums = addSums([0, 0], bytes.subarray(0, 24), little);
  if (sums[0] !== words.getUint32(24) || sums[1] !== words.getUint32(28)) return 'header-damaged';
  const salts = [words.getUint32(16), words.getUint32(20)] as const;

  const size = FRAME_HEADER + pageSize;
  const count = Math.floor((bytes.length - WAL_HEADER) / size);
  const read: Frame[] = [];
  let chained = true;
  let committed = 0;
  for (let index = 0; index < count; index += 1) {
    const offset = WAL_HEADER + index * size;
    const own = [words.getUint32(offset + 8), words.getUint32(offset + 12)] as const;
    const sameSalts = own[0] === salts[0] && own[1] === salts[1];
    const page = words.getUint32(offset);
    const commit = words.getUint32(offset + 4);
    if (chained && sameSalts && page !== 0) {
      sums = addSums(sums, bytes.subarray(offset, offset + 8), little);
      const end = offset + size;
      sums = addSums(sums, bytes.subarray(offset + FRAME_HEADER, end), little);
      chained =
        sums[0] === words.getUint32(offset + 16) && sums[1] === words.getUint32(offset + 20);
    } else chained = false;
    if (chained && commit !== 0) committed = index + 1;
    const state = chained ? 'not-committed' : sameSalts ? 'damaged' : 'left-over';
    read.push({ number: index + 1, offset, page, commit, salts: own, state });
  }
  const frames = read.map((frame, index) =>
    index < committed ? { ...frame, state: 'applied' as const } : frame,
  );
  return { pageSize, sequence: words.getUint32(12), salts, frames };
}

/** The page that a frame holds. */
export function pageOf(bytes: Uint8Array, { pageSize }: Wal, frame: Frame): Uint8Array {
  const start = frame.offset + FRAME_HEADER;
  return bytes.slice(start, start + pageSize);
}

/**
 * The database as SQLite shows it when it opens main file and WAL together; byte for byte what the main file
 * becomes when the last one closes it and the WAL is merged.
 *
 * @param until take only the frames up to this number, to look at an earlier moment
 */
export function withWal(
  main: Uint8Array,
  bytes: Uint8Array,
  wal: Wal,
  until = Number.POSITIVE_INFINITY,
): Uint8Array {
  const used = wal.frames.filter(({ state, number }) => state === 'applied' && number <= until);
  const last = [...used].reverse().find(({ commit }) => commit !== 0);
  if (!last) return main.slice();
  const result = new Uint8Array(last.commit * wal.pageSize);
  result.set(main.subarray(0, result.length));
  for (const frame of used) {
    if (frame.number > last.number || frame.page > last.commit) continue;
    result.set(pageOf(bytes, wal, frame), (frame.page - 1) * wal.pageSize);
  }
  return result;
}
