/** Where a link leads inside the packed app: a page, a place on it, and what its address asks for. */
export interface Address {
  /** The page's path on the site without the slash in front: `en/glossary/`; empty for the choice of language. */
  readonly route: string;
  /** Id of an element on the page; empty for its top. */
  readonly place: string;
  /** What follows `?`, without it. */
  readonly query: string;
}

/** Writes an address as the part of the document's address behind its name: `#/en/glossary/#term-hash`. */
export function hashOf({ route, place, query }: Address): string {
  return `#/${route}${query ? `?${query}` : ''}${place ? `#${place}` : ''}`;
}

/** Reads what `hashOf` wrote. Anything else, nothing included, is the choice of language. */
export function addressOf(hash: string): Address {
  const [, path, query, place] = /^#\/([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(hash) ?? [];
  return {
    route: path ? path.replace(/\/?$/, '/') : '',
    place: decode(place ?? ''),
    query: query ?? '',
  };
}

/** A broken escape in a typed address is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The name under which the files of a page stand: `en/glossary` for `en/glossary/`, `index` for the first page. */
export function nameOf(route: string): string {
  return route.replace(/\/$/, '') || 'index';
}

const COPY = 'https://copy.example/';

/**
 * Writes an address that stands in a page's file, such as `../glossary.html#term-hash` in `static/en/about.html`, for
 * the one document of the app: `#/en/glossary/#term-hash`. Addresses of other sites stay as they are.
 *
 * @param route the page that the address stands on
 */
export function inDocument(address: string, route: string): string {
  const url = new URL(address, `${COPY}static/${nameOf(route)}.html`);
  if (!url.href.startsWith(COPY)) return address;
  const name = /^\/static\/(.*)\.html$/.exec(url.pathname)?.[1];
  if (name === undefined) return url.href.slice(COPY.length);
  return hashOf({
    route: name === 'index' ? '' : `${name}/`,
    place: url.hash.slice(1),
    query: url.search.slice(1),
  });
}
