import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LOCALE_FACTS } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { escapeHtml } from '../packed/shell.ts';
import { frontWords, type Book } from './book.ts';

/** A handbook and what it depends on besides the words. */
export interface Handbook {
  readonly pdf: Uint8Array;
  /** `Chromium 156.0.1.2`: another version may break lines elsewhere. */
  readonly browser: string;
  /** Fonts that are embedded, by their PostScript names. */
  readonly fonts: readonly string[];
  readonly pages: number;
}

/** Where a place of a chapter is found inside the one document of the handbook. */
export function handbookAddress(chapter: string, place: string): string {
  return `#${chapter}${place === '' ? '' : `--${place}`}`;
}

/**
 * Prints a book with Chromium: tagged, with an outline, and with a table of contents that names pages. Chromium knows
 * no `target-counter`, so it prints twice: the first print tells on which page each chapter begins.
 *
 * @param executable path of the Chromium
 * @param day date of the commit, which is the date of the document
 * @throws when the second print breaks pages elsewhere than the first
 */
export async function printHandbook(
  book: Book,
  day: string,
  { executable, args }: { readonly executable: string; readonly args: readonly string[] },
): Promise<Handbook> {
  const browser = await chromium.launch({ executablePath: executable, args: [...args] });
  try {
    const page = await browser.newPage();
    const print = async (pages: ReadonlyMap<string, number>): Promise<Uint8Array> => {
      await page.setContent(handbookHtml(book, day, pages), { waitUntil: 'load' });
      return new Uint8Array(
        await page.pdf({
          preferCSSPageSize: true,
          tagged: true,
          outline: true,
          printBackground: false,
        }),
      );
    };
    const first = await pagesOf(await print(new Map()), book);
    const pdf = await print(first.pages);
    const second = await pagesOf(pdf, book);
    for (const [chapter, number] of second.pages) {
      if (first.pages.get(chapter) !== number)
        throw new Error(`The handbook breaks its pages anew with page numbers in it (${chapter}).`);
    }
    return {
      pdf: dated(pdf, day),
      browser: `Chromium ${browser.version()}`,
      fonts: fontsOf(pdf),
      pages: second.count,
    };
  } finally {
    await browser.close();
  }
}

/** The one document of the handbook. */
function handbookHtml(book: Book, day: string, pages: ReadonlyMap<string, number>): string {
  const { lang, title, chapters } = book;
  const { tag, dir } = LOCALE_FACTS[lang];
  const t = translator(lang);
  const words = frontWords(book);
  const rows = chapters.map(
    ({ id, title: name }) =>
      `<li><a href="#${id}">${escapeHtml(name)}</a><span class="page">${pages.get(id) ?? '000'}</span></li>`,
  );
  const parts = chapters.map(
    (chapter) =>
      `<section class="chapter" id="${chapter.id}" lang="${chapter.lang}" dir="${chapter.dir}">${withOwnIds(chapter.id, chapter.html)}</section>`,
  );
  const style = readFileSync(new URL('./handbook.css', import.meta.url), 'utf8');
  return [
    `<!doctype html><html lang="${tag}" dir="${dir}"><head><meta charset="utf-8"><title>${escapeHtml(title)} · Custodia</title><style>${style}</style></head><body>`,
    `<section class="title"><p>Custodia · ${escapeHtml(t('edition.book.handbook'))}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words.lead)}</p><p><bdi>${day}</bdi></p><p>${escapeHtml(words.who)}</p><p>${escapeHtml(words.licence)}</p></section>`,
    `<nav class="contents"><h2>${escapeHtml(t('edition.book.contents'))}</h2><ol>${rows.join('')}</ol></nav>`,
    ...parts,
    '</body></html>',
  ].join('');
}

/** Ids of a chapter with its name before them: in one document no two may be the same. */
function withOwnIds(chapter: string, html: string): string {
  return html.replace(/ id="([^"]+)"/g, ` id="${chapter}--$1"`);
}

/** On which page each chapter begins, counted from 1. */
async function pagesOf(
  pdf: Uint8Array,
  { chapters }: Book,
): Promise<{ pages: Map<string, number>; count: number }> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages = new Map<string, number>();
    for (const { id } of chapters) {
      const place = (await document.getDestination(id)) as [{ num: number; gen: number }] | null;
      if (!place) throw new Error(`The printed handbook does not know where ${id} begins.`);
      pages.set(id, (await document.getPageIndex(place[0])) + 1);
    }
    return { pages, count: document.numPages };
  } finally {
    await task.destroy();
  }
}

/** The names of the fonts inside a PDF, without the tag of their subset. */
function fontsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [
    ...new Set(
      [...text.matchAll(/\/(?:BaseFont|FontName)\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(
        ([, name = '']) => name,
      ),
    ),
  ].sort();
}

/** A PDF whose dates are the commit's: of the same length, so that no offset in it changes. */
function dated(pdf: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const stamp = `${day.replaceAll('-', '')}120000`;
  return new Uint8Array(
    Buffer.from(text.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, `/$1 (D:${stamp}`), 'latin1'),
  );
}
