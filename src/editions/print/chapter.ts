import type { HTMLElement } from 'node-html-parser';
import { parsePage } from '../packed/read.ts';

/** A page of the site as a chapter of a book: complete, without anything that needs script or a pen of light. */
export interface Chapter {
  /** Name inside the book: `images`, `quiz-a`. */
  readonly id: string;
  readonly title: string;
  /** Language of the words, such as `en` or `zh-Hans`. */
  readonly lang: string;
  readonly dir: string;
  /** Body as HTML. */
  readonly html: string;
}

/** The answer to a question, moved to the end of the book. */
export interface Answer {
  /** `a03`, `p07`. */
  readonly item: string;
  readonly html: string;
}

/** Colours of drawings, as print has them; books have no custom properties to rely on. */
const COLOURS: Readonly<Record<string, string>> = {
  paper: '#ffffff',
  sunk: '#f0f1ea',
  ink: '#1a2327',
  ink2: '#4b575a',
  rule: '#cdd2c9',
  edge: '#727d7b',
  buff: '#ebd79e',
  buffedge: '#86702f',
  petrol: '#0f5460',
  madder: '#982b1e',
};
const GONE =
  'script, style, noscript, template, button, form, nav, [data-needs-script], [data-site-only], [hidden], .contents, .actions, .status, .label .dots, .searchform';
const KEPT_ATTRIBUTES =
  /^(?:id|class|href|src|alt|lang|dir|scope|colspan|rowspan|start|type|viewbox|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|fill|stroke|stroke-[\w-]+|text-anchor|transform|aria-label|role)$/i;

/** How links of a chapter are written. */
export interface Links {
  /** The address inside the book of a route of the site and a place on it; undefined for what the book does not hold. */
  readonly to: (route: string, place: string) => string | undefined;
  /** The address of an answer. */
  readonly answer: (item: string) => string;
  /** Words of the link from a question to its answer. */
  readonly answerWords: string;
}

/**
 * Makes a chapter of a built page. Answers are taken out of their questions and given back for the end of the book.
 *
 * @param route of the page: `en/a2-.../images/`
 * @throws when the page has no article
 */
export function chapterOf(
  { id, route, html }: { readonly id: string; readonly route: string; readonly html: string },
  links: Links,
): { readonly chapter: Chapter; readonly answers: readonly Answer[] } {
  const page = parsePage(html.replace(/<!--.*?-->/gs, ''));
  const article = page.querySelector('main article');
  if (!article) throw new Error(`The page ${route} has no article to make a chapter of.`);
  const lang = article.getAttribute('lang') ?? 'en';
  const dir = article.getAttribute('dir') ?? 'ltr';
  const title = (article.querySelector('h1')?.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const answers = takeAnswers(article, links);
  for (const element of article.querySelectorAll(GONE)) element.remove();
  for (const island of article.querySelectorAll('astro-island'))
    island.replaceWith(...island.childNodes);
  writeLinks(article, route, links);
  writeFields(article);
  unfold(article);
  tidy(article);
  const answerPages = answers.map(({ item, element }) => {
    for (const gone of element.querySelectorAll('summary, button')) gone.remove();
    writeLinks(element, route, links);
    tidy(element);
    return { item, html: element.innerHTML };
  });
  return { chapter: { id, title, lang, dir, html: article.innerHTML }, answers: answerPages };
}

function takeAnswers(
  article: HTMLElement,
  links: Links,
): { readonly item: string; readonly element: HTMLElement }[] {
  return article.querySelectorAll('[data-words]').flatMap((question) => {
    const item = question.getAttribute('data-words') ?? '';
    const answer = question.querySelector('details.question-answer');
    if (!answer) return [];
    question.setAttribute('id', `question-${item}`);
    const copy = parsePage(answer.toString()).querySelector('details');
    answer.replaceWith(
      `<p class="to-answer"><a href="${links.answer(item)}" class="written">${links.answerWords}</a></p>`,
    );
    return copy ? [{ item, element: copy }] : [];
  });
}

/** Links inside the book lead to its chapters; links to other pages of the site become plain words. */
function writeLinks(root: HTMLElement, route: string, links: Links): void {
  for (const link of root.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (link.classList.contains('written') || /^https?:/.test(href)) continue;
    const url = new URL(href, `http://site/${route}`);
    const inside = links.to(url.pathname.slice(1), decodeURIComponent(url.hash.slice(1)));
    if (inside === undefined || link.classList.contains('leave'))
      link.replaceWith(...link.childNodes);
    else link.setAttribute('href', inside);
  }
}

/** Boxes to tick and lines to write on, as on paper. */
function writeFields(root: HTMLElement): void {
  for (const input of root.querySelectorAll('input')) {
    const box = ['radio', 'checkbox'].includes(input.getAttribute('type') ?? '');
    input.replaceWith(
      box ? '<span class="box">☐ </span>' : '<span class="blank">…………………………</span>',
    );
  }
  for (const field of root.querySelectorAll('select, textarea, progress, output'))
    field.replaceWith('<span class="blank">…………………………</span>');
  rename(root, 'label', 'div');
  rename(root, 'fieldset', 'div');
  rename(root, 'legend', 'p');
}

/** Folded parts stand open, under the words that would have opened them. */
function unfold(root: HTMLElement): void {
  rename(root, 'summary', 'p');
  rename(root, 'details', 'section');
}

function rename(root: HTMLElement, from: string, to: string): void {
  // From the inside out: an element that is replaced takes what stands in it along.
  for (const element of root.querySelectorAll(from).reverse()) {
    const attributes = ['id', 'lang', 'dir']
      .flatMap((name) => {
        const value = element.getAttribute(name);
        return value === undefined ? [] : [` ${name}="${value}"`];
      })
      .join('');
    const kind = [element.getAttribute('class'), `was-${from}`].filter(Boolean).join(' ');
    element.replaceWith(`<${to} class="${kind}"${attributes}>${element.innerHTML}</${to}>`);
  }
}

/** Takes off what only a screen needs, and writes colours out. */
function tidy(root: HTMLElement): void {
  for (const element of root.querySelectorAll('*')) {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (!KEPT_ATTRIBUTES.test(name)) element.removeAttribute(name);
      else if (value.includes('var(--'))
        element.setAttribute(
          name,
          value.replace(/var\(--([\w-]+)\)/g, (_, colour: string) => COLOURS[colour] ?? '#1a2327'),
        );
    }
  }
}
