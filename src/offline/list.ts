/** A file that a copy on this device needs, as the build made it. */
export interface OfflineFile {
  /** Address below the site's base: `en/glossary/`, `_astro/x.js`, `en/search/library.json?v=1a2b3c4d`. */
  readonly path: string;
  /** Bytes on the device. */
  readonly bytes: number;
  /** Bytes that come over the network where the server compresses (gzip). */
  readonly packed: number;
  /** SHA-256, 64 lower-case hex digits. */
  readonly hash: string;
}

/** What can be kept in one go: the pages that all courses share (`en`), or a course (`en/a2-...`). */
export interface OfflinePack {
  readonly id: string;
  /** Places in `files` of the list. */
  readonly files: readonly number[];
}

/** `offline/<lang>.json`: everything of a language that can be kept, of one version of the site. */
export interface OfflineList {
  /** Version of the whole site: two sites with one version have the same files. */
  readonly version: string;
  readonly files: readonly OfflineFile[];
  readonly packs: readonly OfflinePack[];
}

/** Bytes of some files. */
export interface Size {
  readonly bytes: number;
  readonly packed: number;
}

/** The files of some packs, each once, in the order of the list. Packs that the list does not have are left out. */
export function filesOf(list: OfflineList, packs: readonly string[]): OfflineFile[] {
  const wanted = new Set(
    list.packs.filter(({ id }) => packs.includes(id)).flatMap(({ files }) => files),
  );
  return list.files.filter((_, index) => wanted.has(index));
}

/** The sum of the sizes of files. */
export function sizeOf(files: readonly OfflineFile[]): Size {
  return {
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    packed: files.reduce((sum, file) => sum + file.packed, 0),
  };
}

/** What keeping a pack adds to packs that are kept already: the files that none of them has. */
export function added(list: OfflineList, pack: string, kept: readonly string[]): OfflineFile[] {
  const have = new Set(filesOf(list, kept).map(({ path }) => path));
  return filesOf(list, [pack, languageOf(pack)]).filter(({ path }) => !have.has(path));
}

/** The language of a pack; also the id of the pack that all courses of that language share. */
export function languageOf(pack: string): string {
  return pack.split('/')[0] ?? pack;
}

/** Packs with the shared pages of their languages, each once. */
export function withShared(packs: readonly string[]): string[] {
  return [...new Set(packs.flatMap((pack) => [languageOf(pack), pack]))];
}

/**
 * Packs without one that is given up: the shared pages of a language go with its last course.
 */
export function withoutPack(packs: readonly string[], gone: string): string[] {
  const left = packs.filter((pack) => pack !== gone);
  return left.filter(
    (pack) => pack.includes('/') || left.some((other) => other.startsWith(`${pack}/`)),
  );
}
