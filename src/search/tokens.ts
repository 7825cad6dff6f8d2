import { fold } from './fold.ts';

/** A searchable piece of a text, with the place it was found at (offsets in UTF-16 units of the text). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A function that shortens one folded word to the form it is indexed under. */
export type Stem = (word: string) => string;

const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu;

/**
 * Cuts a text into terms, the same way for the index and for a query. Words are folded and stemmed; runs
 * of Chinese characters become overlapping pairs, so that a phrase is found without a dictionary; a run
 * of a single character stays one.
 */
export function tokenize(text: string, stem: Stem): Token[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const start = match.index;
    const word = match[0];
    return HAN.test(word) ? pairs(word, start, stem) : parts(word, start, stem);
  });
}

/** A word and, when it is joined by hyphens or dots, its parts as well: `SHA-256` is found as `sha` too. */
function parts(word: string, start: number, stem: Stem): Token[] {
  const whole = { term: stem(fold(word)), start, end: start + word.length };
  if (!/[-.]/.test(word)) return [whole];
  let at = start;
  const pieces = word.split(/[-.]/).map((piece) => {
    const token = { term: stem(fold(piece)), start: at, end: at + piece.length };
    at += piece.length + 1;
    return token;
  });
  return [whole, ...pieces];
}

/** Overlapping pairs of the Chinese runs of a word; other characters in it form words of their own. */
function pairs(word: string, start: number, stem: Stem): Token[] {
  return [...word.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)].flatMap((run) => {
    const at = start + run.index;
    if (!HAN.test(run[0])) return parts(run[0], at, stem);
    const characters = Array.from(run[0]);
    if (characters.length === 1) return [{ term: run[0], start: at, end: at + run[0].length }];
    let offset = at;
    return characters.slice(0, -1).map((character, index) => {
      const next = characters[index + 1] ?? '';
      const token = {
        term: character + next,
        start: offset,
        end: offset + character.length + next.length,
      };
      offset += character.length;
      return token;
    });
  });
}
