/** In the packed app the page's address stands behind the `#`: `#/en/search/?q=hash`. */
const packed = (): boolean => location.hash.startsWith('#/');

function asked(name: string): string {
  const query = packed() ? (location.hash.split('?')[1] ?? '') : location.search;
  return new URLSearchParams(query).get(name) ?? '';
}

/** The words the address asks for; empty when it asks for none. */
export function askedFor(): string {
  return asked('q');
}

/** The module to look through first: the one the address names, or the one the reader comes from; empty for none. */
export function askedIn(): string {
  return asked('in') || (/\/([a-f]\d-[\w-]+)\//.exec(document.referrer)?.[1] ?? '');
}

/** The address of this page when it asks for these words, relative to the document. */
export function addressOf(words: string): string {
  const first = askedIn() && `&in=${encodeURIComponent(askedIn())}`;
  return `${packed() ? (location.hash.split('?')[0] ?? '') : ''}?q=${encodeURIComponent(words)}${first}`;
}
