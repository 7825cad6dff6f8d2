import { globSync, readFileSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';

/** One page of a built site, taken apart. */
export interface BuiltPage {
  /** `en/a2-acquire-hash-hand-over/images/`; empty for the choice of language. */
  readonly route: string;
  readonly title: string;
  /** The attributes of `<html>` as they were built. */
  readonly root: Readonly<Record<string, string>>;
  /** The whole document. Packers change a copy: `parsePage(page.html)`. */
  readonly html: string;
  /** Texts of the inline scripts that run. */
  readonly inlineScripts: readonly string[];
  /** Addresses of the module scripts. */
  readonly moduleScripts: readonly string[];
  /** Addresses of the modules that its islands name. */
  readonly islandModules: readonly string[];
  /** Addresses of its stylesheets, in their order. */
  readonly styles: readonly string[];
  /** Texts of its inline styles. */
  readonly inlineStyles: readonly string[];
}

/** Parses a page so that writing it out again gives the same text, the comments of the islands included. */
export function parsePage(html: string): HTMLElement {
  return parse(html, { comment: true, blockTextElements: { script: true, style: true } });
}

/** Routes of a built site for which `wanted` is true, sorted. The root's `404.html` is a server's page and no route. */
export function routesOf(folder: string, wanted: (route: string) => boolean): string[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter(wanted)
    .sort();
}

/** Reads one page of a built site. */
export function readPage(folder: string, route: string): BuiltPage {
  const html = readFileSync(`${folder}/${route}index.html`, 'utf8');
  const page = parsePage(html);
  const scripts = page.querySelectorAll('script');
  const runs = scripts.filter(
    (script) => !script.getAttribute('src') && script.getAttribute('type') !== 'application/json',
  );
  const attribute = (selector: string, name: string): string[] =>
    page
      .querySelectorAll(selector)
      .map((element) => element.getAttribute(name))
      .filter((value) => value !== undefined);
  return {
    route,
    title: page.querySelector('title')?.textContent ?? '',
    root: page.querySelector('html')?.attributes ?? {},
    html,
    inlineScripts: runs.map((script) => script.innerHTML),
    moduleScripts: attribute('script[src]', 'src'),
    islandModules: [
      ...attribute('astro-island', 'component-url'),
      ...attribute('astro-island', 'renderer-url'),
      ...attribute('astro-island', 'before-hydration-url'),
    ],
    styles: attribute('link[rel=stylesheet]', 'href'),
    inlineStyles: page.querySelectorAll('style').map((style) => style.innerHTML),
  };
}
