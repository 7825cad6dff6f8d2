import { posix } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { hashOf, nameOf } from './address.ts';

/** Where an address on a built page leads. */
export type Target =
  | {
      readonly kind: 'page';
      readonly route: string;
      readonly place: string;
      readonly query: string;
    }
  /** A file of the site that is no page, such as `leave.html` or the sealed words of a page. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'outside' };

/** How an edition writes the addresses it holds. An answer of `undefined` takes the link away and leaves its words. */
export interface Writing {
  readonly page: (target: Extract<Target, { kind: 'page' }>) => string | undefined;
  readonly file: (path: string) => string | undefined;
}

const HERE = 'https://custodia.example/';

/** Resolves an address of a built page (site at `/`) against the route of that page. */
export function targetOf(address: string, route: string): Target {
  const url = new URL(address, HERE + route);
  if (`${url.origin}/` !== HERE || /^[a-z]+:/i.test(address)) return { kind: 'outside' };
  const path = decodeURIComponent(url.pathname.slice(1));
  if (path !== '' && !path.endsWith('/')) return { kind: 'file', path };
  return { kind: 'page', route: path, place: url.hash.slice(1), query: url.search.slice(1) };
}

/** Rewrites every link and form of a page. Pictures and styles are not links; they are dealt with elsewhere. */
export function rewriteLinks(page: HTMLElement, route: string, writing: Writing): void {
  const write = (address: string): string | undefined => {
    const target = targetOf(address, route);
    if (target.kind === 'outside') return address;
    return target.kind === 'page' ? writing.page(target) : writing.file(target.path);
  };
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const written = write(href);
    if (written !== undefined) {
      link.setAttribute('href', written);
      // Browsers open no page at a `data:` address; they save it.
      if (written.startsWith('data:') && !link.getAttribute('download'))
        link.setAttribute('download', `${route.replace(/\/$/, '').replaceAll('/', '-')}.txt`);
    } else if (link.getAttribute('data-lang') !== undefined) link.closest('li')?.remove();
    else link.replaceWith(...link.childNodes);
  }
  // One language is no choice.
  for (const choice of page.querySelectorAll('details.langs')) {
    if (choice.querySelectorAll('li').length < 2) choice.remove();
  }
  for (const form of page.querySelectorAll('form')) {
    const action = form.getAttribute('action');
    // An empty one is the page itself, which the form of the search asks.
    const written = action === undefined ? undefined : write(action);
    if (written !== undefined) form.setAttribute('action', written);
  }
}

/**
 * Rewrites the addresses that islands are told, which lead from the one document whatever the page's own links lead
 * from: only the app runs islands. The address of a page that is not here is empty.
 */
export function rewriteIslands(
  page: HTMLElement,
  route: string,
  has: (route: string) => boolean,
): void {
  const write = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(write);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, write(each)]));
    }
    if (typeof value !== 'string' || !value.startsWith('/')) return value;
    const target = targetOf(value, route);
    if (target.kind !== 'page') {
      throw new Error(`An island on ${route} is told ${value}, which is no page.`);
    }
    return has(target.route) ? hashOf(target) : '';
  };
  for (const island of page.querySelectorAll('astro-island[props]')) {
    const told = island.getAttribute('props') ?? '{}';
    const written = JSON.stringify(write(JSON.parse(told)));
    if (written !== told) island.setAttribute('props', written);
  }
}

/** Writes links for the one document of the packed app: pages behind `#/`, files beside it. */
export function inApp(has: (route: string) => boolean, file: Writing['file']): Writing {
  return { page: (target) => (has(target.route) ? hashOf(target) : undefined), file };
}

/** Writes links for the pages that are read without script: from `static/en/glossary.html` to `../en.html`. */
export function inStatic(
  from: string,
  has: (route: string) => boolean,
  file: Writing['file'],
): Writing {
  const folder = posix.dirname(nameOf(from));
  return {
    page: ({ route, place, query }) => {
      if (!has(route)) return undefined;
      if (route === from && place !== '' && query === '') return `#${place}`;
      const at = posix.relative(folder, `${nameOf(route)}.html`);
      return `${at}${query ? `?${query}` : ''}${place ? `#${place}` : ''}`;
    },
    file: (path) => {
      const address = file(path);
      return address === undefined ? undefined : posix.relative(`static/${folder}`, address);
    },
  };
}
