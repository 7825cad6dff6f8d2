import { hashOf, inDocument, nameOf } from '../address.ts';
import type { Around } from '../around.ts';
import type { PackedPage } from './page.ts';
import { readPageFile } from './page-file.ts';
import { loadPiece, runScript } from './pieces.ts';

/** What the last thing in every page's file is; without it the file was cut short. */
const END = '<!--end-->';

/** The HTML of a route's file. Rejects when the file is missing, or was cut short. */
async function readHtml(route: string): Promise<string> {
  const html = await readPageFile(`static/${nameOf(route)}.html`);
  if (!html.includes(END)) throw new Error(`The page ${route} was cut short.`);
  return html;
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The page of a route as its file holds it. Rejects when the file is missing, or was cut short. */
export async function readDocument(route: string): Promise<Document> {
  return parse(await readHtml(route));
}

/**
 * A page of the packed app from the file that is also read without script: its links lead behind `#`, and what is the
 * same on all pages of a language is put around it.
 */
export async function readPage(route: string, known: ReadonlySet<string>): Promise<PackedPage> {
  const lang = route.split('/')[0] ?? '';
  const [html, around] = await Promise.all([
    readHtml(route),
    lang === '' ? undefined : (loadPiece(`data/${lang}/around`) as Promise<Around>),
  ]);
  return () => {
    const page = parse(html);
    page.documentElement.dataset['base'] = '#/';
    for (const part of page.querySelectorAll('[data-plain]')) part.remove();
    for (const link of page.querySelectorAll('a[href]')) rewrite(link, 'href', route);
    for (const form of page.querySelectorAll('form[action]')) rewrite(form, 'action', route);
    if (around) putAround(page, around, route, known);
    return page;
  };
}

/** Loads what brings a page to life: its script and its islands. The first page is read before they are there. */
export const enliven = (): Promise<void> => runScript('islands.js');

function rewrite(element: Element, name: string, route: string): void {
  element.setAttribute(name, inDocument(element.getAttribute(name) ?? '', route));
}

function putAround(
  page: Document,
  { top, foot, seal, ui }: Around,
  route: string,
  known: ReadonlySet<string>,
): void {
  for (const [selector, whole] of [
    ['.top[data-around]', top],
    ['.foot[data-around]', foot],
  ] as const) {
    const short = page.querySelector(selector);
    if (short) short.outerHTML = whole;
  }
  const path = route.replace(/^[^/]*\//, '');
  for (const link of page.querySelectorAll<HTMLElement>('.top [data-lang]')) {
    const there = `${link.dataset['lang'] ?? ''}/${path}`;
    if (known.has(there)) link.setAttribute('href', hashOf({ route: there, place: '', query: '' }));
    else link.closest('li')?.remove();
  }
  const here = hashOf({ route, place: '', query: '' });
  for (const link of page.querySelectorAll('.nav a:not([data-lang])')) {
    if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'page');
  }
  page.querySelector('.seal p')?.insertAdjacentHTML('beforeend', seal);
  const name = `${nameOf(route).replaceAll('/', '-')}.txt`;
  page.querySelector('a[data-seal-words]')?.setAttribute('download', name);
  const [place, ...others] = page.querySelectorAll('template[data-ui]');
  for (const other of others) other.remove();
  if (!place) return;
  const words = page.createElement('script');
  words.type = 'application/json';
  words.dataset['ui'] = '';
  words.textContent = ui;
  place.replaceWith(words);
}
