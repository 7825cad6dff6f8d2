import { isLocale } from '../../i18n/locales.ts';
import { nameOf } from './address.ts';
import { inStatic, rewriteLinks, type Writing } from './links.ts';
import { parsePage, type BuiltPage } from './read.ts';
import { documentOf, policyWithoutScript } from './shell.ts';

/**
 * A page as it is read without script: the built words, without the properties of its islands, with
 * addresses that name the files beside it.
 */
export function staticPage(
  page: BuiltPage,
  has: (route: string) => boolean,
  file: Writing['file'],
): string {
  const parsed = parsePage(page.html);
  rewriteLinks(parsed, page.route, inStatic(page.route, has, file));
  const body = parsed.querySelector('body');
  if (!body) throw new Error(`The page ${page.route} has no body.`);
  for (const part of body.querySelectorAll('script, style')) part.remove();
  for (const wrapper of body.querySelectorAll('noscript, astro-island')) {
    wrapper.replaceWith(...wrapper.childNodes);
  }
  const lang = page.root['data-locale'] ?? 'en';
  const up = '../'.repeat(nameOf(page.route).split('/').length);
  return documentOf(
    {
      lang: isLocale(lang) ? lang : 'en',
      title: page.title,
      policy: policyWithoutScript(),
      more: `<link rel="stylesheet" href="${up}app.css">`,
    },
    body.innerHTML.replace(/<!--.*?-->/gs, ''),
  );
}
