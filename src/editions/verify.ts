import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LOCALE_FACTS, type Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/t.ts';
import { documentOf, escapeHtml } from './packed/shell.ts';
import { bytesOf, sha256, sums, type Files } from './zip.ts';

/** What a package is to those who verify it: a zip file whose files can be checked one by one, or one file. */
export type Kind = 'zip' | 'file';

/** The commands that compute the value of a file: Windows, macOS, Linux. */
function valueOf(name: string): string[] {
  return [`certutil -hashfile ${name} SHA256`, `shasum -a 256 ${name}`, `sha256sum ${name}`];
}

/** How to verify a package, in one language, as HTML: what its value is for and the steps, with the commands. */
export function verifySteps(lang: Locale, name: string, kind: Kind): string {
  const t = translator(lang);
  const step = (words: string, commands: readonly string[] = []): string =>
    `<li><p>${escapeHtml(words)}</p>${commands.map((line) => `<pre dir="ltr"><code>${escapeHtml(line)}</code></pre>`).join('')}</li>`;
  return [
    `<p>${escapeHtml(t(kind === 'zip' ? 'edition.verify.lead' : 'edition.verify.lead.file'))}</p><ol>`,
    step(t(kind === 'zip' ? 'edition.verify.zip' : 'edition.verify.file'), valueOf(name)),
    step(t('edition.verify.compare')),
    kind === 'zip'
      ? step(t('edition.verify.files'), ['sha256sum -c SHA256SUMS', 'shasum -a 256 -c SHA256SUMS'])
      : '',
    step(t('edition.verify.differs')),
    '</ol>',
  ].join('');
}

/**
 * The page on how to verify a package, in every language it holds. It names no file beside it, because it also lies
 * beside packages that are one file.
 *
 * @param home the first page, where one lies beside it
 */
export function verifyPage(
  langs: readonly Locale[],
  name: string,
  kind: Kind = 'zip',
  home?: string,
): string {
  const [first = 'en'] = langs;
  const parts = langs.map((lang) => {
    const { tag, dir } = LOCALE_FACTS[lang];
    const title = escapeHtml(translator(lang)('edition.verify.title'));
    return `<section lang="${tag}" dir="${dir}"><h2>${title}</h2>${verifySteps(lang, name, kind)}</section>`;
  });
  const style = readFileSync(new URL('./verify.css', import.meta.url), 'utf8').trim();
  const allowed = createHash('sha256').update(style).digest('base64');
  return documentOf(
    {
      lang: first,
      title: `${translator(first)('edition.verify.title')} · Custodia`,
      policy: `default-src 'none'; style-src 'sha256-${allowed}'; img-src data:; base-uri 'none'; form-action 'none'`,
      more: `<style>${style}</style>`,
    },
    `<main><h1>Custodia</h1>${parts.join('')}${home === undefined ? '' : `<p><a href="${home}">Custodia</a></p>`}</main>`,
  );
}

/** A package with its two lists: `SHA256SUMS`, which `sha256sum -c` takes as it is, and the manifest, which names it. */
export function withLists(files: Files, about: Readonly<Record<string, unknown>>): Files {
  const list = bytesOf(sums(files));
  const manifest = { ...about, files: { SHA256SUMS: sha256(list) } };
  return new Map([
    ...files,
    ['SHA256SUMS', list],
    ['manifest.json', bytesOf(`${JSON.stringify(manifest, null, 2)}\n`)],
  ]);
}

/** What lies beside a package that is one file: its manifest, and the page on how to verify it. */
export function besideFile(
  name: string,
  bytes: Uint8Array,
  langs: readonly Locale[],
  about: Readonly<Record<string, unknown>>,
): Files {
  const stem = name.replace(/\.\w+$/, '');
  const manifest = { ...about, files: { [name]: sha256(bytes) } };
  return new Map([
    [`${stem}.manifest.json`, bytesOf(`${JSON.stringify(manifest, null, 2)}\n`)],
    [`${stem}.verify.html`, bytesOf(verifyPage(langs, name, 'file'))],
  ]);
}
