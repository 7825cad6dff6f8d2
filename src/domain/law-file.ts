/** Offices of those who check an answer of national law. Roles, so that no person is named. */
export const REVIEWERS = [
  'judge',
  'prosecutor',
  'investigator',
  'examiner',
  'defence',
  'ministry',
  'academy',
  'university',
] as const;
export type Reviewer = (typeof REVIEWERS)[number];

/** One slot as a national editor has filled it so far; empty texts where nothing stands yet. */
export interface LawEntry {
  readonly answer: string;
  /** Title of the law or other text. */
  readonly title: string;
  /** Section or article in it. */
  readonly section: string;
  readonly publisher: string;
  readonly url: string;
  /** The day it was read and compared, `2026-11-27`. */
  readonly checked: string;
  readonly review_by: string;
  readonly reviewer: Reviewer | '';
}

/** The whole form. */
export interface LawForm {
  /** Two letters. */
  readonly code: string;
  readonly name: string;
  /** Code of the language of the answers. */
  readonly lang: string;
  readonly entries: Readonly<Record<string, LawEntry>>;
}

/** What keeps a field from going into the file, by the key of its words. */
export type Missing =
  'answer' | 'title' | 'section' | 'publisher' | 'url' | 'checked' | 'review_by' | 'reviewer';

/** An entry with nothing in it. */
export const EMPTY_ENTRY: LawEntry = {
  answer: '',
  title: '',
  section: '',
  publisher: '',
  url: '',
  checked: '',
  review_by: '',
  reviewer: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** True when somebody has begun to fill the slot. */
export function isBegun(entry: LawEntry): boolean {
  return (
    [entry.answer, entry.title, entry.section, entry.publisher, entry.url].some(
      (text) => clean(text) !== '',
    ) || entry.reviewer !== ''
  );
}

/** What is still missing or wrong in an entry, in the order of its fields; an address may be left out. */
export function missingOf(entry: LawEntry): Missing[] {
  const texts = (['answer', 'title', 'section', 'publisher'] as const).filter(
    (field) => clean(entry[field]) === '',
  );
  return [
    ...texts,
    ...(clean(entry.url) !== '' && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(clean(entry.url))
      ? ['url' as const]
      : []),
    ...(isDay(entry.checked) ? [] : ['checked' as const]),
    ...(isDay(entry.review_by) && entry.review_by > entry.checked ? [] : ['review_by' as const]),
    ...(entry.reviewer === '' ? ['reviewer' as const] : []),
  ];
}

/** True for two letters, whatever their case. */
export function isCode(code: string): boolean {
  return /^[a-z]{2}$/i.test(code.trim());
}

/**
 * Text as it goes into a file: control characters, byte order marks and direction marks that came with a copy are
 * gone, odd spaces are plain ones, paragraphs stay.
 */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The two files of a jurisdiction, made of the entries that are complete; the others are left out. */
export function lawFiles(form: LawForm): { spine: string; words: string } {
  const code = form.code.trim().toLowerCase();
  const done = Object.entries(form.entries).filter(
    ([, entry]) => isBegun(entry) && missingOf(entry).length === 0,
  );
  const keys = new Map<string, { key: string; entry: LawEntry }>();
  for (const [, entry] of done) {
    const text = sourceOf(entry);
    if (!keys.has(text)) keys.set(text, { key: `text-${keys.size + 1}`, entry });
  }
  const spine = [
    `id: ${code}`,
    ...(keys.size > 0 ? ['sources:'] : []),
    ...[...keys.values()].flatMap(({ key, entry }) => [
      `  ${key}:`,
      `    title: ${quoted(entry.title)}`,
      `    publisher: ${quoted(entry.publisher)}`,
      // Laws are named in the language of the answers; what is not marked is English.
      ...(form.lang === 'en' ? [] : [`    lang: ${form.lang}`]),
      ...(clean(entry.url) === '' ? [] : [`    url: ${quoted(entry.url)}`]),
      `    read: ${entry.checked}`,
    ]),
    ...(done.length > 0 ? ['slots:'] : []),
    ...done.flatMap(([slot, entry]) => [
      `  ${slot}:`,
      '    sources:',
      `      ${keys.get(sourceOf(entry))?.key ?? ''}: ${quoted(entry.section)}`,
      `    checked: ${entry.checked}`,
      `    review_by: ${entry.review_by}`,
      `    reviewer: ${entry.reviewer}`,
    ]),
  ];
  const words = [
    `name: ${quoted(form.name)}`,
    ...(done.length > 0 ? ['slots:'] : []),
    ...done.map(([slot, entry]) => `  ${slot}: ${quoted(entry.answer)}`),
  ];
  return { spine: `${spine.join('\n')}\n`, words: `${words.join('\n')}\n` };
}

/** One text is one source, however often it is named, as long as it was read on the same day. */
function sourceOf({ title, publisher, url, checked }: LawEntry): string {
  return [clean(title), clean(publisher), clean(url), checked].join('\n');
}

/** A text in double quotes, which is YAML and JSON at once and can hold anything. */
function quoted(text: string): string {
  return JSON.stringify(clean(text));
}
