const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Raised when a text ends too early or holds what was never written. Nothing read before it may be used. */
export class DamagedBits extends Error {}

/** Writes numbers of few bits one after the other. */
export class BitWriter {
  private readonly bits: number[] = [];

  /** How many bits stand here. */
  get length(): number {
    return this.bits.length;
  }

  /** Whether nothing but noughts stands here. */
  isEmpty(): boolean {
    return this.bits.every((bit) => bit === 0);
  }

  /** A whole number from 0 in this many bits. A larger one is written as the largest that fits. */
  put(value: number, width: number): void {
    const most = 2 ** width - 1;
    const kept = Math.min(Math.max(0, Math.trunc(value)), most);
    for (let bit = width - 1; bit >= 0; bit -= 1) this.bits.push(Math.floor(kept / 2 ** bit) % 2);
  }

  /** Yes or no. */
  flag(value: boolean): void {
    this.put(value ? 1 : 0, 1);
  }

  /** A whole number of any size from 0: groups of four bits, each led by one that says whether more follow. */
  count(value: number): void {
    const low = value % 16;
    const rest = Math.floor(value / 16);
    this.put(rest > 0 ? 1 : 0, 1);
    this.put(low, 4);
    if (rest > 0) this.count(rest);
  }

  /** Everything that another writer holds. */
  append(other: BitWriter): void {
    for (const bit of other.bits) this.bits.push(bit);
  }

  /** The bits as letters, six in each. */
  text(): string {
    let text = '';
    for (let at = 0; at < this.bits.length; at += 6) {
      let six = 0;
      for (let bit = 0; bit < 6; bit += 1) six = six * 2 + (this.bits[at + bit] ?? 0);
      text += LETTERS[six] ?? '';
    }
    return text;
  }
}

/** Reads what a `BitWriter` wrote, in the same order. */
export class BitReader {
  private at = 0;
  private readonly bits: readonly number[];

  constructor(bits: readonly number[]) {
    this.bits = bits;
  }

  /** @throws DamagedBits for a letter that no writer writes */
  static fromText(text: string): BitReader {
    const bits: number[] = [];
    for (const letter of text) {
      const six = LETTERS.indexOf(letter);
      if (six < 0) throw new DamagedBits(`${letter} is no letter of a record.`);
      for (let bit = 5; bit >= 0; bit -= 1) bits.push((six >> bit) & 1);
    }
    return new BitReader(bits);
  }

  /** How many bits are left. */
  get left(): number {
    return this.bits.length - this.at;
  }

  /** @throws DamagedBits at the end */
  take(width: number): number {
    if (width > this.left) throw new DamagedBits('The record ends too early.');
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) value = value * 2 + (this.bits[this.at + bit] ?? 0);
    this.at += width;
    return value;
  }

  flag(): boolean {
    return this.take(1) === 1;
  }

  count(depth = 0): number {
    if (depth > 12) throw new DamagedBits('A number has no end.');
    const more = this.flag();
    const low = this.take(4);
    return more ? low + 16 * this.count(depth + 1) : low;
  }

  /** The next bits as a reader of their own. */
  part(length: number): BitReader {
    if (length > this.left) throw new DamagedBits('A part of the record ends too early.');
    const bits = this.bits.slice(this.at, this.at + length);
    this.at += length;
    return new BitReader(bits);
  }

  /** What is left, to be written again as it is. */
  rest(): BitWriter {
    const writer = new BitWriter();
    while (this.left > 0) writer.put(this.take(1), 1);
    return writer;
  }
}

/** Bits needed to tell this many things apart. */
export function widthOf(things: number): number {
  return Math.max(1, Math.ceil(Math.log2(Math.max(2, things))));
}

/** A sum of a text that changes when the text does: FNV-1a, 32 bits. Guards against accidents, not against people. */
export function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  }
  return sum >>> 0;
}
