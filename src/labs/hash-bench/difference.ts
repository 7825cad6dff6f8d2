/** How two hash values of one length differ. */
export interface Difference {
  /** True when every digit agrees. */
  readonly equal: boolean;
  /** Number of bits that differ. */
  readonly changedBits: number;
  /** Number of bits compared: 256 for SHA-256, 128 for MD5. */
  readonly bits: number;
  /** For each hex digit: whether it stands in both values. */
  readonly agreeing: readonly boolean[];
}

/** Compares two hash values in lower-case hex. Throws when their lengths differ. */
export function compareHashes(before: string, after: string): Difference {
  const one = bitsOf(before);
  const other = bitsOf(after);
  if (one.length !== other.length)
    throw new RangeError('Hash values of different lengths cannot be compared.');
  const changedBits = one.filter((bit, index) => bit !== other[index]).length;
  return {
    equal: changedBits === 0,
    changedBits,
    bits: one.length,
    agreeing: Array.from(before, (digit, index) => digit === after[index]),
  };
}

/** The bits of a hex text, most significant first. */
export function bitsOf(hex: string): boolean[] {
  return Array.from(hex).flatMap((digit) => {
    const value = Number.parseInt(digit, 16);
    return [8, 4, 2, 1].map((bit) => (value & bit) !== 0);
  });
}

/** A hash value cut into groups of eight digits, each with the position of its first digit. */
export function groupsOfEight(hex: string): { readonly at: number; readonly digits: string }[] {
  return (hex.match(/.{1,8}/g) ?? []).map((digits, index) => ({ at: index * 8, digits }));
}

/**
 * Four SVG paths on a grid of pitch 1 with 16 columns: bits that stayed are drawn round (large for one, small
 * for zero), bits that changed are drawn square (filled for one, outlined for zero).
 */
export function dotPaths(
  hex: string,
  compared: string = hex,
): {
  readonly one: string;
  readonly zero: string;
  readonly changedOne: string;
  readonly changedZero: string;
} {
  const other = bitsOf(compared);
  const bits = bitsOf(hex).map((bit, index) => ({ bit, changed: bit !== other[index] }));
  const path = (bit: boolean, changed: boolean, draw: (x: number, y: number) => string): string =>
    bits
      .map((each, index) =>
        each.bit === bit && each.changed === changed
          ? draw((index % 16) + 0.5, Math.floor(index / 16) + 0.5)
          : '',
      )
      .join('');
  const dot = (x: number, y: number): string => `M${x} ${y}h0`;
  const square = (x: number, y: number): string =>
    `M${x - 0.3} ${y - 0.3}h.6v.6h-.6z`.replaceAll(/(\.\d)\d+/g, '$1');
  return {
    one: path(true, false, dot),
    zero: path(false, false, dot),
    changedOne: path(true, true, square),
    changedZero: path(false, true, square),
  };
}
