import {
  decodeResponse,
  encodeResponse,
  type Item,
  type Response,
} from '../../../domain/question.ts';

/** One answer as SCORM writes it. */
export interface Interaction {
  readonly type: 'choice' | 'sequencing' | 'matching' | 'numeric';
  readonly response: string;
  readonly correct: string;
}

/** The single characters that SCORM 1.2 allows for an option: 36 of them, and no question has more than 10. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Longest response of SCORM 1.2, in characters. */
const LONGEST = 255;

const letter = (list: readonly string[], key: string): string => LETTERS[list.indexOf(key)] ?? '';

/** An answer in the words of SCORM 1.2: options as single characters, `a,c`, `a.b,c.d`, a number. */
export function interaction12(item: Item, response: string): Interaction | undefined {
  const given = decodeResponse(item, response);
  if (!given) return undefined;
  switch (item.kind) {
    case 'numeric':
      return {
        type: 'numeric',
        // A `CMIDecimal`; what was typed can have more figures than the standard has room for.
        response: decimal(encodeResponse(item, given)),
        correct: decimal(String(item.correct)),
      };
    case 'match': {
      const pairs = (map: Readonly<Record<string, string>>): string =>
        item.options
          .filter((row) => map[row] !== undefined)
          .map((row) => `${letter(item.options, row)}.${letter(item.targets, map[row] ?? '')}`)
          .join(',')
          .slice(0, LONGEST);
      return {
        type: 'matching',
        response: pairs(given.kind === 'match' ? given.pairs : {}),
        correct: pairs(item.correct),
      };
    }
    default: {
      const letters = (keys: readonly string[]): string =>
        keys
          .map((key) => letter(item.options, key))
          .join(',')
          .slice(0, LONGEST);
      return {
        type: item.kind === 'order' ? 'sequencing' : 'choice',
        response: letters(listOf(given)),
        correct: letters(item.correct),
      };
    }
  }
}

/** An answer in the words of SCORM 2004: our own keys, which are short identifiers, with its separators. */
export function interaction2004(item: Item, response: string): Interaction | undefined {
  const given = decodeResponse(item, response);
  if (!given) return undefined;
  switch (item.kind) {
    case 'numeric':
      return {
        type: 'numeric',
        response: encodeResponse(item, given),
        correct: `${item.correct - item.tolerance}[:]${item.correct + item.tolerance}`,
      };
    case 'match':
      return {
        type: 'matching',
        response: encodeResponse(item, given),
        correct: encodeResponse(item, { kind: 'match', pairs: item.correct }),
      };
    default:
      return {
        type: item.kind === 'order' ? 'sequencing' : 'choice',
        response: encodeResponse(item, given),
        correct: item.correct.join('[,]'),
      };
  }
}

function listOf(response: Response): readonly string[] {
  return response.kind === 'pick'
    ? response.picked
    : response.kind === 'order'
      ? response.steps
      : [];
}

function decimal(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? String(Math.round(number * 100) / 100).slice(0, LONGEST) : '0';
}
