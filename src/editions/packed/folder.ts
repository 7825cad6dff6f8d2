import { readFileSync } from 'node:fs';
import { translator } from '../../i18n/t.ts';
import { LOCALE_FACTS } from '../../i18n/locales.ts';
import { bytesOf, sha256, sums, type Files } from '../zip.ts';
import { nameOf } from './address.ts';
import { makeParts, type PackOptions, type Parts } from './pack.ts';
import {
  documentOf,
  escapeHtml,
  helpBody,
  policy,
  policyWithoutScript,
  verifyPage,
  withoutScript,
} from './shell.ts';
import { staticPage } from './static.ts';

/**
 * The packed app as a folder of files: one document, one classic script, one stylesheet, and the pages and
 * search data as scripts beside them. Opens from a stick by a double click and from any server.
 */
export async function packFolder(options: PackOptions): Promise<Files> {
  const { host } = options;
  const parts = await makeParts(options, (path) =>
    // In the frame of an LMS there is nothing to go to: leaving blanks the frame.
    host ? besideInLms(path) : besideIndex(path),
  );
  options.progress('writing the pages without script');
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string): void => void files.set(name, bytesOf(text));
  put('app.js', parts.script);
  put('app.css', parts.style);
  for (const [name, piece] of parts.pieces) {
    put(`${name}.js`, `custodia(${JSON.stringify(name)},${JSON.stringify(piece)})\n`);
  }
  put('index.html', indexPage(options));
  put('verify.html', verifyPage(options.langs, options.name));
  if (!host) {
    files.set('leave.html', readFileSync(`${options.site}/leave.html`));
    putStatic(options, parts, files);
  }
  for (const page of parts.pages) {
    if (!page.html.includes('href="index.txt"')) continue;
    files.set(sealedName(page.route), readFileSync(`${options.site}/${page.route}index.txt`));
  }
  for (const name of new Set(parts.pages.flatMap(({ html }) => labFilesIn(html)))) {
    files.set(name, readFileSync(`${options.site}/${name}`));
  }
  for (const [name, bytes] of host?.add([...files.keys()].sort()) ?? []) files.set(name, bytes);
  const listed = Object.fromEntries(
    [...files.keys()].sort().map((name) => [name, sha256(files.get(name) ?? new Uint8Array())]),
  );
  put('manifest.json', `${JSON.stringify({ ...options.about, files: listed }, null, 2)}\n`);
  put('SHA256SUMS', sums(files));
  return files;
}

/** Where the files of the site stand in the folder, seen from `index.html`. */
export function besideIndex(path: string): string {
  if (path === 'leave.html' || path === 'verify.html') return path;
  const sealed = /^(.*\/)index\.txt$/.exec(path)?.[1];
  if (sealed !== undefined) return sealedName(sealed);
  // The files of labs stand in the folder as on the site.
  if (path.startsWith('files/')) return path;
  throw new Error(`A page links to ${path}, which the packed app does not carry.`);
}

/** Files of labs that a page offers for download: `files/<course>/<lab>/<file>`. */
export function labFilesIn(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="\/(files\/[\w./-]+)"/g)].map(([, name = '']) => name);
}

/** The page on verifying a copy is for those who install it; in the frame of an LMS nothing leads to it. */
function besideInLms(path: string): string | undefined {
  if (path === 'leave.html') return 'about:blank';
  return path === 'verify.html' ? undefined : besideIndex(path);
}

function sealedName(route: string): string {
  return `files/${nameOf(route)}.txt`;
}

function indexPage({ langs, host, reaches }: PackOptions): string {
  return documentOf(
    {
      lang: langs.length === 1 ? (langs[0] ?? 'en') : 'en',
      title: 'Custodia',
      policy: policy("'self'", "'self'", reaches),
      more: '<link rel="stylesheet" href="app.css">',
    },
    // Without `crossorigin` and not a module: both are refused from a file.
    `${host ? '' : withoutScript(langs)}${helpBody(langs)}<script src="app.js"></script>`,
  );
}

/** The pages that are read without script, each a file of its own. The choice of language needs no copy: `<noscript>` has it. */
function putStatic(
  { langs }: PackOptions,
  { pages, has }: Parts,
  files: Map<string, Uint8Array>,
): void {
  for (const page of pages) {
    if (page.route === '') continue;
    files.set(
      `static/${nameOf(page.route)}.html`,
      bytesOf(staticPage(page, (route) => route !== '' && has(route), besideIndex)),
    );
  }
  const items = langs.map(
    (lang) =>
      `<li lang="${LOCALE_FACTS[lang].tag}"><a href="${nameOf(`${lang}/`)}.html">${LOCALE_FACTS[lang].name}</a> ${escapeHtml(translator(lang)('edition.noscript'))}</li>`,
  );
  const list = `<main><article><h1>Custodia</h1><ul>${items.join('')}</ul></article></main>`;
  files.set(
    'static/index.html',
    bytesOf(
      documentOf(
        {
          lang: 'en',
          title: 'Custodia',
          policy: policyWithoutScript(),
          more: '<link rel="stylesheet" href="../app.css">',
        },
        list,
      ),
    ),
  );
}
