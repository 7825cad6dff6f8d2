import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sealOf, sealPath } from './seal.ts';

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
