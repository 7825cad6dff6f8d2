import { isLocale, LOCALE_FACTS } from '../../i18n/locales.ts';
import { nameOf } from './address.ts';
import { markPlaces, shorten } from './around.ts';
import { inStatic, rewriteIslands, rewriteLinks, type Writing } from './links.ts';
import { parsePage, type BuiltPage } from './read.ts';
import { escapeHtml, policyOfPage } from './shell.ts';
import { leadToList, type SourceList } from './sources.ts';

/** Attributes of `<html>` that the app reads. */
const ROOT = ['data-locale', 'data-choose'];

/**
 * A page's only file in the copy. It is read without script as it stands, with addresses that name the files beside
 * it; the app takes it through a hidden frame and puts the rest around it (`app/from-files.ts`).
 *
 * @param around whether the page keeps a top bar and a foot of its own; else the app puts in those of the page's
 *   language, and without script they are there in whole or in short
 * @param sources the list of sources in the page's language, which links to sources lead to
 */
export function staticPage(
  page: BuiltPage,
  has: (route: string) => boolean,
  file: Writing['file'],
  around: 'own' | 'whole' | 'short',
  sources: SourceList = new Map(),
): string {
  const parsed = parsePage(page.html);
  const body = parsed.querySelector('body');
  if (!body) throw new Error(`The page ${page.route} has no body.`);
  // The app makes the words of the seal; without script the printed digits are what there is to compare.
  for (const part of body.querySelectorAll('[data-site-only], a[href="index.txt"]')) part.remove();
  leadToList(parsed, page.route, sources);
  rewriteLinks(parsed, page.route, inStatic(page.route, has, file));
  rewriteIslands(parsed, page.route, has);
  if (around === 'short') shorten(body);
  if (around !== 'own') markPlaces(body);
  for (const part of body.querySelectorAll('script:not([type="application/json"]), style'))
    part.remove();
  for (const wrapper of body.querySelectorAll('noscript')) {
    for (const child of wrapper.children) child.setAttribute('data-plain', '');
    wrapper.replaceWith(...wrapper.childNodes);
  }
  const lang = page.root['data-locale'] ?? 'en';
  const { tag, dir } = LOCALE_FACTS[isLocale(lang) ? lang : 'en'];
  const root = ROOT.filter((name) => page.root[name] !== undefined).map(
    (name) => ` ${name}="${escapeHtml(page.root[name] ?? '')}"`,
  );
  const up = '../'.repeat(nameOf(page.route).split('/').length);
  return [
    `<!doctype html><html lang="${tag}" dir="${dir}"${root.join('')}><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${policyOfPage()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    // Before the stylesheet, so that the app need not wait for it.
    `<title>${escapeHtml(page.title)}</title><script src="${up}page.js"></script>`,
    `<link rel="stylesheet" href="${up}app.css"></head><body>${body.innerHTML.trim()}<!--end--></body></html>\n`,
  ].join('');
}
