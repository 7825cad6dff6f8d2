import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { OfflineFile, OfflineList, OfflinePack } from '../../offline/list.ts';

/** What stands beside the pages but is no part of a course: the worker, its lists, what only servers and robots read. */
const ASIDE =
  /^(?:sw\.js|build\.json|offline\/(?!words-)|robots\.txt|404\.html|icons\/|.*\.(?:br|gz|webmanifest)$)/;

interface Built extends OfflineFile {
  /** Path in the folder: `en/glossary/index.html`. */
  readonly file: string;
}

/**
 * The lists of what can be kept without a network, one for each language, of a built site.
 *
 * @param root folder of the built site
 * @param base path the site lives under, such as `/`
 */
export function offlineLists(root: string, base: string): Record<Locale, OfflineList> {
  const searchVersions = new Map(LOCALES.map((lang) => [lang, searchVersion(root, lang)]));
  const all = globSync('**/*', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !ASIDE.test(file) && statSync(`${root}/${file}`).isFile())
    .sort()
    .map((file) => describe(root, file, searchVersions));
  const version = createHash('sha256')
    .update(all.map(({ path, hash }) => `${hash} ${path}\n`).join(''))
    .digest('hex')
    .slice(0, 16);
  const refer = references(root, base, all);
  return Object.fromEntries(
    LOCALES.map((lang) => [lang, listOf(lang, version, all, refer)]),
  ) as Record<Locale, OfflineList>;
}

function describe(root: string, file: string, searchVersions: ReadonlyMap<Locale, string>): Built {
  const body = readFileSync(`${root}/${file}`);
  const lang = /^(\w+)\/search\/[\w-]+\.json$/.exec(file)?.[1] as Locale | undefined;
  const query = lang && `?v=${searchVersions.get(lang) ?? ''}`;
  return {
    file,
    path: file.replace(/(^|\/)index\.html$/, '$1') + (query ?? ''),
    bytes: body.length,
    packed: gzipSync(body).length,
    hash: createHash('sha256').update(body).digest('hex'),
  };
}

/** The version that the search page of a language asks its data by. */
function searchVersion(root: string, lang: Locale): string {
  const page = readFileSync(`${root}/${lang}/search/index.html`, 'utf8');
  const version = /"version":"([0-9a-f]{8})"/.exec(page)?.[1];
  if (version === undefined)
    throw new Error(`The search page of ${lang} does not say which version of its data it reads.`);
  return version;
}

/** For every file the files that it names: its style, its scripts, what these load, what it offers for download. */
function references(
  root: string,
  base: string,
  all: readonly Built[],
): (file: string) => ReadonlySet<string> {
  const known = new Set(all.map(({ file }) => file));
  const seen = new Map<string, ReadonlySet<string>>();
  const named = (file: string): string[] => {
    if (!/\.(?:html|js|css)$/.test(file)) return [];
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const isPage = file.endsWith('.html');
    const pattern = isPage ? /["'](\/[^"'#?\s]+\.[\w-]+)["'#?]/g : /["'`(]([\w./-]+\.\w+)["'`)]/g;
    const folder = file.replace(/[^/]*$/, '');
    return [...text.matchAll(pattern)].flatMap(([, name = '']) => {
      const path = isPage
        ? name.slice(base.length)
        : new URL(name, `http://site/${folder}`).pathname.slice(1);
      return [path, `_astro/${name.split('/').at(-1) ?? ''}`].find((each) => known.has(each)) ?? [];
    });
  };
  const walk = (file: string): ReadonlySet<string> => {
    const before = seen.get(file);
    if (before) return before;
    const found = new Set<string>();
    seen.set(file, found);
    for (const name of named(file)) {
      if (name.endsWith('.html')) continue;
      found.add(name);
      for (const further of walk(name)) found.add(further);
    }
    return found;
  };
  return walk;
}

function listOf(
  lang: Locale,
  version: string,
  all: readonly Built[],
  refer: (file: string) => ReadonlySet<string>,
): OfflineList {
  const courses = [
    ...new Set(all.flatMap(({ file }) => /^\w+\/([a-f]\d-[\w-]+)\/[\w-]+\//.exec(file)?.[1] ?? [])),
  ].sort();
  const ofCourse = (file: string): string | undefined =>
    courses.find(
      (course) =>
        file.startsWith(`${lang}/${course}/`) ||
        file === `${lang}/search/${course}.json` ||
        file === `${lang}/search/${course}-texts.json`,
    );
  const own = all.filter(
    ({ file }) =>
      file.startsWith(`${lang}/`) ||
      [`offline/words-${lang}.json`, 'index.html', 'leave.html'].includes(file),
  );
  const files: OfflineFile[] = [];
  const places = new Map<string, number>();
  const place = (built: Built): number => {
    const known = places.get(built.file);
    if (known !== undefined) return known;
    places.set(built.file, files.length);
    const { path, bytes, packed, hash } = built;
    return files.push({ path, bytes, packed, hash }) - 1;
  };
  const byFile = new Map(all.map((built) => [built.file, built]));
  const pack = (id: string, members: readonly Built[]): OfflinePack => {
    const named = members.flatMap((each) =>
      [...refer(each.file)].flatMap((name) => byFile.get(name) ?? []),
    );
    return { id, files: [...new Set([...members, ...named].map(place))].sort((a, b) => a - b) };
  };
  const shared = pack(
    lang,
    own.filter(({ file }) => ofCourse(file) === undefined),
  );
  const packs = courses.map((course) =>
    pack(
      `${lang}/${course}`,
      own.filter(({ file }) => ofCourse(file) === course),
    ),
  );
  return { version, files, packs: [shared, ...packs] };
}
