import type { HTMLElement } from 'node-html-parser';
import { homeFields, openWords, rolePath, type Field } from '../../content/role-path.ts';
import { ROLES } from '../../domain/roles.ts';
import { isLocale, LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { targetOf } from './links.ts';
import { parsePage, type BuiltPage } from './read.ts';
import { escapeHtml } from './shell.ts';

/** What a copy holds of the site. */
interface Holding {
  readonly langs: readonly Locale[];
  /** Published courses that stay out. */
  readonly without: readonly string[];
}

/**
 * A page as it is true in a copy that holds only some courses and languages: what offers a course that is not here
 * goes, its row says so, and what counts courses counts those that are here. Sealed words stay as they are.
 */
export function asHeld(page: BuiltPage, { langs, without }: Holding): BuiltPage {
  const lang = page.root['data-locale'];
  if (lang === undefined || !isLocale(lang)) {
    const parsed = parsePage(page.html);
    keepLanguages(parsed, langs);
    return { ...page, html: parsed.toString() };
  }
  if (without.length === 0) return page;
  const parsed = parsePage(page.html);
  count(parsed, page.route, lang, without);
  // After the button of a path, which may lead elsewhere now.
  for (const link of parsed.querySelectorAll('article a[href]')) {
    if (isLeftOut(link.getAttribute('href') ?? '', page.route, without)) leaveOut(link, lang);
  }
  for (const group of parsed.querySelectorAll('[data-only-held] section')) {
    if (!group.querySelector('li')) group.remove();
  }
  countRecord(parsed, without);
  return { ...page, html: parsed.toString() };
}

/** Whether an address belongs to a course that is not here, trainer pages among them. */
function isLeftOut(address: string, route: string, without: readonly string[]): boolean {
  const target = targetOf(address, route);
  return target.kind === 'page' && belongsTo(target.route, without);
}

/** Whether a route, such as `en/a2-.../images/` or `en/trainer/a2-.../`, belongs to one of these courses. */
export function belongsTo(route: string, courses: readonly string[]): boolean {
  const [, first = '', second = ''] = route.split('/');
  return courses.includes(first === 'trainer' ? second : first);
}

/** Takes a link to a course that is not here out of what only offers courses; a row that tells their state says so. */
function leaveOut(link: HTMLElement, lang: Locale): void {
  if (link.closest('[data-only-held]')) {
    link.closest('li')?.remove();
    return;
  }
  const row = link.closest('li');
  const state = row?.querySelector('[data-state]');
  if (!row || !state) return;
  state.innerHTML = escapeHtml(translator(lang)('path.state.left-out'));
  // Which lessons a light version keeps is of use with the lessons.
  row.querySelector('[data-light]')?.remove();
  for (const name of ['data-course', 'data-marks', 'data-some']) row.removeAttribute(name);
  if (row.hasAttribute('data-knot')) {
    row.setAttribute('data-knot', 'planned');
    row.setAttribute('data-string', 'dotted');
  }
  // A row is a grid: without the link its words need an element of their own.
  link.replaceWith(`<span data-left-out>${link.innerHTML}</span>`);
}

/** Counts anew on home and on the path of a role, and lets the path open the first course that is here. */
function count(page: HTMLElement, route: string, lang: Locale, without: readonly string[]): void {
  if (route === `${lang}/`) writeFields(page, homeFields(lang), homeFields(lang, without));
  const role = ROLES.find((each) => route === `${lang}/paths/${each}/`);
  if (!role) return;
  const path = rolePath(role, lang, without);
  writeFields(page, rolePath(role, lang).fields, path.fields);
  const button = page.querySelector('[data-open-first]');
  if (!path.first) button?.closest('p')?.remove();
  else {
    button?.setAttribute('href', `/${lang}/${path.first.id}/`);
    if (button) button.innerHTML = escapeHtml(openWords(path.first, lang));
  }
}

/** Puts other values into fields of the label; one that has no value any more goes. */
function writeFields(page: HTMLElement, built: readonly Field[], now: readonly Field[]): void {
  for (const field of page.querySelectorAll('dl.fields > div')) {
    const name = field.querySelector('dt')?.text;
    if (!built.some((each) => each.name === name)) continue;
    const found = now.find((each) => each.name === name);
    const value = field.querySelector('dd');
    if (!found) field.remove();
    else if (value) value.innerHTML = escapeHtml(found.value);
  }
}

/** Leaves only the courses that are here to what counts the record. */
function countRecord(page: HTMLElement, without: readonly string[]): void {
  for (const island of page.querySelectorAll('astro-island[props]')) {
    const props = JSON.parse(island.getAttribute('props') ?? '{}') as {
      readonly shown?: { readonly courses?: readonly { readonly id: string }[] };
    };
    const { courses } = props.shown ?? {};
    if (!courses) continue;
    const here = courses.filter(({ id }) => !without.includes(id));
    island.setAttribute(
      'props',
      JSON.stringify({ ...props, shown: { ...props.shown, courses: here } }),
    );
  }
}

/** Leaves on the page with the choice of language what is said in a language that is here. */
function keepLanguages(page: HTMLElement, langs: readonly Locale[]): void {
  const tags = langs.map((lang) => LOCALE_FACTS[lang].tag);
  for (const part of page.querySelectorAll('.foot p[lang]')) {
    if (!tags.includes(part.getAttribute('lang') ?? '')) part.remove();
  }
}
