import { globSync, readFileSync } from 'node:fs';
import { isLocale, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { buildSearchFile } from '../../search/search.ts';
import { nameOf } from './address.ts';
import { inApp, rewriteLinks } from './links.ts';
import { parsePage, readPage, routesOf, type BuiltPage } from './read.ts';
import { bundleScript } from './script.ts';
import { escapeHtml } from './shell.ts';
import { packStyle } from './style.ts';

/** What is packed. */
export interface PackOptions {
  /** The built site, with base `/`. */
  readonly site: string;
  readonly langs: readonly Locale[];
  /** Published courses that stay out of this copy. */
  readonly without: readonly string[];
  /** File name of the package, for the page that says how to verify it. */
  readonly name: string;
  /** What the manifest says besides the files, such as the commit. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Told what is being done, in a few words. */
  readonly progress: (words: string) => void;
}

/** The parts of a packed app before they become files or one document. */
export interface Parts {
  readonly script: string;
  readonly style: string;
  /** What the script loads piece by piece, by name: pages and search data. */
  readonly pieces: ReadonlyMap<string, unknown>;
  readonly pages: readonly BuiltPage[];
  readonly has: (route: string) => boolean;
}

/** Whether a route belongs into a copy with these languages and without these courses. */
export function belongs(
  route: string,
  { langs, without }: Pick<PackOptions, 'langs' | 'without'>,
): boolean {
  if (route === '') return true;
  const [lang = '', course = ''] = route.split('/');
  // A copy is without a network as it is.
  if (course === 'offline') return false;
  return (langs as readonly string[]).includes(lang) && !without.includes(course);
}

/**
 * Reads the built pages and makes the parts of the packed app of them.
 *
 * @param file how the address of a file beside the pages is written; see `links.ts`
 */
export async function makeParts(
  options: PackOptions,
  file: (path: string) => string | undefined,
): Promise<Parts> {
  const { site, progress } = options;
  const routes = routesOf(site, (route) => belongs(route, options));
  const has = (route: string): boolean => routes.includes(route);
  progress(`reading ${routes.length} pages`);
  const pages = routes.map((route) => readPage(site, route));
  const pieces = new Map<string, unknown>();
  for (const page of pages) {
    pieces.set(`pages/${nameOf(page.route)}`, {
      title: page.title,
      root: { ...page.root, 'data-base': '#/' },
      body: bodyOf(page, has, file),
    });
  }
  for (const [name, data] of searchData(options)) pieces.set(name, data);
  for (const [name, data] of tools(site, pages)) pieces.set(name, data);
  progress('bundling the script');
  return {
    script: await bundleScript(site, pages, routes),
    style: packStyle(site, pages),
    pieces,
    pages,
    has,
  };
}

/** The search data of the copy. A course that stays out keeps an empty index, because the search page asks for it. */
function* searchData({ site, langs, without }: PackOptions): Generator<[string, unknown]> {
  for (const lang of langs) {
    for (const file of globSync('*.json', { cwd: `${site}/${lang}/search` }).sort()) {
      const course = without.find(
        (each) => file === `${each}.json` || file === `${each}-texts.json`,
      );
      const empty = file.endsWith('-texts.json') ? [] : buildSearchFile([], lang);
      const name = `data/${lang}/search/${file.replace(/\.json$/, '')}`;
      yield [
        name,
        course === undefined
          ? JSON.parse(readFileSync(`${site}/${lang}/search/${file}`, 'utf8'))
          : empty,
      ];
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
): string {
  const parsed = parsePage(page.html);
  rewriteLinks(parsed, page.route, inApp(has, file));
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
