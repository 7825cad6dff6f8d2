import { BitReader, BitWriter, DamagedBits, widthOf } from './bits.ts';

/** What both sides of the coder know: words that come as numbers, and a value that comes as one mark. */
export interface Known {
  /** Each once; the same list in the same order reads what was written with it. */
  readonly words: readonly string[];
  /** Parts of the value that the page brings itself, such as the data of a lab. */
  readonly given: readonly unknown[];
  /** Whether texts of the learner's own are written. Without it they are written as empty. */
  readonly prose: boolean;
}

const TAG = {
  null: 0,
  yes: 1,
  no: 2,
  whole: 3,
  minus: 4,
  number: 5,
  word: 6,
  text: 7,
  list: 8,
  record: 9,
  given: 10,
  nothing: 11,
} as const;
const TAG_WIDTH = 4;
const DEEPEST = 12;
/** Most characters of one word of machine text: the digits of a SHA-256. */
export const LONGEST_TOKEN = 64;
/** Figures, times and single words of machine text, such as an address, that a learner has typed are no prose. */
const NO_PROSE = new RegExp(`^(?:[\\d\\s:+\\-.,/TZ]{1,32}|[!-~]{1,${LONGEST_TOKEN}})$`);

/** Writes any JSON: keys and known words in a few bits each. */
export function writeValue(writer: BitWriter, value: unknown, known: Known): void {
  const given = known.given.map((each) => JSON.stringify(each));
  const numbers = new Map(known.words.map((word, at) => [word, at]));
  const width = widthOf(known.words.length);

  const tag = (name: keyof typeof TAG): void => writer.put(TAG[name], TAG_WIDTH);
  const letters = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    writer.count(bytes.length);
    for (const byte of bytes) writer.put(byte, 8);
  };
  const key = (text: string): void => {
    const number = numbers.get(text);
    writer.flag(number !== undefined);
    if (number === undefined) letters(text);
    else writer.put(number, width);
  };
  const write = (each: unknown): void => {
    if (each === null) tag('null');
    else if (each === undefined) tag('nothing');
    else if (typeof each === 'boolean') tag(each ? 'yes' : 'no');
    else if (typeof each === 'number') writeNumber(each);
    else if (typeof each === 'string') writeText(each);
    else if (given.includes(JSON.stringify(each))) {
      tag('given');
      writer.count(given.indexOf(JSON.stringify(each)));
    } else if (Array.isArray(each)) {
      tag('list');
      writer.count(each.length);
      each.forEach(write);
    } else if (typeof each === 'object') {
      tag('record');
      const entries = Object.entries(each).filter(([, field]) => field !== undefined);
      writer.count(entries.length);
      for (const [name, field] of entries) {
        key(name);
        write(field);
      }
    } else tag('nothing');
  };
  const writeNumber = (number: number): void => {
    if (Number.isSafeInteger(number)) {
      tag(number < 0 ? 'minus' : 'whole');
      writer.count(Math.abs(number));
    } else {
      tag('number');
      letters(String(number));
    }
  };
  const writeText = (text: string): void => {
    const number = numbers.get(text);
    if (number !== undefined) {
      tag('word');
      writer.put(number, width);
    } else {
      tag('text');
      letters(known.prose || NO_PROSE.test(text) ? text : '');
    }
  };
  write(value);
}

/**
 * Reads what `writeValue` wrote with the same knowledge.
 *
 * @throws DamagedBits for anything else
 */
export function readValue(reader: BitReader, known: Known): unknown {
  const width = widthOf(known.words.length);
  const letters = (): string => {
    const length = reader.count();
    if (length * 8 > reader.left) throw new DamagedBits('A text ends too early.');
    return new TextDecoder().decode(Uint8Array.from({ length }, () => reader.take(8)));
  };
  const word = (): string => {
    const found = known.words[reader.take(width)];
    if (found === undefined) throw new DamagedBits('A word is not known.');
    return found;
  };
  const givenAt = (at: number): unknown => {
    if (at >= known.given.length) throw new DamagedBits('What the page gives is not there.');
    return known.given[at];
  };
  const read = (depth: number): unknown => {
    if (depth > DEEPEST) throw new DamagedBits('A value is too deep.');
    switch (reader.take(TAG_WIDTH)) {
      case TAG.null:
        return null;
      case TAG.yes:
        return true;
      case TAG.no:
        return false;
      case TAG.whole:
        return reader.count();
      case TAG.minus:
        return -reader.count();
      case TAG.number:
        return Number(letters());
      case TAG.word:
        return word();
      case TAG.text:
        return letters();
      case TAG.given:
        return givenAt(reader.count());
      case TAG.nothing:
        return undefined;
      case TAG.list: {
        const length = reader.count();
        if (length > reader.left) throw new DamagedBits('A list ends too early.');
        return Array.from({ length }, () => read(depth + 1));
      }
      case TAG.record: {
        const length = reader.count();
        if (length > reader.left) throw new DamagedBits('A record ends too early.');
        return Object.fromEntries(
          Array.from({ length }, () => [reader.flag() ? word() : letters(), read(depth + 1)]),
        );
      }
      default:
        throw new DamagedBits('A value has no known kind.');
    }
  };
  return read(0);
}
