import { chromium } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LOCALE_FACTS } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { escapeHtml } from '../packed/shell.ts';
import { bytesOf, sha256 } from '../zip.ts';
import { frontWords, type Book } from './book.ts';
import { bookStyle } from './style.ts';

/** A handbook and what it depends on besides the words. */
export interface Handbook {
  readonly pdf: Uint8Array;
  /** `Chromium 156.0.1.2`: another version may break lines elsewhere. */
  readonly browser: string;
  /** Fonts that are embedded, by their PostScript names. */
  readonly fonts: readonly string[];
  readonly pages: number;
}

/** Prints before giving up: the first shows no numbers, the second those of a print without them. */
const TRIES = 6;

/** Kinds of chapters that are set over the whole width: forms to fill in, and answers, which have columns of their own. */
const IN_ONE: ReadonlySet<string> = new Set(['lab', 'answers']);

/** Where a place of a chapter is found inside the one document of the handbook. */
export function handbookAddress(chapter: string, place: string): string {
  return `#${chapter}${place === '' ? '' : `--${plainName(place)}`}`;
}

/** The name of a place in letters and digits. A PDF allows names of 127 bytes, and a heading in Chinese has more. */
function plainName(place: string): string {
  return /^[\w-]+$/.test(place) ? place : `place-${sha256(bytesOf(place)).slice(0, 16)}`;
}

/**
 * Prints a book with Chromium: tagged, with an outline, and with page numbers in the contents and behind links, because
 * nobody can follow a link on paper. Chromium knows no `target-counter`, so it prints again until every number that
 * the last print shows is the page where the place stands.
 *
 * @param executable path of the Chromium
 * @param day date of the commit, which is the date of the document
 * @throws when the numbers do not come to rest
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
    let shown: ReadonlyMap<string, number> = new Map();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const pdf = await print(shown);
      const found = await pagesOf(pdf);
      if (sameNumbers(shown, found.pages)) {
        return {
          pdf: dated(pdf, day),
          browser: `Chromium ${browser.version()}`,
          fonts: fontsOf(pdf),
          pages: found.count,
        };
      }
      shown = found.pages;
    }
    throw new Error('The handbook breaks its pages anew with every print of its page numbers.');
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
  const at = (place: string): string =>
    t('edition.book.at', { page: String(pages.get(place) ?? '00') });
  const ready = (id: string, html: string): string => withPages(withOwnIds(id, html), at);
  const parts = chapters.map(
    (chapter) =>
      `<div class="room"></div><section class="chapter is-${chapter.kind}" id="${chapter.id}" lang="${chapter.lang}" dir="${chapter.dir}">${ready(chapter.id, `${chapter.head}<div class="${IN_ONE.has(chapter.kind) ? 'body' : 'body columns'}">${chapter.html}</div>`)}</section>`,
  );
  const style = bookStyle('handbook.css');
  return [
    `<!doctype html><html lang="${tag}" dir="${dir}"><head><meta charset="utf-8"><title>${escapeHtml(title)} · Custodia</title><style>${style}</style></head><body>`,
    `<section class="title"><p>Custodia · ${escapeHtml(words.kind)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words.lead)}</p><p><bdi>${day}</bdi></p><p>${escapeHtml(words.who)}</p><p>${escapeHtml(words.licence)}</p></section>`,
    `<nav class="contents"><h2>${escapeHtml(t('edition.book.contents'))}</h2><ol>${rows.join('')}</ol></nav>`,
    ...parts,
    '</body></html>',
  ].join('');
}

/** Ids of a chapter with its name before them: in one document no two may be the same. */
function withOwnIds(chapter: string, html: string): string {
  return html.replace(
    / id="([^"]+)"/g,
    (_, place: string) => ` id="${handbookAddress(chapter, place).slice(1)}"`,
  );
}

/** Links with the page where they lead behind them. */
function withPages(html: string, at: (place: string) => string): string {
  return html.replace(
    /<a (?=[^>]*class="[^"]*\bpaged\b)[^>]*href="#([^"]+)"[^>]*>.*?<\/a>/gs,
    (link, place: string) => `${link} <span class="at">(${escapeHtml(at(place))})</span>`,
  );
}

/** On which page each place stands that a link leads to, counted from 1. */
async function pagesOf(pdf: Uint8Array): Promise<{ pages: Map<string, number>; count: number }> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages = new Map<string, number>();
    for (const [name, place] of Object.entries(await document.getDestinations())) {
      const [page] = place as [{ num: number; gen: number }];
      pages.set(name, (await document.getPageIndex(page)) + 1);
    }
    return { pages, count: document.numPages };
  } finally {
    await task.destroy();
  }
}

function sameNumbers(
  shown: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): boolean {
  return found.size === shown.size && [...found].every(([name, page]) => shown.get(name) === page);
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
