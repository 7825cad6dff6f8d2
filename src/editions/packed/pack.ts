import { globSync, readFileSync } from 'node:fs';
import type { HTMLElement } from 'node-html-parser';
import { sealAnew } from '../../build/seal.ts';
import { libraryRecords } from '../../content/search-records.ts';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { buildSearchFile } from '../../search/search.ts';
import { nameOf } from './address.ts';
import { aroundOf } from './around.ts';
import { asHeld, belongsTo } from './held.ts';
import { inApp, rewriteIslands, rewriteLinks } from './links.ts';
import { parsePage, readPage, routesOf, type BuiltPage } from './read.ts';
import { bundleScripts } from './script.ts';
import { escapeHtml } from './shell.ts';
import { packStyle } from './style.ts';

/** What is packed. */
export interface PackOptions {
  /** The built site, with base `/`. */
  readonly site: string;
  readonly langs: readonly Locale[];
  /** Published courses that stay out of this copy. */
  readonly without: readonly string[];
  /** The page that it opens with, where that is not the choice of language or the home page. */
  readonly start?: string | undefined;
  /** File name of the package, for the page that says how to verify it. */
  readonly name: string;
  /** What the manifest says besides the files, such as the commit. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Told what is being done, in a few words. */
  readonly progress: (words: string) => void;
  /** What an edition for an LMS does differently; `undefined` for one that stands by itself. */
  readonly host?: Hosted | undefined;
  /** Addresses of other computers that the packed app may send to, such as the LRSs of an academy. */
  readonly reaches?: readonly string[];
}

/** A packed app that runs inside another system. */
export interface Hosted {
  /** The module whose `connect` is called, with `argument`, before any page is shown. */
  readonly module: string;
  readonly argument: unknown;
  /** Whether a page belongs into the package. */
  readonly wanted: (route: string) => boolean;
  /** The page that stands for the site's home, which is not in the package. */
  readonly start: string;
  /** Changes words that are true of the site only. */
  readonly say: (html: string) => string;
  /** Further files of the package, such as the manifest that the other system reads. */
  readonly add: (files: readonly string[]) => ReadonlyMap<string, Uint8Array>;
}

/** The parts of a packed app before they become files or one document. */
export interface Parts {
  /** The one script that the document names. */
  readonly script: string;
  /** Where pages are files: the page script and the islands, which `script` loads when the first page is painted. */
  readonly islands?: string;
  readonly style: string;
  /** What the script loads piece by piece, by name: pages or what stands around them, and search data. */
  readonly pieces: ReadonlyMap<string, unknown>;
  readonly pages: readonly BuiltPage[];
  readonly has: (route: string) => boolean;
}

/** Whether a route belongs into a copy with these languages and without these courses. */
export function belongs(
  route: string,
  { langs, without, host }: Pick<PackOptions, 'langs' | 'without' | 'host'>,
): boolean {
  if (host) return host.wanted(route);
  // One language is no choice.
  if (route === '') return langs.length > 1;
  const [lang = '', first] = route.split('/');
  // A copy is without a network as it is.
  if (first === 'offline') return false;
  return (langs as readonly string[]).includes(lang) && !belongsTo(route, without);
}

/** The page that the copy opens with: the choice of language, or, where there is nothing to choose, the home page. */
function startOf({ langs, start, host }: PackOptions): string {
  const [lang = '', ...others] = langs;
  return host?.start ?? start ?? (others.length > 0 ? '' : `${lang}/`);
}

/**
 * Reads the built pages and makes the parts of the packed app of them.
 *
 * @param file how the address of a file beside the pages is written; see `links.ts`
 * @param pagesAre whether the app takes its pages from pieces, or from the files that are also read without script
 */
export async function makeParts(
  options: PackOptions,
  file: (path: string) => string | undefined,
  pagesAre: 'pieces' | 'files',
): Promise<Parts> {
  const { site, progress } = options;
  const routes = routesOf(site, (route) => belongs(route, options));
  const has = (route: string): boolean => routes.includes(route);
  progress(`reading ${routes.length} pages`);
  const pages = routes.map((route) => asHeld(readPage(site, route), options));
  const pieces = new Map<string, unknown>();
  const bodyFor = (page: BuiltPage): string => bodyOf(page, has, file, options.host);
  if (pagesAre === 'pieces') {
    for (const page of pages) {
      pieces.set(`pages/${nameOf(page.route)}`, {
        title: page.title,
        root: { ...page.root, 'data-base': '#/' },
        body: bodyFor(page),
      });
    }
  } else {
    for (const lang of options.langs) {
      const home = pages.find(({ route }) => route === `${lang}/`);
      if (!home) throw new Error(`The site has no page ${lang}/.`);
      const own = pages.filter(({ root }) => root['data-locale'] === lang);
      pieces.set(`data/${lang}/around`, aroundOf(bodyFor(home), own));
    }
  }
  for (const [name, data] of searchData(options)) {
    // Where pages are files, the words around a find are taken from the page.
    if (pagesAre === 'pieces' || !name.endsWith('-texts')) pieces.set(name, data);
  }
  for (const [name, data] of tools(site, pages)) pieces.set(name, data);
  progress('bundling the script');
  return {
    ...(await bundleScripts(
      site,
      pages,
      { routes, start: startOf(options) },
      pagesAre,
      options.host,
    )),
    style: packStyle(site, pages),
    pieces,
    pages,
    has,
  };
}

/** The search data of the copy. A course that stays out keeps an empty index, because the search page asks for it. */
function* searchData({ site, langs, without, host }: PackOptions): Generator<[string, unknown]> {
  for (const lang of langs) {
    const library = libraryRecords(lang).filter(
      ({ path }) => host?.wanted(`${lang}/${path.replace(/#.*$/, '')}`) ?? true,
    );
    for (const file of globSync('*.json', { cwd: `${site}/${lang}/search` }).sort()) {
      const course = without.find(
        (each) => file === `${each}.json` || file === `${each}-texts.json`,
      );
      // In a package for one course, places that are not in it are not found.
      const records =
        course !== undefined ? [] : host && /^library\b/.test(file) ? library : undefined;
      const name = `data/${lang}/search/${file.replace(/\.json$/, '')}`;
      if (!records)
        yield [name, JSON.parse(readFileSync(`${site}/${lang}/search/${file}`, 'utf8'))];
      else if (file.endsWith('-texts.json')) yield [name, records.map(({ text }) => text)];
      else yield [name, buildSearchFile(records, lang)];
    }
  }
}

/** The tools that parts of the pages ask for by `data-tool`; a copy without such a page carries none. */
function tools(site: string, pages: readonly BuiltPage[]): Map<string, unknown> {
  const names = pages.flatMap(({ html }) =>
    [...html.matchAll(/ data-tool="\/tools\/([a-z-]+)\.json"/g)].map((match) => match[1] ?? ''),
  );
  return new Map(
    [...new Set(names)]
      .sort()
      .map((name) => [
        `data/tools/${name}`,
        JSON.parse(readFileSync(`${site}/tools/${name}.json`, 'utf8')) as unknown,
      ]),
  );
}

/** The body of a page for the one document: links rewritten, scripts and no-script parts gone. */
function bodyOf(
  page: BuiltPage,
  has: (route: string) => boolean,
  file: (path: string) => string | undefined,
  host: Hosted | undefined,
): string {
  const parsed = parsePage(host ? sealAnew(page.html, host.say(page.html)) : page.html);
  if (host) {
    leadHome(parsed, host.start);
    // Results go to the LMS; the package may reach nothing else.
    parsed.querySelector('[data-lrs]')?.remove();
  }
  // The app makes the words of the seal from the page it shows.
  for (const link of parsed.querySelectorAll('a[href="index.txt"]')) {
    link.setAttribute('href', '#');
    link.setAttribute('data-seal-words', '');
    link.setAttribute('download', `${nameOf(page.route).replaceAll('/', '-')}.txt`);
  }
  rewriteLinks(parsed, page.route, inApp(has, file));
  rewriteIslands(parsed, page.route, has);
  const body = parsed.querySelector('body');
  if (!body) throw new Error(`The page ${page.route} has no body.`);
  for (const part of body.querySelectorAll(
    'script:not([type="application/json"]), noscript, style, [data-site-only]',
  )) {
    part.remove();
  }
  const verify = file('verify.html');
  const lang = page.root['data-locale'];
  if (verify !== undefined && lang !== undefined && isLocale(lang)) {
    const words = escapeHtml(translator(lang)('edition.verify.title'));
    body
      .querySelector('footer.foot ul')
      ?.insertAdjacentHTML('beforeend', `<li><a href="${verify}">${words}</a></li>`);
  }
  return body.innerHTML;
}

/** Links to the site's home lead to the course; those to its list of modules, which is not here, go. */
function leadHome(page: HTMLElement, start: string): void {
  const home = `/${start.split('/')[0] ?? ''}/`;
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (href === home) link.setAttribute('href', `/${start}`);
    else if (link.closest('nav') && href.startsWith(`${home}#`))
      (link.closest('li') ?? link).remove();
  }
}
