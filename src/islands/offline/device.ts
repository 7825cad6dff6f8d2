import {
  filesOf,
  languageOf,
  sizeOf,
  withShared,
  type OfflineList,
  type Size,
} from '../../offline/list.ts';
import { keep, readKeptList, readShelf, type Come, type Shelf } from '../../offline/shelf.ts';
import { Workbox } from 'workbox-window';

/** What the page shows: what is kept, and what could be. */
export interface Device {
  readonly shelf: Shelf;
  /** The list of the newest version; missing without a network. */
  readonly newest: OfflineList | undefined;
  /** The list of the version that is kept. */
  readonly own: OfflineList | undefined;
}

/** Whether this browser can keep courses here at all: it can from https and from the computer itself. */
export function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis;
}

/** Reads what is kept and what could be. */
export async function lookAtDevice(base: string, lang: string): Promise<Device> {
  const [shelf, newest, own] = await Promise.all([
    readShelf(base),
    readList(base, lang).catch(() => undefined),
    readKeptList(base, lang).catch(() => undefined),
  ]);
  return { shelf, newest, own };
}

/** @throws when there is no network or no list */
async function readList(base: string, lang: string): Promise<OfflineList> {
  const response = await fetch(`${base}offline/${lang}.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as OfflineList;
}

/** Room that is free, in bytes, as far as the browser tells. */
export async function freeRoom(): Promise<number> {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  } catch {
    return Infinity;
  }
}

/**
 * Keeps packs of the newest version, beside those that are kept already, which are brought to the same version. Starts
 * the service worker and asks the browser not to clear the copy by itself.
 *
 * @throws OfflineTrouble; what has come stays
 */
export async function keepPacks(
  packs: readonly string[],
  base: string,
  told: (come: Come) => void,
  signal: AbortSignal,
): Promise<void> {
  await new Workbox(`${base}sw.js`, { scope: base, updateViaCache: 'none' }).register();
  // Firefox asks the learner and waits for the answer; the copy must not.
  void navigator.storage.persist().catch(() => false);
  const { packs: kept } = await readShelf(base);
  const all = withShared([...kept, ...packs]);
  const lists = await listsOf(all, base);
  await keep(lists, all, base, told, signal);
}

async function listsOf(packs: readonly string[], base: string): Promise<OfflineList[]> {
  const langs = [...new Set(packs.map(languageOf))];
  return Promise.all(langs.map((lang) => readList(base, lang)));
}

/** The size of packs in a list. */
export function packSize(list: OfflineList, packs: readonly string[]): Size {
  return sizeOf(filesOf(list, packs));
}

/** `320 kB`, `1.4 MB` in the reader's language. */
export function sizeText(bytes: number, tag: string): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1000));
}
