import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import { SEALED, sealedWords } from '../domain/sealed-words.ts';

/** The seal of a page: its words, their SHA-256 and the part of it that is drawn. */
export interface Seal {
  /** The normalised words that were hashed. */
  readonly words: string;
  /** SHA-256 of the words in UTF-8, 64 lower-case hex digits. */
  readonly hash: string;
  /** The first 16 hex digits in groups of four, as printed beside the dots. */
  readonly digits: string;
}

/**
 * The one rule of the seal: the words of `src/domain/sealed-words.ts` in UTF-8; SHA-256.
 * Gives `undefined` for a page without such an article.
 */
export function sealOf(html: string): Seal | undefined {
  // Without being told, the parser takes tags inside `<pre>` for words.
  const asBrowsersDo = { comment: false, blockTextElements: { script: true, style: true } };
  const article = parse(html, asBrowsersDo).querySelector(SEALED);
  if (!article) return undefined;
  const words = sealedWords(article);
  const hash = createHash('sha256').update(words, 'utf8').digest('hex');
  return { words, hash, digits: (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ') };
}

/**
 * Two SVG paths for the 64 dots: large dots for ones, small dots for zeros; 16 columns, 4 rows, most
 * significant bit first, on a grid of pitch 1 whose first dot stands at 0 0: the drawing begins half a unit before it.
 */
export function sealPaths(hash: string): { large: string; small: string } {
  const bits = Array.from({ length: 64 }, (_, index) => {
    const digit = Number.parseInt(hash.charAt(Math.floor(index / 4)), 16);
    return (digit & (8 >> (index % 4))) !== 0;
  });
  const path = (wanted: boolean): string =>
    bits
      .map((bit, index) => (bit === wanted ? `M${index % 16} ${Math.floor(index / 16)}h0` : ''))
      .join('');
  return { large: path(true), small: path(false) };
}
