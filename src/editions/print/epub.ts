import { zipSync, type Zippable } from 'fflate';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { LOCALE_FACTS } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { escapeHtml } from '../packed/shell.ts';
import { verifySteps } from '../verify.ts';
import { bytesOf, sha256, type Files } from '../zip.ts';
import { frontWords, type Book } from './book.ts';
import { bookStyle } from './style.ts';
import { xhtmlOf } from './xml.ts';

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Where a place of a chapter is found inside an EPUB. */
export function epubAddress(chapter: string, place: string): string {
  return `${chapter}.xhtml${place === '' ? '' : `#${encodeURIComponent(place)}`}`;
}

/** What an EPUB says of itself besides its words. */
export interface EpubOptions {
  /** Name of the file, `a2-epub-en.epub`: the page on how to verify it prints commands with it. */
  readonly name: string;
  /** Date of the commit, `2026-11-23`. */
  readonly day: string;
  /** What its manifest of hashes says besides the files. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** The files of an EPUB 3. */
export function epubFiles(book: Book, { name, day, about }: EpubOptions): Files {
  const { lang, title, chapters } = book;
  const facts = LOCALE_FACTS[lang];
  const t = translator(lang);
  const files = new Map<string, Uint8Array>();
  const put = (path: string, text: string): void => void files.set(path, bytesOf(text));
  put('mimetype', 'application/epub+zip');
  put(
    'META-INF/container.xml',
    XML +
      toXml(
        x(
          'container',
          { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
          [
            x('rootfiles', [
              x('rootfile', {
                'full-path': 'EPUB/package.opf',
                'media-type': 'application/oebps-package+xml',
              }),
            ]),
          ],
        ),
        { closeEmptyElements: true },
      ),
  );
  const words = frontWords(book);
  put(
    'EPUB/front.xhtml',
    page(
      title,
      facts,
      `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(words.lead)}</p><p>Custodia · ${escapeHtml(words.kind)} · <bdi>${day}</bdi></p><p>${escapeHtml(words.who)}</p><p>${escapeHtml(words.licence)}</p>`,
    ),
  );
  for (const chapter of chapters) {
    put(
      `EPUB/${chapter.id}.xhtml`,
      page(chapter.title, { tag: chapter.lang, dir: chapter.dir }, chapter.head + chapter.html),
    );
  }
  put('EPUB/book.css', bookStyle('epub.css'));
  put('EPUB/nav.xhtml', navigation(book, t('edition.book.contents')));
  put(
    'EPUB/verify.xhtml',
    page(
      t('edition.verify.title'),
      facts,
      `<h1>${escapeHtml(t('edition.verify.title'))}</h1>${verifySteps(lang, name, 'file')}`,
    ),
  );
  put('EPUB/package.opf', packageOf(book, day, files));
  const listed = Object.fromEntries(
    [...files]
      .map(([path, body]) => [path, sha256(body)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  put('META-INF/manifest.json', `${JSON.stringify({ ...about, files: listed }, null, 2)}\n`);
  return files;
}

function page(
  title: string,
  { tag, dir }: { readonly tag: string; readonly dir: string },
  body: string,
): string {
  return xhtmlOf(
    `<!doctype html><html lang="${tag}" dir="${dir}"><head><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="book.css"></head><body>${body}</body></html>`,
  );
}

function navigation({ chapters, lang, title }: Book, words: string): string {
  const { tag, dir } = LOCALE_FACTS[lang];
  const items = chapters.map((chapter) =>
    x('li', [x('a', { href: epubAddress(chapter.id, '') }, chapter.title)]),
  );
  const tree = x(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: tag,
      'xml:lang': tag,
      dir,
    },
    [
      x('head', [
        x('title', title),
        x('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
      ]),
      x('body', [x('nav', { 'epub:type': 'toc' }, [x('h1', words), x('ol', items)])]),
    ],
  );
  return `${XML}<!DOCTYPE html>\n${toXml(tree, { closeEmptyElements: true })}\n`;
}

function packageOf(book: Book, day: string, files: Files): string {
  const { course, lang, audience, jurisdiction, title, chapters } = book;
  // A reader keeps one book for each identifier, and shows its title on the shelf.
  const edition = [
    ...(audience === 'trainer' ? ['trainer'] : []),
    ...(jurisdiction === undefined ? [] : [`law-${jurisdiction}`]),
    lang,
  ].join('/');
  const shown = audience === 'trainer' ? `${title} · ${frontWords(book).kind}` : title;
  const { tag, dir } = LOCALE_FACTS[lang];
  const names = ['front', 'nav', ...chapters.map(({ id }) => id), 'verify'];
  const hasDrawing = (name: string): boolean =>
    new TextDecoder().decode(files.get(`EPUB/${name}.xhtml`)).includes('<svg');
  const item = (name: string) =>
    x('item', {
      id: `c-${name}`,
      href: `${name}.xhtml`,
      'media-type': 'application/xhtml+xml',
      ...(name === 'nav' ? { properties: 'nav' } : hasDrawing(name) ? { properties: 'svg' } : {}),
    });
  const tree = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': tag,
      dir,
    },
    [
      x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
        x('dc:identifier', { id: 'id' }, `tag:custodia.example,2026:${course.id}/epub/${edition}`),
        x('dc:title', shown),
        x('dc:language', tag),
        x('dc:creator', 'Custodia'),
        x('dc:date', day),
        x('dc:rights', 'CC BY 4.0'),
        x('meta', { property: 'dcterms:modified' }, `${day}T12:00:00Z`),
        x('meta', { property: 'schema:accessMode' }, 'textual'),
        x('meta', { property: 'schema:accessMode' }, 'visual'),
        x('meta', { property: 'schema:accessModeSufficient' }, 'textual'),
        x('meta', { property: 'schema:accessibilityFeature' }, 'alternativeText'),
        x('meta', { property: 'schema:accessibilityFeature' }, 'structuralNavigation'),
        x('meta', { property: 'schema:accessibilityHazard' }, 'none'),
      ]),
      x('manifest', [
        ...names.map(item),
        x('item', { id: 'css', href: 'book.css', 'media-type': 'text/css' }),
      ]),
      x(
        'spine',
        dir === 'rtl' ? { 'page-progression-direction': 'rtl' } : {},
        names.map((name) => x('itemref', { idref: `c-${name}` })),
      ),
    ],
  );
  return `${XML}${toXml(tree, { closeEmptyElements: true })}\n`;
}

/** Zips the files of an EPUB: `mimetype` first and stored, one time for all, so that the bytes are always the same. */
export function zipEpub(files: Files, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  const none = new Uint8Array();
  const ordered: Zippable = { mimetype: [files.get('mimetype') ?? none, { level: 0, mtime }] };
  for (const name of [...files.keys()].filter((each) => each !== 'mimetype').sort())
    ordered[name] = [files.get(name) ?? none, { level: 9, mtime }];
  return zipSync(ordered);
}
