/** One line of a hex table: eight bytes with their characters. Two of them stand side by side on a wide screen. */
export interface HexHalf {
  /** Position of the first byte as four hex digits. */
  readonly offset: string;
  readonly cells: readonly {
    readonly hex: string;
    readonly character: string;
    readonly changed: boolean;
  }[];
}

/** Sixteen bytes of a hex table as two halves. */
export type HexRow = readonly [HexHalf, HexHalf];

/** What stands for a byte that has no printable character. */
export const UNPRINTABLE = '·';

/**
 * The rows of a hex table from byte `start` on, `count` bytes (rounded up to 16). Bytes whose position is in
 * `changed` are flagged. Positions past the end of the file give empty cells.
 */
export function hexRows(
  bytes: Uint8Array,
  {
    start = 0,
    count = bytes.length,
    changed = [],
  }: { start?: number; count?: number; changed?: readonly number[] } = {},
): HexRow[] {
  const half = (offset: number): HexHalf => ({
    offset: offset.toString(16).padStart(4, '0'),
    cells: [...bytes.subarray(offset, offset + 8)].map((byte, index) => ({
      hex: byte.toString(16).padStart(2, '0'),
      character: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : UNPRINTABLE,
      changed: changed.includes(offset + index),
    })),
  });
  return Array.from({ length: Math.ceil(count / 16) }, (_, row) => {
    const offset = start + row * 16;
    return [half(offset), half(offset + 8)];
  });
}

/** A copy of the bytes with one bit turned over. Bit 0 is the last bit of the byte. Throws when there is no such bit. */
export function flipBit(bytes: Uint8Array, byte: number, bit: number): Uint8Array {
  const before = bytes[byte];
  if (before === undefined || !Number.isInteger(bit) || bit < 0 || bit > 7) {
    throw new RangeError(`There is no bit ${bit} in byte ${byte} of ${bytes.length}.`);
  }
  const copy = Uint8Array.from(bytes);
  copy[byte] = before ^ (1 << bit);
  return copy;
}

/** Positions at which two byte sequences of one length differ. */
export function differingBytes(a: Uint8Array, b: Uint8Array): number[] {
  if (a.length !== b.length)
    throw new RangeError('Only sequences of one length can be compared byte by byte.');
  return [...a.keys()].filter((index) => a[index] !== b[index]);
}
