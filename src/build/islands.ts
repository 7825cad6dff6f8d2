import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const RUNTIME =
  /<style>astro-island[^<]*<\/style>|<script>(?:(?!<\/script>)[^])*?(?:self\.Astro|"astro-island")(?:(?!<\/script>)[^])*?<\/script>|<!--astro:end-->/g;
const INLINE = /<(script|style)>([^]*?)<\/\1>/g;

/**
 * A built page without what Astro writes into every page with an island: its runtime (`src/scripts/islands.ts`, in the
 * script that all pages share, does that work), the style of it, hashes of scripts that the page does not have, and the
 * tagged form of properties. Throws when a page uses something of Astro's islands that `islands.ts` does not do.
 */
export function leanPage(html: string): string {
  const lean = html.replace(RUNTIME, '').replace(/<astro-island ([^>]*)>/g, (_, text: string) => {
    const attributes = new Map(
      [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
        name,
        unescaped(value),
      ]),
    );
    return leanTag(attributes);
  });
  if (/<astro-slot|data-astro-template/.test(lean)) {
    throw new Error('An island is given a slot: teach src/scripts/islands.ts to pass it on.');
  }
  const used = new Set(
    [...lean.matchAll(INLINE)].map(
      ([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    ),
  );
  return lean.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (meta) =>
    meta.replace(/ 'sha256-[^']*'/g, (hash) => (used.has(hash.slice(1)) ? hash : '')),
  );
}

function leanTag(attributes: ReadonlyMap<string, string>): string {
  const of = (name: string): string => attributes.get(name) ?? '';
  const client = of('client');
  if (!['load', 'only', 'visible'].includes(client) || of('component-export') !== 'default') {
    throw new Error(
      `An island starts with client:${client} and the export ${of('component-export')}: teach src/scripts/islands.ts to do that.`,
    );
  }
  const { value } = JSON.parse(of('opts')) as { value: { rootMargin?: string } | string | boolean };
  const margin = typeof value === 'object' ? value.rootMargin : undefined;
  const properties = Object.entries(JSON.parse(of('props')) as Record<string, Tagged>).map(
    ([name, tagged]) => [name, untagged(tagged)],
  );
  const json = JSON.stringify(Object.fromEntries(properties))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll("'", '&#39;');
  return `<astro-island component-url="${of('component-url')}" renderer-url="${of('renderer-url')}" ssr client="${client}"${margin ? ` margin="${margin}"` : ''} props='${json}'>`;
}

/** A value as Astro writes it: its kind, then itself. Kinds: 0 plain or object, 1 list; the others we do not use. */
type Tagged = readonly [0, unknown] | readonly [1, readonly Tagged[]] | readonly [number];

function untagged([kind, value]: Tagged): unknown {
  if (kind === 1) return (value as readonly Tagged[]).map(untagged);
  if (kind !== 0)
    throw new Error(`An island is given a value that is not plain data (kind ${kind}).`);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, Tagged>).map(([name, tagged]) => [
      name,
      untagged(tagged),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

function unescaped(text: string): string {
  return text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** After the build: makes every page lean. It runs before the seals, and takes away no word. */
export function leanIslands(): AstroIntegration {
  return {
    name: 'custodia:islands',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: root })) {
          const html = await readFile(root + file, 'utf8');
          await writeFile(root + file, leanPage(html));
        }
      },
    },
  };
}
