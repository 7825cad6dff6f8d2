import { cacheOf, oldCaches, readShelf, type Shelf } from './shelf.ts';

/** What the worker needs to know of a request. */
export interface Asked {
  readonly request: Request;
  readonly url: URL;
  /** Path the site lives under. */
  readonly base: string;
}

/**
 * The answer to a request: a page that is kept comes from this device, with the script and style of its own version;
 * everything else comes from the network. Without a network, an unknown page is answered by the page that says what
 * is kept.
 */
export async function answer({ request, url, base }: Asked): Promise<Response> {
  const shelf = await readShelf(base);
  const isPage = request.mode === 'navigate';
  const kept = await fromShelf(base, shelf, request, isPage);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (cause) {
    const help = isPage ? await helpPage(shelf, url, base) : undefined;
    if (help) return help;
    throw cause;
  }
}

/** A kept file: of the version that answers, or of an older one that a page still open was made of. */
async function fromShelf(
  base: string,
  shelf: Shelf,
  request: Request,
  isPage: boolean,
): Promise<Response | undefined> {
  if (shelf.active === undefined) return undefined;
  const own = await (
    await caches.open(cacheOf(base, shelf.active))
  ).match(request, { ignoreSearch: isPage });
  if (own || isPage) return own;
  // Their names hold their hash, so an older file is never taken for a newer one.
  for (const cacheName of await oldCaches(base, shelf)) {
    const old = await caches.match(request, { cacheName });
    if (old) return old;
  }
  return undefined;
}

/** `/<lang>/offline/` of the language that was asked for, or of one that is kept. */
async function helpPage(shelf: Shelf, url: URL, base: string): Promise<Response | undefined> {
  if (shelf.active === undefined) return undefined;
  const asked = url.pathname.slice(base.length).split('/')[0] ?? '';
  const store = await caches.open(cacheOf(base, shelf.active));
  for (const lang of [asked, ...shelf.packs.filter((pack) => !pack.includes('/'))]) {
    const page = await store.match(`${base}${lang}/offline/`);
    if (page) return page;
  }
  return undefined;
}

/** Deletes the files of older versions, as soon as no window but this one is open. */
export async function sweep(base: string, windows: number): Promise<void> {
  if (windows > 1) return;
  const names = await oldCaches(base, await readShelf(base));
  await Promise.all(names.map((name) => caches.delete(name)));
}
