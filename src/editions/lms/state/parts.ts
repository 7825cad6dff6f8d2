import { ROLES } from '../../../domain/roles.ts';
import type { CourseModel } from '../model.ts';
import { BitWriter, widthOf, type BitReader } from './bits.ts';
import { MOST_SITTINGS, type Folded, type KeptLab, type KeptSitting } from './folded.ts';
import { at } from './snapshots.ts';
import { readValue, writeValue, type Known } from './values.ts';

/** A part of a record: its name, and a sum of what its numbers count. */
export interface Part {
  readonly name: string;
  readonly stamp: number;
}

const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const DAY_WIDTH = 14;
/** Most tries of a practice question that are counted. */
export const MOST_TRIES = 15;
const STEPS: Known = { words: ['example', 'half-done', 'own'], given: [], prose: true };

function putDay(writer: BitWriter, day: string): void {
  writer.put((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY || 0, DAY_WIDTH);
}

function takeDay(reader: BitReader): string {
  return new Date(FIRST_DAY + reader.take(DAY_WIDTH) * DAY).toISOString().slice(0, 10);
}

/** Writes one part; `undefined` when there is nothing to write. */
export function writePart(name: string, folded: Folded, model: CourseModel): BitWriter | undefined {
  const writer = new BitWriter();
  switch (name) {
    case 'lessons':
      for (const id of lessonsOf(model)) {
        const day = folded.lessons[id];
        writer.flag(day !== undefined);
        if (day !== undefined) putDay(writer, day);
      }
      break;
    case 'practice':
      for (const id of model.practice) {
        const done = folded.practice[id];
        writer.flag(done !== undefined);
        if (!done) continue;
        writer.put(Math.min(done.tries, MOST_TRIES), 4);
        writer.flag(done.rightAtFirst);
        writer.flag(done.right);
        putDay(writer, done.day);
      }
      break;
    case 'form-a':
    case 'form-b': {
      const sittings = folded.forms[name === 'form-a' ? 'a' : 'b'].slice(0, MOST_SITTINGS);
      writer.put(sittings.length, 3);
      for (const { day, attempt, right } of sittings) {
        putDay(writer, day);
        writer.count(attempt);
        right.forEach((each) => writer.flag(each));
      }
      break;
    }
    case 'endings':
      writeEndings(writer, folded, model);
      break;
    case 'labs':
      for (const { id } of model.labs) {
        const lab = folded.labs[id];
        writer.flag(lab?.finding !== undefined);
        if (lab?.finding !== undefined) putDay(writer, lab.finding);
        writer.count(lab?.steps.length ?? 0);
        for (const { step, right, of, day } of lab?.steps ?? []) {
          writeValue(writer, step, STEPS);
          writer.count(right);
          writer.count(of);
          putDay(writer, day);
        }
      }
      break;
    case 'completed': {
      if (!folded.completed) return undefined;
      const [major = '0', minor = '0'] = folded.completed.version.split('.');
      putDay(writer, folded.completed.day);
      writer.count(Number(major));
      writer.count(Number(minor));
    }
  }
  return writer;
}

/** Reads one part into a record. */
export function readPart(
  name: string,
  reader: BitReader,
  model: CourseModel,
  before: Folded,
): Folded {
  switch (name) {
    case 'lessons': {
      const read = lessonsOf(model).flatMap((id) => (reader.flag() ? [[id, takeDay(reader)]] : []));
      return { ...before, lessons: Object.fromEntries(read) as Folded['lessons'] };
    }
    case 'practice': {
      const done = model.practice.flatMap((id) =>
        reader.flag() ? [[id, takePractised(reader)] as const] : [],
      );
      return { ...before, practice: Object.fromEntries(done) };
    }
    case 'form-a':
    case 'form-b': {
      const form = name === 'form-a' ? 'a' : 'b';
      const sittings = Array.from({ length: reader.take(3) }, (): KeptSitting => {
        const day = takeDay(reader);
        const attempt = reader.count();
        return { day, attempt, right: model.forms[form].map(() => reader.flag()) };
      });
      return { ...before, forms: { ...before.forms, [form]: sittings } };
    }
    case 'endings':
      return { ...before, ...readEndings(reader, model) };
    case 'labs': {
      const labs = model.labs.map(({ id }) => [id, takeLab(reader)] as const);
      return { ...before, labs: Object.fromEntries(labs) };
    }
    case 'completed': {
      const day = takeDay(reader);
      const major = reader.count();
      return { ...before, completed: { day, version: `${major}.${reader.count()}` } };
    }
    default:
      return before;
  }
}

function lessonsOf(model: CourseModel): string[] {
  return model.plan.parts.filter(({ kind }) => kind === 'lesson').map(({ id }) => id);
}

function takePractised(reader: BitReader): Folded['practice'][string] {
  const tries = reader.take(4);
  const rightAtFirst = reader.flag();
  const right = reader.flag();
  return { day: takeDay(reader), tries, rightAtFirst, right };
}

function takeLab(reader: BitReader): KeptLab {
  const finding = reader.flag() ? takeDay(reader) : undefined;
  const steps = Array.from({ length: Math.min(reader.count(), 64) }, () => {
    const step = String(readValue(reader, STEPS));
    const right = reader.count();
    const of = reader.count();
    return { step, right, of, day: takeDay(reader) };
  });
  return { steps, finding };
}

function writeEndings(writer: BitWriter, folded: Folded, model: CourseModel): void {
  const { scenario } = model;
  if (!scenario) return;
  const met = folded.endings.filter(({ ending }) => scenario.endings.includes(ending));
  writer.count(folded.runs);
  writer.count(met.length);
  for (const { role, ending, day } of met) {
    writer.put(ROLES.indexOf(role), 2);
    writer.put(scenario.endings.indexOf(ending), widthOf(scenario.endings.length));
    putDay(writer, day);
  }
}

function readEndings(reader: BitReader, { scenario }: CourseModel): Partial<Folded> {
  if (!scenario) return {};
  const runs = reader.count();
  const length = Math.min(reader.count(), ROLES.length * scenario.endings.length);
  const endings = Array.from({ length }, () => {
    const role = at(ROLES, reader.take(2));
    const ending = at(scenario.endings, reader.take(widthOf(scenario.endings.length)));
    return { scenario: scenario.id, role, ending, day: takeDay(reader) };
  });
  return { runs, endings };
}
