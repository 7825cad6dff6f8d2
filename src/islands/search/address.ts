/** In the packed app the page's address stands behind the `#`: `#/en/search/?q=hash`. */
const packed = (): boolean => location.hash.startsWith('#/');

/** The words the address asks for; empty when it asks for none. */
export function askedFor(): string {
  const query = packed() ? (location.hash.split('?')[1] ?? '') : location.search;
  return new URLSearchParams(query).get('q') ?? '';
}

/** The address of this page when it asks for these words, relative to the document. */
export function addressOf(words: string): string {
  return `${packed() ? (location.hash.split('?')[0] ?? '') : ''}?q=${encodeURIComponent(words)}`;
}
