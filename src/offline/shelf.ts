import '../domain/old-browsers.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { filesOf, languageOf, type OfflineFile, type OfflineList } from './list.ts';

/** What this device keeps. Stands in a cache of its own, where page and service worker can both read it. */
export interface Shelf {
  /** The version whose files answer; missing while nothing is complete. */
  readonly active?: string;
  /** The version that is being fetched; its cache must not be swept. */
  readonly coming?: string;
  /** Complete packs of the active version. */
  readonly packs: readonly string[];
}

/** Why a copy could not be made or kept. */
export type OfflineTroubleKind = 'network' | 'changed' | 'full' | 'unknown';

/** Trouble with a name; `cause` is what the browser said. */
export class OfflineTrouble extends Error {
  readonly kind: OfflineTroubleKind;

  constructor(kind: OfflineTroubleKind, cause?: unknown) {
    super(kind, { cause });
    this.name = 'OfflineTrouble';
    this.kind = kind;
  }
}

/** The key of the note about what is kept; absolute, because page and worker stand in different folders. */
const NOTE = '/custodia-shelf';
/** Header that a kept file carries, so that the next version can take it over when its hash is the same. */
const HASH = 'x-custodia-sha256';

/** What the names of all caches with files begin with. Two sites below one address have caches of their own. */
function files(base: string): string {
  return `custodia-files ${base} `;
}

/** The name of the cache with the files of a version. */
export function cacheOf(base: string, version: string): string {
  return files(base) + version;
}

function openNote(base: string): Promise<Cache> {
  return caches.open(`custodia-shelf ${base}`);
}

/** What is kept; an empty shelf where nothing is, or where the note about it cannot be read. */
export async function readShelf(base: string): Promise<Shelf> {
  try {
    const note = await (await openNote(base)).match(NOTE);
    const shelf = (await note?.json()) as Partial<Shelf> | undefined;
    return { ...shelf, packs: Array.isArray(shelf?.packs) ? shelf.packs : [] };
  } catch {
    return { packs: [] };
  }
}

/** Puts down what is kept. */
async function writeShelf(base: string, shelf: Shelf): Promise<void> {
  await (await openNote(base)).put(NOTE, new Response(JSON.stringify(shelf)));
}

/** Names of caches with files of a version that neither answers nor comes. */
export async function oldCaches(base: string, { active, coming }: Shelf): Promise<string[]> {
  const used = [active, coming].flatMap((version) => (version ? [cacheOf(base, version)] : []));
  return (await caches.keys()).filter(
    (name) => name.startsWith(files(base)) && !used.includes(name),
  );
}

/** How far fetching has come. */
export interface Come {
  readonly bytes: number;
  readonly of: number;
}

/**
 * Fetches whatever is missing of some packs and makes this version the one that answers, when everything is there
 * and not before. What was fetched stays when it breaks off; the next call goes on from there.
 *
 * @param lists the lists of all languages of `packs`, of one version
 * @throws OfflineTrouble when the network breaks off, the site changed meanwhile, or the device is full
 * @throws the signal's reason when the learner stopped it
 */
export async function keep(
  lists: readonly OfflineList[],
  packs: readonly string[],
  base: string,
  told: (come: Come) => void,
  signal: AbortSignal,
): Promise<void> {
  const version = lists[0]?.version;
  if (version === undefined || lists.some((list) => list.version !== version))
    throw new OfflineTrouble('changed');
  const wanted = new Map(
    lists.flatMap((list) => filesOf(list, packs)).map((file) => [file.path, file]),
  );
  const before = await readShelf(base);
  await writeShelf(base, { ...before, coming: version });
  const store = await caches.open(cacheOf(base, version));
  const old =
    before.active !== undefined && before.active !== version
      ? await caches.open(cacheOf(base, before.active))
      : undefined;
  const of = [...wanted.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  let bytes = 0;
  for (const file of wanted.values()) {
    signal.throwIfAborted();
    await keepFile(file, base, store, old, signal);
    bytes += file.bytes;
    told({ bytes, of });
  }
  for (const list of lists)
    await store.put(keptList(base, langOf(list)), new Response(JSON.stringify(list)));
  await writeShelf(base, { active: version, packs: [...packs] });
}

/** The language of a list: that of the pack all its courses share. */
function langOf(list: OfflineList): string {
  return languageOf(list.packs[0]?.id ?? '');
}

/** Where the list of a language stands beside the files it lists. */
function keptList(base: string, lang: string): string {
  return `${base}offline/kept-${lang}.json`;
}

/** The list of what is kept in a language, of the version that answers; missing where nothing is. */
export async function readKeptList(base: string, lang: string): Promise<OfflineList | undefined> {
  const { active } = await readShelf(base);
  if (active === undefined) return undefined;
  const note = await (await caches.open(cacheOf(base, active))).match(keptList(base, lang));
  return (await note?.json()) as OfflineList | undefined;
}

async function keepFile(
  file: OfflineFile,
  base: string,
  store: Cache,
  old: Cache | undefined,
  signal: AbortSignal,
): Promise<void> {
  const address = base + file.path;
  if (await store.match(address)) return;
  const known = await old?.match(address);
  const response =
    known?.headers.get(HASH) === file.hash ? known : await fetchFile(file, address, signal);
  try {
    await store.put(address, response);
  } catch (cause) {
    throw new OfflineTrouble(isFull(cause) ? 'full' : 'unknown', cause);
  }
}

/** A file from the network, whole and with the hash that the list gives it. */
async function fetchFile(
  file: OfflineFile,
  address: string,
  signal: AbortSignal,
): Promise<Response> {
  let response: Response;
  let body: ArrayBuffer;
  try {
    response = await fetch(address, { cache: 'no-cache', signal });
    body = await response.arrayBuffer();
  } catch (cause) {
    signal.throwIfAborted();
    throw new OfflineTrouble('network', cause);
  }
  if (!response.ok) throw new OfflineTrouble(response.status === 404 ? 'changed' : 'network');
  const hash = bytesToHex(sha256(new Uint8Array(body)));
  if (hash !== file.hash) throw new OfflineTrouble('changed');
  const headers = { 'content-type': response.headers.get('content-type') ?? '', [HASH]: hash };
  return new Response(body, { headers });
}

function isFull(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'QuotaExceededError';
}

/** Gives up everything but these packs. Needs no network. */
export async function keepOnly(packs: readonly string[], base: string): Promise<void> {
  const { active } = await readShelf(base);
  if (packs.length === 0 || active === undefined) {
    await writeShelf(base, { packs: [] });
    await Promise.all((await oldCaches(base, { packs: [] })).map((name) => caches.delete(name)));
    return;
  }
  const wanted = new Set<string>();
  const want = (path: string): void => void wanted.add(new URL(path, location.href).href);
  for (const lang of new Set(packs.map(languageOf))) {
    const list = await readKeptList(base, lang);
    want(keptList(base, lang));
    for (const { path } of list ? filesOf(list, packs) : []) want(base + path);
  }
  await writeShelf(base, { active, packs: [...packs] });
  const store = await caches.open(cacheOf(base, active));
  for (const request of await store.keys()) {
    if (!wanted.has(request.url)) await store.delete(request);
  }
}
