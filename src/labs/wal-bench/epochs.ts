/** The ways of counting time that the converter knows. */
export const EPOCHS = ['unix-s', 'unix-ms', 'cocoa', 'webkit', 'filetime'] as const;
export type Epoch = (typeof EPOCHS)[number];

/** How many units make a second, and where the count begins, in seconds from 1970-01-01 00:00:00 UTC. */
const COUNTS: Readonly<Record<Epoch, { readonly perSecond: bigint; readonly start: bigint }>> = {
  'unix-s': { perSecond: 1n, start: 0n },
  'unix-ms': { perSecond: 1000n, start: 0n },
  cocoa: { perSecond: 1n, start: 978_307_200n },
  webkit: { perSecond: 1_000_000n, start: -11_644_473_600n },
  filetime: { perSecond: 10_000_000n, start: -11_644_473_600n },
};

/** Parts of a second that are kept: what FILETIME counts in. */
const TICKS = 10_000_000n;
/** Years 1 to 9999, as far as a date of four digits goes. */
const FIRST = -62_135_596_800n;
const LAST = 253_402_300_799n;

/** A moment, or why the text is none. */
export type Reading =
  /** `utc` has as many decimals as the count carries, `1772978400` seconds since 1970 with the rest cut off. */
  | { readonly utc: string; readonly unix: bigint }
  | { readonly fault: 'empty' | 'no-number' | 'out-of-range' };

/** Letters that come along when a number is copied: spaces, marks of direction, a sign in front of the text. */
const INVISIBLE = /[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff_']/gu;
/** Digits of the Arabic, Persian and full-width writing. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu;

/** A copied number as plain digits: without spaces and marks of direction, whatever digits it was written in. */
export function cleanNumber(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(DIGITS, (digit) => String(((digit.codePointAt(0) ?? 0) - digitBase(digit)) % 10))
    .replace(/[\u066b]/gu, '.')
    .replace(/^[\u2212\u2013]/u, '-');
}

function digitBase(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= 0xff10) return 0xff10;
  return code >= 0x06f0 ? 0x06f0 : 0x0660;
}

/** Reads a number as a count of time. The whole number is kept: no digit is lost to rounding. */
export function readEpoch(text: string, epoch: Epoch): Reading {
  const cleaned = cleanNumber(text);
  if (cleaned === '') return { fault: 'empty' };
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cleaned);
  if (!parts) return { fault: 'no-number' };
  const [, sign = '', whole = '', fraction = ''] = parts;
  if (whole.length > 25) return { fault: 'out-of-range' };
  const { perSecond, start } = COUNTS[epoch];
  const scale = TICKS / perSecond;
  const kept = fraction.slice(0, 7).padEnd(7, '0');
  const size = BigInt(whole) * scale + (BigInt(kept) * scale) / TICKS;
  const ticks = (sign === '-' ? -size : size) + start * TICKS;
  const unix = floorDivide(ticks, TICKS);
  if (unix < FIRST || unix > LAST) return { fault: 'out-of-range' };
  return { utc: write(unix, ticks - unix * TICKS), unix };
}

/** The same number in every way of counting, in the order of `EPOCHS`. */
export function readAll(
  text: string,
): readonly { readonly epoch: Epoch; readonly reading: Reading }[] {
  return EPOCHS.map((epoch) => ({ epoch, reading: readEpoch(text, epoch) }));
}

function write(unix: bigint, ticks: bigint): string {
  const date = new Date(Number(unix) * 1000).toISOString();
  const fraction = String(ticks).padStart(7, '0').replace(/0+$/, '');
  return `${date.slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const cut = value / by;
  return value % by < 0n ? cut - 1n : cut;
}
