import {
  decodeResponse,
  encodeResponse,
  type Item,
  type Response,
} from '../../../domain/question.ts';
import { ROLES } from '../../../domain/roles.ts';
import type { SavedQuiz } from '../../../machines/quiz-saved.ts';
import type { ScenarioMemory } from '../../../machines/scenario-memory.ts';
import type { CaseModel } from '../model.ts';
import { DamagedBits, widthOf, type BitReader, type BitWriter } from './bits.ts';

const RESTS = ['intro', 'answering', 'checked', 'overview', 'results'] as const;
const OUTCOMES = ['right', 'partly', 'wrong'] as const;
const PLACES = ['intro', 'choosing', 'reasoning', 'consequence', 'ended', 'debrief'] as const;
/** The letters of a written number; the last stands for its end. */
const DIGITS = '0123456789-.+e';
const LONGEST_NUMBER = 24;

/** Writes a sitting in the middle. Returns false for one that belongs to other questions. */
export function writeQuiz(writer: BitWriter, saved: SavedQuiz, items: readonly Item[]): boolean {
  const rest = RESTS.findIndex((name) => name === saved.state);
  const same =
    items.length === saved.items.length && items.every(({ id }, at) => id === saved.items[at]);
  if (rest < 0 || !same) return false;
  writer.put(rest, 3);
  writer.count(saved.attempt);
  writer.put(saved.at, widthOf(items.length));
  for (const item of items) {
    const answer = saved.answers[item.id];
    const response = answer && decodeResponse(item, answer[0]);
    writer.flag(response !== undefined);
    if (!answer || !response) continue;
    writeResponse(writer, item, response);
    const checked = answer[1] === null ? undefined : decodeResponse(item, answer[1]);
    const outcome = OUTCOMES.findIndex((each) => each === answer[2]);
    writer.flag(checked !== undefined && outcome >= 0);
    if (!checked || outcome < 0) continue;
    writer.put(outcome, 2);
    writer.flag(answer[1] !== answer[0]);
    if (answer[1] !== answer[0]) writeResponse(writer, item, checked);
  }
  return true;
}

/** Reads what `writeQuiz` wrote. */
export function readQuiz(
  reader: BitReader,
  items: readonly Item[],
  mode: 'pretest' | 'posttest',
): SavedQuiz {
  const state = at(RESTS, reader.take(3));
  const attempt = reader.count();
  const place = reader.take(widthOf(items.length));
  const answers: Record<string, readonly [string, string | null, string | null]> = {};
  for (const item of items) {
    if (!reader.flag()) continue;
    const response = encodeResponse(item, readResponse(reader, item));
    if (!reader.flag()) {
      answers[item.id] = [response, null, null];
      continue;
    }
    const outcome = at(OUTCOMES, reader.take(2));
    const checked = reader.flag() ? encodeResponse(item, readResponse(reader, item)) : response;
    answers[item.id] = [response, checked, outcome];
  }
  return { shape: 1, mode, items: items.map(({ id }) => id), state, attempt, at: place, answers };
}

function writeResponse(writer: BitWriter, item: Item, response: Response): void {
  if (item.kind === 'numeric') {
    const text = encodeResponse(item, response).slice(0, LONGEST_NUMBER);
    for (const letter of text) writer.put(DIGITS.indexOf(letter), 4);
    writer.put(15, 4);
    return;
  }
  const width = widthOf(item.options.length);
  switch (response.kind) {
    case 'pick':
      item.options.forEach((option) => writer.flag(response.picked.includes(option)));
      break;
    case 'order':
      response.steps.forEach((step) => writer.put(item.options.indexOf(step), width));
      break;
    case 'match': {
      const targets = item.kind === 'match' ? item.targets : [];
      item.options.forEach((row) =>
        writer.put(targets.indexOf(response.pairs[row] ?? '') + 1, widthOf(targets.length + 1)),
      );
    }
  }
}

function readResponse(reader: BitReader, item: Item): Response {
  switch (item.kind) {
    case 'numeric': {
      let typed = '';
      for (let digit = reader.take(4); digit !== 15; digit = reader.take(4)) {
        typed += DIGITS[digit] ?? '';
        if (typed.length > LONGEST_NUMBER) throw new DamagedBits('A number has no end.');
      }
      return { kind: 'numeric', typed };
    }
    case 'order': {
      const width = widthOf(item.options.length);
      return { kind: 'order', steps: item.options.map(() => at(item.options, reader.take(width))) };
    }
    case 'match': {
      const width = widthOf(item.targets.length + 1);
      const pairs: Record<string, string> = {};
      for (const row of item.options) {
        const target = reader.take(width);
        if (target > 0) pairs[row] = at(item.targets, target - 1);
      }
      return { kind: 'match', pairs };
    }
    default:
      return { kind: 'pick', picked: item.options.filter(() => reader.flag()) };
  }
}

/** A stored case, if it is one. Only its shape is looked at; the page itself asks whether it still fits the case. */
export function memoryOf(value: unknown): ScenarioMemory | undefined {
  const memory = value as Partial<ScenarioMemory> | null | undefined;
  const whole =
    memory?.version === 1 &&
    Array.isArray(memory.trail) &&
    typeof memory.reasons === 'object' &&
    PLACES.some((each) => each === memory.place) &&
    ROLES.some((each) => each === memory.role);
  return whole ? (memory as ScenarioMemory) : undefined;
}

/** Writes a case in the middle. The reasons are prose and stand elsewhere. Returns false for another case. */
export function writeCase(writer: BitWriter, memory: ScenarioMemory, model: CaseModel): boolean {
  const trail = memory.trail.map(({ node, option }) => {
    const number = model.nodes.findIndex((each) => each.id === node);
    return { number, option: model.nodes[number]?.options.indexOf(option) ?? -1 };
  });
  if (trail.some(({ number, option }) => number < 0 || option < 0)) return false;
  writer.put(ROLES.indexOf(memory.role), 2);
  writer.count(memory.run);
  writer.put(PLACES.indexOf(memory.place), 3);
  writer.count(trail.length);
  for (const { number, option } of trail) {
    writer.put(number, widthOf(model.nodes.length));
    writer.put(option, optionWidth(model));
  }
  return true;
}

/** Reads what `writeCase` wrote. */
export function readCase(
  reader: BitReader,
  model: CaseModel,
  reasons: ScenarioMemory['reasons'],
): ScenarioMemory {
  const role = at(ROLES, reader.take(2));
  const run = reader.count();
  const place = at(PLACES, reader.take(3));
  const length = reader.count();
  if (length > reader.left) throw new DamagedBits('A case ends too early.');
  const trail = Array.from({ length }, () => {
    const node = at(model.nodes, reader.take(widthOf(model.nodes.length)));
    return { node: node.id, option: at(node.options, reader.take(optionWidth(model))) };
  });
  return { version: 1, role, run, place, trail, reasons };
}

function optionWidth(model: CaseModel): number {
  return widthOf(Math.max(...model.nodes.map(({ options }) => options.length)));
}

/** @throws DamagedBits when the list has no such entry */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new DamagedBits('A number leads nowhere.');
  return found;
}
