import { readFileSync } from 'node:fs';
import { verifyPage, withLists } from '../verify.ts';
import { bytesOf, type Files } from '../zip.ts';
import { nameOf } from './address.ts';
import { standsIn } from './around.ts';
import { makeParts, type PackOptions, type Parts } from './pack.ts';
import { documentOf, helpBody, NOSCRIPT_STYLE, policy, withoutScript } from './shell.ts';
import { sourceLists } from './sources.ts';
import { staticPage } from './static.ts';

/**
 * The packed app as a folder of files: one document, one classic script, one stylesheet, islands and search data as
 * further scripts that it loads, and a file for each page that is also read without script. Opens from a stick by a
 * double click and from any server. In an LMS, where nothing is read without the app, the pages are scripts too.
 */
export async function packFolder(options: PackOptions): Promise<Files> {
  const { host } = options;
  const parts = await makeParts(
    options,
    (path) =>
      // In the frame of an LMS there is nothing to go to: leaving blanks the frame.
      host ? besideInLms(path) : besideIndex(path),
    host ? 'pieces' : 'files',
  );
  options.progress('writing the files');
  const files = new Map<string, Uint8Array>();
  const put = (name: string, text: string): void => void files.set(name, bytesOf(text));
  put('app.js', parts.script);
  if (parts.islands !== undefined) put('islands.js', parts.islands);
  put('app.css', parts.style);
  put('noscript.css', NOSCRIPT_STYLE);
  for (const [name, piece] of parts.pieces) {
    put(`${name}.js`, `custodia(${JSON.stringify(name)},${JSON.stringify(piece)})\n`);
  }
  put('index.html', indexPage(options));
  put('verify.html', verifyPage(options.langs, options.name, 'zip', 'index.html'));
  if (!host) {
    files.set('leave.html', readFileSync(`${options.site}/leave.html`));
    putPages(parts, files);
  }
  for (const name of new Set(parts.pages.flatMap(({ html }) => labFilesIn(html)))) {
    files.set(name, readFileSync(`${options.site}/${name}`));
  }
  for (const [name, bytes] of host?.add([...files.keys()].sort()) ?? []) files.set(name, bytes);
  return withLists(files, options.about);
}

/** Where the files of the site stand in the folder, seen from `index.html`. */
export function besideIndex(path: string): string {
  if (path === 'leave.html' || path === 'verify.html') return path;
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

function indexPage({ langs, host, reaches }: PackOptions): string {
  // Without `crossorigin` and not a module: both are refused from a file.
  const app = '<script src="app.js"></script>';
  return documentOf(
    {
      lang: langs.length === 1 ? (langs[0] ?? 'en') : 'en',
      title: 'Custodia',
      policy: policy("'self'", "'self'", reaches, !host),
      // A small script stands before the stylesheet, which it need not wait for.
      more: `${host ? '' : app}<link rel="stylesheet" href="app.css"><noscript><link rel="stylesheet" href="noscript.css"></noscript>`,
    },
    `${withoutScript(langs, !host)}${helpBody(langs)}${host ? app : ''}`,
  );
}

/** The file of each page, and the script by which it hands itself over to the app. */
function putPages({ pages, has }: Parts, files: Map<string, Uint8Array>): void {
  files.set('page.js', readFileSync(new URL('./page.js', import.meta.url)));
  const homes = new Map(
    pages
      .filter(({ route }) => /^[^/]+\/$/.test(route))
      .map((page) => [page.root['data-locale'], page]),
  );
  const lists = sourceLists(pages);
  for (const page of pages) {
    const home = homes.get(page.root['data-locale']);
    const same = home !== undefined && standsIn(page, home);
    const around = home === page ? 'whole' : same ? 'short' : 'own';
    files.set(
      `static/${nameOf(page.route)}.html`,
      bytesOf(
        staticPage(page, has, besideIndex, around, lists.get(page.root['data-locale'] ?? '')),
      ),
    );
  }
}
