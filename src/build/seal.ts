import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
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
 * The SVG path of the large dots, which stand for ones; a small dot, for zero, stands in every place of the grid. 16
 * columns, 4 rows, most significant bit first, on a grid of pitch 1 whose first dot stands at 0 0: the drawing begins
 * half a unit before it. Steps along a row are relative, which compresses best: the seal is on every page.
 */
export function sealPath(hash: string): string {
  let path = '';
  for (let row = 0; row < 4; row += 1) {
    const bits = Number.parseInt(hash.slice(row * 4, row * 4 + 4), 16);
    let last: number | undefined;
    for (let column = 0; column < 16; column += 1) {
      if ((bits & (0x8000 >> column)) === 0) continue;
      path += last === undefined ? `M${column} ${row}h0` : `m${column - last} 0h0`;
      last = column;
    }
  }
  return path;
}

/** What `Seal.astro` writes, and what this build step replaces once the page's words are known. */
export const SEAL_MARKS = {
  dots: 'custodia-seal-dots',
  digits: '0000 0000 0000 0000',
} as const;

/**
 * After the build: computes the seal of every page from its finished words, draws it in the places that
 * `Seal.astro` left, and writes the hashed words as `index.txt` beside the page.
 */
export function seals(): AstroIntegration {
  return {
    name: 'custodia:seals',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) {
          const html = await readFile(root + file, 'utf8');
          const seal = sealOf(html);
          if (!seal) continue;
          await writeFile(
            root + file,
            html
              .replaceAll(SEAL_MARKS.dots, sealPath(seal.hash))
              .replaceAll(SEAL_MARKS.digits, seal.digits),
          );
          await writeFile(root + file.replace(/\.html$/, '.txt'), seal.words);
        }
      },
    },
  };
}

/** Draws the seal of a page anew whose words an edition has changed, so that the seal is again that of what is read. */
export function sealAnew(built: string, changed: string): string {
  const [old, now] = [sealOf(built), sealOf(changed)];
  if (!old || !now || old.hash === now.hash) return changed;
  return changed
    .replaceAll(sealPath(old.hash), sealPath(now.hash))
    .replaceAll(old.digits, now.digits);
}
