import type { HTMLElement } from 'node-html-parser';
import { parsePage, type BuiltPage } from './read.ts';

/** What is the same on all pages of a language. A copy with a file for each page carries it once, in a piece. */
export interface Around {
  /** The top bar and the foot of a page, as HTML for the app. */
  readonly top: string;
  readonly foot: string;
  /** The link beside the seal, as HTML. */
  readonly seal: string;
  /** The interface words of all islands, as JSON that may stand in a script element. */
  readonly ui: string;
}

const UI = 'script[data-ui]';

/**
 * Gathers what is the same on all pages of a language.
 *
 * @param home the body of the language's first page as the app shows it
 * @throws when two pages say the same interface word differently
 */
export function aroundOf(home: string, pages: readonly BuiltPage[]): Around {
  const parsed = parsePage(home);
  const html = (selector: string): string => parsed.querySelector(selector)?.outerHTML ?? '';
  const words = new Map<string, string>();
  for (const page of pages) {
    for (const script of parsePage(page.html).querySelectorAll(UI)) {
      for (const [key, said] of Object.entries(
        JSON.parse(script.innerHTML) as Record<string, string>,
      )) {
        if ((words.get(key) ?? said) !== said)
          throw new Error(`The page ${page.route} says ${key} differently from another page.`);
        words.set(key, said);
      }
    }
  }
  return {
    top: html('.top'),
    foot: html('footer.foot'),
    seal: html('a[data-seal-words]'),
    ui: JSON.stringify(Object.fromEntries([...words].sort())).replaceAll('<', '\\u003c'),
  };
}

/** Whether the top bar and the foot of a page are those of its language's first page, but for what the app sets. */
export function standsIn(page: BuiltPage, home: BuiltPage): boolean {
  return partsOf(page) === partsOf(home);
}

function partsOf({ html, route }: BuiltPage): string {
  const page = parsePage(html);
  const path = route.replace(/^[^/]*\//, '');
  return [page.querySelector('.top'), page.querySelector('footer.foot')]
    .map((part) => part?.outerHTML ?? '')
    .join('')
    .replaceAll(' aria-current="page"', '')
    .replaceAll(`/${path}" hreflang`, '/" hreflang');
}

/** Marks the places where the app puts in what is the same on all pages, and takes the islands' words out. */
export function markPlaces(body: HTMLElement): void {
  for (const part of body.querySelectorAll('.top, footer.foot'))
    part.setAttribute('data-around', '');
  for (const script of body.querySelectorAll(UI))
    script.replaceWith('<template data-ui></template>');
}

/** Leaves of the top bar and the foot what a reader without script needs. Links are written already. */
export function shorten(body: HTMLElement): void {
  const top = body.querySelector('.top');
  const foot = body.querySelector('footer.foot');
  if (!top || !foot) return;
  const links = (within: HTMLElement, pattern: RegExp): string[] =>
    within
      .querySelectorAll('a[href]')
      .filter((link) => pattern.test(link.getAttribute('href') ?? ''))
      .map((link) => `<a href="${link.getAttribute('href') ?? ''}">${link.innerHTML}</a>`);
  const [mark, leave] = ['a.mark', 'a.leave'].map((each) => top.querySelector(each));
  const langs = top.querySelector('details.langs');
  for (const name of ['data-lang', 'aria-current', 'hreflang']) {
    for (const link of langs?.querySelectorAll('a') ?? []) link.removeAttribute(name);
  }
  const nav = top.querySelector('nav');
  const ways = [
    ...new Set([
      ...links(top, /#modules$/),
      ...links(top, /(?:^|\/)search\.html$/),
      ...links(top, /(?:^|\/)glossary\.html$/),
    ]),
  ];
  const leaving = leave
    ? `<a class="leave" href="${leave.getAttribute('href') ?? ''}">${leave.innerHTML}</a>`
    : '';
  top.innerHTML = [
    `<header class="bar"><a class="mark" href="${mark?.getAttribute('href') ?? ''}">Custodia</a>${leaving}</header>`,
    `<nav class="nav" aria-label="${nav?.getAttribute('aria-label') ?? ''}">${ways.join('')}`,
    `${langs?.outerHTML ?? ''}</nav>`,
  ].join('');
  const [whose] = foot.querySelectorAll('p');
  const state = foot.querySelector('p[data-jurisdiction]')?.outerHTML ?? '';
  const help = [...links(foot, /(?:^|\/)safe-use\.html$/), ...links(foot, /(?:^|\/)about\.html$/)];
  foot.innerHTML = `<div>${whose?.outerHTML ?? ''}${state}<ul>${help.map((link) => `<li>${link}</li>`).join('')}</ul></div>`;
}
