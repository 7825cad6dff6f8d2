/** Marks that nobody sees: zero-width, direction and joining marks, soft hyphens, variation selectors. */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u200d|[\ufe00-\ufe0f]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A typed or pasted text without what a copy brings along: compatible letter forms become plain ones, marks that
 * nobody sees go, odd spaces become one space, every dash is a hyphen, Arabic-Indic and Persian digits are 0 to 9.
 */
export function cleanText(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As `cleanText`, in small letters: two pieces of machine text that this makes equal are the same answer. */
export function foldMachineText(typed: string): string {
  return cleanText(typed).toLowerCase();
}

/** Whether cleaning takes something away that a reader cannot see, or changes a space or a letter form. */
export function hasHiddenMarks(typed: string): boolean {
  return new RegExp(UNSEEN.source).test(typed) || /[^\S \n\r\t]/.test(typed);
}

const MOMENT =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]| at )(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(z|utc|gmt|(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?)?$/;

/**
 * The moment that a text such as `2024-10-27 01:30:00Z` or `2024-10-27T02:30+01:00` names, in milliseconds.
 * Without an offset it is read as UTC (Coordinated Universal Time). Undefined for what is no moment.
 */
export function readMoment(typed: string): number | undefined {
  const match = MOMENT.exec(foldMachineText(typed));
  if (!match) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const moment = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(moment);
  // A day or an hour that does not exist rolls over into the next.
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || minute > 59 || second > 59)
    return undefined;
  const offset = (match[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
  return moment - offset * 60_000;
}
