import { foldMachineText, readMoment } from './machine-text.ts';
import { isNear, readNumber } from './question.ts';

/**
 * One thing that a sheet asks for, without its words. `id` is unique on the sheet: the field's key, or
 * `row.field` where rows of cards are judged.
 */
export type Slot =
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly options: readonly string[];
      readonly correct: string;
      /** Choices that careful people also make. */
      readonly defensible: readonly string[];
    }
  | {
      readonly kind: 'several';
      readonly id: string;
      readonly options: readonly string[];
      readonly correct: readonly string[];
      /** Options that may be chosen or left. */
      readonly defensible: readonly string[];
    }
  | {
      readonly kind: 'order';
      readonly id: string;
      /** The order first shown. */
      readonly options: readonly string[];
      readonly correct: readonly string[];
    }
  | {
      readonly kind: 'number';
      readonly id: string;
      readonly accepts: readonly number[];
      readonly tolerance: number;
      readonly traps: readonly { readonly id: string; readonly value: number }[];
    }
  | {
      readonly kind: 'text';
      readonly id: string;
      /** `utc`: a moment, compared as a moment; `plain`: machine text, compared without case and odd marks. */
      readonly as: 'plain' | 'utc';
      readonly accepts: readonly string[];
      readonly traps: readonly { readonly id: string; readonly accepts: readonly string[] }[];
    };

/** What a learner has put in: an option or typed text, or several options in the order chosen or moved. */
export type Answer = string | readonly string[];

/** What checking says about one slot. */
export type Verdict = 'right' | 'defensible' | 'wrong';

/** Why a slot cannot be checked yet. */
export type SlotUnready = 'empty' | 'not-a-number' | 'not-a-moment';

/** True when the answer belongs to the slot: its own shape and its own options, each at most once. */
export function fitsSlot(slot: Slot, answer: Answer): boolean {
  switch (slot.kind) {
    case 'choice':
      return typeof answer === 'string' && slot.options.includes(answer);
    case 'several':
    case 'order':
      return (
        typeof answer !== 'string' &&
        new Set(answer).size === answer.length &&
        answer.every((key) => slot.options.includes(key)) &&
        (slot.kind === 'several' || answer.length === slot.options.length)
      );
    default:
      return typeof answer === 'string' && answer.length <= 120;
  }
}

/** The numbers that a typed text may mean; a unit after the number is left out. */
function numbersIn(typed: string): number[] {
  return readNumber(foldMachineText(typed).replace(/(\d)\s*\p{L}[\p{L} .%]*$/u, '$1'));
}

/** What is missing before the slot can be checked; undefined when nothing is. */
export function slotUnready(slot: Slot, answer: Answer | undefined): SlotUnready | undefined {
  if (answer === undefined || answer.length === 0) return 'empty';
  if (typeof answer !== 'string') return undefined;
  if (foldMachineText(answer) === '') return 'empty';
  if (slot.kind === 'number' && numbersIn(answer).length === 0) return 'not-a-number';
  if (slot.kind === 'text' && slot.as === 'utc' && readMoment(answer) === undefined)
    return 'not-a-moment';
  return undefined;
}

const isSameText = (as: 'plain' | 'utc', typed: string, accepted: string): boolean =>
  as === 'utc'
    ? readMoment(typed) === readMoment(accepted)
    : foldMachineText(typed) === foldMachineText(accepted);

/** Judges an answer for which `slotUnready` has nothing to say. */
export function judgeSlot(slot: Slot, answer: Answer): Verdict {
  switch (slot.kind) {
    case 'choice':
      if (answer === slot.correct) return 'right';
      return slot.defensible.includes(String(answer)) ? 'defensible' : 'wrong';
    case 'several': {
      const differing = slot.options.filter(
        (key) => answer.includes(key) !== slot.correct.includes(key),
      );
      if (differing.length === 0) return 'right';
      return differing.every((key) => slot.defensible.includes(key)) ? 'defensible' : 'wrong';
    }
    case 'order':
      return slot.correct.every((key, index) => answer[index] === key) ? 'right' : 'wrong';
    case 'number': {
      const given = numbersIn(String(answer));
      return slot.accepts.some((value) => given.some((each) => isNear(each, value, slot.tolerance)))
        ? 'right'
        : 'wrong';
    }
    case 'text':
      return slot.accepts.some((accepted) => isSameText(slot.as, String(answer), accepted))
        ? 'right'
        : 'wrong';
  }
}

/** The trap that a wrong typed answer fell into, if it is a known one. */
export function trapOf(slot: Slot, answer: Answer): string | undefined {
  if (slot.kind === 'number') {
    const given = numbersIn(String(answer));
    return slot.traps.find(({ value }) => given.some((each) => isNear(each, value, 0)))?.id;
  }
  if (slot.kind !== 'text') return undefined;
  return slot.traps.find(({ accepts }) =>
    accepts.some((accepted) => isSameText(slot.as, String(answer), accepted)),
  )?.id;
}

/** The answer of the key, as it would be put in. */
export function keyOf(slot: Slot): Answer {
  return slot.kind === 'number' || slot.kind === 'text'
    ? String(slot.accepts[0] ?? '')
    : slot.correct;
}
