/**
 * What a learner can do where the course has arrived. The first seven are walked by `tests/editions/parity.test.ts`,
 * except in books, where there is nothing to press.
 */
export interface Can {
  /** Who it is for, and how it is opened, as the table of the README says it. */
  readonly for: string;
  readonly opens: string;
  readonly read: boolean;
  readonly questions: boolean;
  /** A form, a case, a lab that was left in the middle is there again after closing. */
  readonly quizResumes: boolean;
  readonly caseResumes: boolean;
  readonly labResumes: boolean;
  readonly search: boolean;
  readonly record: boolean;
  readonly languages: 'all' | 'those kept' | 'those exported' | 'one';
  readonly withoutScript: boolean;
  /** How long own words are kept: with the record, or until the course is closed. */
  readonly ownWords: 'with the record' | 'for the visit' | 'on paper';
  /** Whether the record can be saved to a file and pages printed. */
  readonly files: 'yes' | 'no: the frame of Kolibri forbids it';
  readonly recordKept: string;
  /** Who is told about results. */
  readonly told: string;
  readonly leavesTo: 'a calendar' | 'an empty page' | 'an empty frame' | 'nothing: close it';
}

const EVERYTHING = {
  read: true,
  questions: true,
  quizResumes: true,
  caseResumes: true,
  labResumes: true,
  search: true,
  record: true,
} as const;
const IN_LMS = {
  ...EVERYTHING,
  languages: 'one',
  withoutScript: false,
  ownWords: 'with the record',
  files: 'yes',
  leavesTo: 'an empty frame',
} as const;

const IN_BOOK = {
  read: true,
  questions: false,
  quizResumes: false,
  caseResumes: false,
  labResumes: false,
  search: false,
  record: false,
  languages: 'one',
  withoutScript: true,
  ownWords: 'on paper',
  files: 'yes',
  recordKept: 'not at all',
  told: 'nobody',
  leavesTo: 'nothing: close it',
} as const;

/** Every way in which the course arrives, by name. A new one is one entry here and one in `editions.ts`. */
export const ARRIVALS = {
  site: {
    ...EVERYTHING,
    for: "any web server, an academy's own network",
    opens: 'its address',
    languages: 'all',
    withoutScript: true,
    ownWords: 'with the record',
    files: 'yes',
    recordKept: 'by this browser for the site',
    told: 'nobody; an LRS if built with `--lrs`',
    leavesTo: 'a calendar',
  },
  'site, kept on the device': {
    ...EVERYTHING,
    for: 'phones and computers that were on the site once; needs https',
    opens: 'its address, without a network',
    languages: 'those kept',
    withoutScript: true,
    ownWords: 'with the record',
    files: 'yes',
    recordKept: 'by this browser for the site',
    told: 'nobody; once online, an LRS if built with `--lrs`',
    leavesTo: 'a calendar',
  },
  usb: {
    ...EVERYTHING,
    for: 'a stick, a shared folder, no server',
    opens: '`index.html`, double click, Chromium or Firefox',
    languages: 'those exported',
    withoutScript: true,
    ownWords: 'with the record',
    files: 'yes',
    recordKept: 'by this browser for the file (Firefox) or for all local files (Chromium)',
    told: 'nobody; an LRS if made with `--lrs`',
    leavesTo: 'a calendar',
  },
  'usb --single-file': {
    ...EVERYTHING,
    for: 'phones and mail: one HTML file for each course and language',
    opens: 'the file itself',
    languages: 'one',
    withoutScript: false,
    ownWords: 'with the record',
    files: 'yes',
    recordKept: 'as on the stick',
    told: 'nobody; an LRS if made with `--lrs`',
    leavesTo: 'an empty page',
  },
  html5: {
    ...EVERYTHING,
    for: 'Kolibri and other offline libraries',
    opens: 'the library',
    languages: 'those exported',
    withoutScript: true,
    ownWords: 'with the record',
    files: 'no: the frame of Kolibri forbids it',
    recordKept: "by the library's browser",
    told: 'nobody; an LRS if made with `--lrs`',
    leavesTo: 'a calendar',
  },
  scorm12: {
    ...IN_LMS,
    for: 'an LMS that takes SCORM 1.2: one package for each course and language',
    opens: 'the LMS',
    ownWords: 'for the visit',
    recordKept: 'by the LMS, in at most 3,000 characters, without own words',
    told: 'the LMS: status, score, answers of the forms, time',
  },
  scorm2004: {
    ...IN_LMS,
    for: 'an LMS that takes SCORM 2004, 4th edition',
    opens: 'the LMS',
    recordKept: 'by the LMS, own words up to 20,000 characters',
    told: 'the LMS: completion, success, score, progress, answers of the forms, time',
  },
  cmi5: {
    ...IN_LMS,
    for: 'an LMS that takes cmi5',
    opens: 'the LMS',
    recordKept: 'by the LMS, own words up to 20,000 characters',
    told: 'the LMS: what was done, step by step, never own words',
  },
  epub: {
    ...IN_BOOK,
    for: 'e-book readers: one book for each course and language, answers at the end, the case by links',
    opens: 'the reader',
  },
  pdf: {
    ...IN_BOOK,
    for: 'paper: one handbook for each course and language, answers at the end',
    opens: 'any PDF reader',
  },
} as const satisfies Readonly<Record<string, Can>>;
export type Arrival = keyof typeof ARRIVALS;

const yes = (can: boolean): string => (can ? 'yes' : 'no');
const ROWS: readonly (readonly [string, (can: Can) => string])[] = [
  ['for', (can) => can.for],
  ['opens by', (can) => can.opens],
  ['read every page', (can) => yes(can.read)],
  ['questions with feedback', (can) => yes(can.questions)],
  [
    'form, case and lab go on where they were left',
    (can) => yes(can.quizResumes && can.caseResumes && can.labResumes),
  ],
  ['search', (can) => yes(can.search)],
  ['record of what was done', (can) => yes(can.record)],
  ['languages chosen inside', (can) => can.languages],
  ['reads without script', (can) => yes(can.withoutScript)],
  ['own words are kept', (can) => can.ownWords],
  ['save to a file, print', (can) => can.files],
  ['the record is kept', (can) => can.recordKept],
  ['results are told to', (can) => can.told],
  ['leave quickly leads to', (can) => can.leavesTo],
];

/** The table of the README, line by line. */
export function capabilityTable(): string[] {
  const names = Object.keys(ARRIVALS);
  const columns = Object.values(ARRIVALS) as readonly Can[];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...names.map((name) => (name.startsWith('site') ? `the ${name}` : `\`${name}\``))]),
    line(['---', ...names.map(() => '---')]),
    ...ROWS.map(([title, cell]) => line([title, ...columns.map(cell)])),
  ];
}
