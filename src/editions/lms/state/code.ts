import { snapshotKey } from '../../../progress/snapshots.ts';
import type { SavedQuiz } from '../../../machines/quiz-saved.ts';
import type { CourseModel } from '../model.ts';
import { BitReader, BitWriter, DamagedBits, sumOf } from './bits.ts';
import type { Folded } from './folded.ts';
import { readPart, writePart, type Part } from './parts.ts';
import { fittingProse, olderIn, proseOf, readProse, reasonsIn } from './prose.ts';
import { memoryOf, readCase, readQuiz, writeCase, writeQuiz } from './snapshots.ts';
import { readValue, writeValue, type Known } from './values.ts';

/** A record as it travels: what was learned, and what was left in the middle. */
export interface Carried {
  /** The random name of the learner in statements. */
  readonly actor: string;
  readonly folded: Folded;
  /** Snapshots by their key. */
  readonly snapshots: Readonly<Record<string, unknown>>;
  /** Parts of another version of the course, kept as they were. */
  readonly foreign: readonly string[];
}

/** How much of a record may be written. */
export interface Room {
  /** Most characters of the whole text. */
  readonly characters: number;
  /** Most characters of the learner's own texts; 0 where they are not stored at all. */
  readonly prose: number;
}

/** A text for the LMS, with what did not fit. */
export interface Written {
  readonly text: string;
  /** Keys of the snapshots that were left out. */
  readonly left: readonly string[];
  /** Characters of own words that were left out. */
  readonly proseLeft: number;
}

const VERSION = 'C1';
/** Characters that stand round the bits: version, sum, marks. */
const FRAME = 12;

/** Every part that this course has, in the order in which they are written: results first, what is in the middle last. */
export function partsOf(model: CourseModel): Part[] {
  return ['lessons', 'practice', 'form-a', 'form-b', 'endings', 'labs', 'completed'].map(
    (name) => ({ name, stamp: stampOf(model, name) }),
  );
}

/** A short sum of what a part's numbers count. When the content changes, its old numbers are not read as new ones. */
function stampOf(model: CourseModel, name: string): number {
  const shape = (form: 'a' | 'b'): unknown => [
    model.pass,
    model.forms[form].map((item) => [
      item.id,
      item.outcome,
      item.safety,
      'options' in item ? item.options : [],
    ]),
  ];
  const about: Readonly<Record<string, unknown>> = {
    lessons: model.plan.parts.filter(({ kind }) => kind === 'lesson').map(({ id }) => id),
    practice: model.practice,
    'form-a': shape('a'),
    'form-b': shape('b'),
    endings: [model.scenario?.id, model.scenario?.endings, model.scenario?.roles],
    labs: model.labs.map(({ id }) => id),
    completed: 'completed',
    'quiz-a': shape('a'),
    'quiz-b': shape('b'),
    case: model.scenario,
  };
  return (
    sumOf(JSON.stringify(about[name] ?? model.labs.find(({ id }) => name === `lab-${id}`))) % 4096
  );
}

/** Writes a record. What does not fit is left out from the end: half-done labs first, results never. */
export function writeRecord(carried: Carried, model: CourseModel, room: Room): Written {
  const prose = fittingProse(proseOf(carried, snapshotNames(model)), room.prose);
  const proseText = prose.kept.length > 0 ? `.${JSON.stringify(prose.kept)}` : '';
  const budget = room.characters - FRAME - proseText.length;
  const bits = new BitWriter();
  for (const hex of carried.actor.replaceAll('-', '')) bits.put(Number.parseInt(hex, 16), 4);
  const left: string[] = [];
  const add = (part: Part, body: BitWriter | undefined): boolean => {
    const whole = new BitWriter();
    if (body) writeFramed(whole, numberOf(part.name, model), part.stamp, body);
    if ((bits.length + whole.length) / 6 > budget) return false;
    bits.append(whole);
    return true;
  };
  for (const part of partsOf(model)) {
    const body = writePart(part.name, carried.folded, model);
    if (!add(part, body))
      throw new Error(`The results of the course do not fit ${room.characters} characters.`);
  }
  for (const [key, name] of snapshotNames(model)) {
    const value = carried.snapshots[key];
    if (value === undefined) continue;
    const body = writeSnapshot(name, value, model, room.prose > 0);
    if (!body || !add({ name, stamp: stampOf(model, name) }, body)) left.push(key);
  }
  const foreign = carried.foreign.join('~');
  const bitText = bits.text();
  const fits = foreign && bitText.length + foreign.length + 1 <= budget;
  const body = `${bitText}${fits ? `~${foreign}` : ''}${proseText}`;
  return { text: `${VERSION}${sum(body)}${body}`, left, proseLeft: prose.left };
}

/** What came of a text from the LMS. */
export type ReadOutcome =
  | { readonly kind: 'empty' }
  /** Not ours, cut off, or of a newer format. Nothing in it may be overwritten unasked. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly carried: Carried };

/** Reads what `writeRecord` wrote, also after the course has changed. Never throws. */
export function readRecord(text: string, model: CourseModel): ReadOutcome {
  if (text === '') return { kind: 'empty' };
  const body = text.slice(VERSION.length + 6);
  if (!text.startsWith(VERSION) || text.slice(VERSION.length, VERSION.length + 6) !== sum(body)) {
    return { kind: 'unreadable' };
  }
  try {
    return { kind: 'read', carried: readBody(body, model) };
  } catch (error) {
    if (error instanceof DamagedBits || error instanceof SyntaxError) return { kind: 'unreadable' };
    throw error;
  }
}

function readBody(body: string, model: CourseModel): Carried {
  const dot = body.indexOf('.');
  const foreign: string[] = [];
  const [own = '', ...others] = (dot < 0 ? body : body.slice(0, dot)).split('~');
  const prose = dot < 0 ? [] : readProse(body.slice(dot + 1));
  const reader = BitReader.fromText(own);
  const hex = Array.from({ length: 32 }, () => reader.take(4).toString(16)).join('');
  const actor = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  let folded: Folded = emptyRecord(model);
  const snapshots: Record<string, unknown> = {};
  const names = namesOf(model);
  const reasons = reasonsIn(prose, model);
  const known = new Set<string>();
  const open = (from: BitReader): void => {
    const number = from.take(5);
    const stamp = from.take(12);
    const part = from.part(from.count());
    const name = names[number];
    if (name === undefined || stamp !== stampOf(model, name) || known.has(name)) {
      const body = part.rest();
      const kept = new BitWriter();
      writeFramed(kept, number, stamp, body);
      // A part without anything in it is not worth its place.
      if (!body.isEmpty()) foreign.push(kept.text());
      return;
    }
    known.add(name);
    const key = snapshotNames(model).find((each) => each[1] === name)?.[0];
    if (key === undefined) folded = readPart(name, part, model, folded);
    else snapshots[key] = readSnapshot(name, part, model, reasons);
  };
  // A framed part has at least 22 bits; less is what fills the last letter.
  while (reader.left >= 22) open(reader);
  // Parts of the version that is here again come home.
  for (const text of others) open(BitReader.fromText(text));
  Object.assign(snapshots, olderIn(prose, snapshotNames(model), known.has('case')));
  return {
    actor,
    folded: { ...folded, prose: prose.filter(({ id }) => !id.startsWith('~')) },
    snapshots,
    foreign,
  };
}

function writeFramed(writer: BitWriter, number: number, stamp: number, body: BitWriter): void {
  writer.put(number, 5);
  writer.put(stamp, 12);
  writer.count(body.length);
  writer.append(body);
}

function namesOf(model: CourseModel): string[] {
  return [
    ...partsOf(model).map(({ name }) => name),
    ...snapshotNames(model).map((each) => each[1]),
  ];
}

function numberOf(name: string, model: CourseModel): number {
  return namesOf(model).indexOf(name);
}

/** The snapshots of the course: key in the store, name of the part. In the order of their worth. */
export function snapshotNames(model: CourseModel): (readonly [key: string, name: string])[] {
  const { course } = model.plan;
  return [
    [snapshotKey(course, 'form', 'b'), 'quiz-b'],
    [snapshotKey(course, 'form', 'a'), 'quiz-a'],
    ...(model.scenario ? [[snapshotKey(course, 'case', model.scenario.id), 'case'] as const] : []),
    ...model.labs.map(({ id }) => [snapshotKey(course, 'lab', id), `lab-${id}`] as const),
  ];
}

function writeSnapshot(
  name: string,
  value: unknown,
  model: CourseModel,
  prose: boolean,
): BitWriter | undefined {
  const writer = new BitWriter();
  if (name === 'case') {
    const memory = memoryOf(value);
    return memory && model.scenario && writeCase(writer, memory, model.scenario)
      ? writer
      : undefined;
  }
  if (name.startsWith('quiz-')) {
    const items = model.forms[name === 'quiz-a' ? 'a' : 'b'];
    return writeQuiz(writer, value as SavedQuiz, items) ? writer : undefined;
  }
  writeValue(writer, value, knownOf(name, model, prose));
  return writer;
}

function readSnapshot(
  name: string,
  reader: BitReader,
  model: CourseModel,
  reasons: Readonly<Record<string, string>>,
): unknown {
  if (name === 'case') return model.scenario && readCase(reader, model.scenario, reasons);
  if (name === 'quiz-a') return readQuiz(reader, model.forms.a, 'pretest');
  if (name === 'quiz-b') return readQuiz(reader, model.forms.b, 'posttest');
  return readValue(reader, knownOf(name, model, true));
}

function knownOf(name: string, model: CourseModel, prose: boolean): Known {
  const lab = model.labs.find(({ id }) => name === `lab-${id}`);
  return { words: lab?.words ?? [], given: lab?.given ?? [], prose };
}

/** A record of nothing. */
export function emptyRecord(model: CourseModel): Folded {
  return {
    lessons: {},
    practice: {},
    forms: { a: [], b: [] },
    endings: [],
    runs: 0,
    labs: Object.fromEntries(model.labs.map(({ id }) => [id, { steps: [], finding: undefined }])),
    completed: undefined,
    prose: [],
  };
}

function sum(body: string): string {
  const writer = new BitWriter();
  writer.put(sumOf(body), 32);
  return writer.text();
}
