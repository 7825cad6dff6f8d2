import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { courses } from '../../content/catalogue.ts';
import type { Locale } from '../../i18n/locales.ts';
import { makeParts, type PackOptions } from './pack.ts';
import { documentOf, helpBody, policy, withoutScript } from './shell.ts';

/**
 * The packed app as one self-contained document, for devices whose file manager opens a file without its
 * neighbours: script and style inline and named in the policy by their hashes, pages and search data as data. Where
 * it holds one course it opens with that.
 */
export async function packSingle(options: PackOptions, lang: Locale): Promise<string> {
  const [course, ...others] = courses().filter(({ id }) => !options.without.includes(id));
  const start = course && others.length === 0 ? `${lang}/${course.id}/` : undefined;
  const parts = await makeParts(
    { start, ...options },
    (path) => insideDocument(options.site, path),
    'pieces',
  );
  options.progress('writing one document');
  const script = parts.script.replaceAll('</script', '<\\/script').trim();
  // A mail or a phone parts it from what lies beside it: what it was made from stands inside.
  const about = `<script type="application/json" data-manifest>${inert(options.about)}</script>`;
  const pieces = [...parts.pieces].map(
    ([name, piece]) =>
      `<script type="application/json" data-piece="${name}">${inert(piece)}</script>`,
  );
  return documentOf(
    {
      lang,
      title: 'Custodia',
      policy: policy(hashSource(script), hashSource(parts.style), options.reaches),
      more: `<style>${parts.style}</style>${about}${pieces.join('\n')}`,
    },
    `${withoutScript([lang], false)}${helpBody([lang], ' hidden')}<script>${script}</script>`,
  );
}

/** A value for the policy that allows exactly this inline text. */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** JSON that neither ends the element it stands in nor opens a comment in it. */
function inert(value: unknown): string {
  return JSON.stringify(value).replaceAll('</', '<\\/').replaceAll('<!--', '\\u003c!--');
}

/** Files that the folder has beside it: leaving goes to an empty page, the files of labs are carried in the link. */
function insideDocument(site: string, path: string): string | undefined {
  if (path === 'leave.html') return 'about:blank';
  if (!path.startsWith('files/')) return undefined;
  return `data:application/octet-stream;base64,${readFileSync(`${site}/${path}`).toString('base64')}`;
}
