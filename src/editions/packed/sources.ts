import type { HTMLElement } from 'node-html-parser';
import { parsePage, type BuiltPage } from './read.ts';

/** Where the list of sources of a copy says more about an address: `/en/sources/#rfc-3227` by the address. */
export type SourceList = ReadonlyMap<string, string>;

const OUTSIDE = 'a[rel~="external"]';

/** The route of the list of sources of a language. */
function listOf(lang: string): string {
  return `${lang}/sources/`;
}

/** Reads the lists of sources among the pages, by language. */
export function sourceLists(pages: readonly BuiltPage[]): ReadonlyMap<string, SourceList> {
  const lists = new Map<string, SourceList>();
  for (const { route, root, html } of pages) {
    const lang = root['data-locale'];
    if (lang === undefined || route !== listOf(lang)) continue;
    const entries = parsePage(html)
      .querySelectorAll('li[id]')
      .map((entry): [string, string] => [
        entry.querySelector(OUTSIDE)?.getAttribute('href') ?? '',
        `/${route}#${entry.id}`,
      ]);
    // Of two entries with one address the first is as good.
    lists.set(lang, new Map(entries.reverse()));
  }
  return lists;
}

/**
 * Makes links to a source lead to its entry in the list of sources, which has the address. A copy is read where there is
 * no network: a link to another computer would be dead there, and long addresses would stand on every page.
 */
export function leadToList(page: HTMLElement, route: string, list: SourceList): void {
  for (const link of page.querySelectorAll(OUTSIDE)) {
    const entry = list.get(link.getAttribute('href') ?? '');
    if (entry === undefined || entry.startsWith(`/${route}#`)) continue;
    link.setAttribute('href', entry);
    link.removeAttribute('rel');
  }
}
