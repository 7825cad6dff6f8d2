import type { HTMLElement } from 'node-html-parser';
import { parsePage } from '../packed/read.ts';
import { setCase } from './case.ts';
import { wordsOf, writeFields } from './fields.ts';
import { setHex } from './hex.ts';
import { writeNotes, type References } from './references.ts';
import { takeSheetAnswers } from './sheet-answers.ts';
import { setSheets } from './sheets.ts';
import { addSpaces } from './spaces.ts';

/** A page of the site as a chapter of a book: complete, without anything that needs script or a pen of light. */
export interface Chapter {
  /** Name inside the book: `images`, `quiz-a`. */
  readonly id: string;
  /** What kind of page it was; style sets each kind in its own way. */
  readonly kind: string;
  readonly title: string;
  /** Language of the words, such as `en` or `zh-Hans`. */
  readonly lang: string;
  readonly dir: string;
  /** Label and introduction as HTML, over all columns of a page. */
  readonly head: string;
  /** Body as HTML. */
  readonly html: string;
}

/** An answer, moved to the end of the book. */
export interface Answer {
  /** `a03`, `p07`; of a lab `lab-hash-bench-2`. */
  readonly item: string;
  /** The answer to a question, or the answers to a form of a lab. */
  readonly kind: 'answer' | 'sheet-answers';
  /** How the question is called where it stands: `Question 3 of 12`. */
  readonly name: string;
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
/** What only a screen needs, and what a book has elsewhere. */
const GONE =
  'script, style, noscript, template, button, form, nav, [data-needs-script], [data-site-only], [data-not-in-book], [hidden], .screen, .stop, .contents, .actions, .status, .hole, .older, .label .dots, .seal svg, .selfcheck summary, .searchform';
const KEPT_ATTRIBUTES =
  /^(?:id|class|href|src|alt|lang|dir|scope|colspan|rowspan|start|type|viewbox|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|points|fill|stroke|stroke-[\w-]+|text-anchor|transform|aria-label|role)$/i;

/** What a chapter needs to know about the book around it. */
export interface Around {
  /** The address inside the book of a route of the site and a place on it; undefined for what the book does not hold. */
  readonly to: (route: string, place: string) => string | undefined;
  /** The address of an answer. */
  readonly answer: (item: string) => string;
  /** The address of a word of the glossary, of a source. */
  readonly term: (id: string) => string;
  readonly source: (id: string) => string;
  readonly references: References;
  readonly words: {
    /** The link from a question to its answer. */
    readonly answer: string;
    /** How to check oneself with a form of questions. */
    readonly check: string;
    /** How to read a case. */
    readonly way: string;
    /** That labs are about fictional cases only. */
    readonly fiction: string;
  };
}

/**
 * Makes a chapter of a built page. Answers are taken out of their questions and given back for the end of the book.
 *
 * @param route of the page: `en/a2-.../images/`
 * @param change what else happens to the article before anything is taken off it
 * @throws when the page has no article
 */
export function chapterOf(
  {
    id,
    kind,
    route,
    html,
  }: Pick<Chapter, 'id' | 'kind'> & { readonly route: string; readonly html: string },
  around: Around,
  change: (article: HTMLElement) => void = () => undefined,
): { readonly chapter: Chapter; readonly answers: readonly Answer[] } {
  const page = parsePage(html.replace(/<!--.*?-->/gs, ''));
  const article = page.querySelector('main article');
  if (!article) throw new Error(`The page ${route} has no article to make a chapter of.`);
  const lang = article.getAttribute('lang') ?? 'en';
  const dir = article.getAttribute('dir') ?? 'ltr';
  const title = wordsOf(article.querySelector('h1') ?? article);
  change(article);
  const answers = [...takeAnswers(article, around), ...takeLabAnswers(article, id, around)];
  for (const element of article.querySelectorAll(GONE)) element.remove();
  for (const island of article.querySelectorAll('astro-island'))
    island.replaceWith(...island.childNodes);
  setWords(article, around);
  setSheets(article);
  setHex(article);
  setCase(article, around.words.way);
  finish(article, route, around);
  const head = article.querySelectorAll('.label, .quiz-intro').map((part) => {
    part.remove();
    return part.toString();
  });
  return {
    chapter: { id, kind, title, lang, dir, head: head.join(''), html: article.innerHTML },
    answers: answers.map(({ element, ...answer }) => {
      for (const gone of element.querySelectorAll('summary, button')) gone.remove();
      for (const line of element.querySelectorAll('.answers br')) line.replaceWith(' ');
      finish(element, route, around);
      return { ...answer, html: element.innerHTML };
    }),
  };
}

function finish(root: HTMLElement, route: string, around: Around): void {
  // A book's reader takes no list inside a word, and no row's name in a cell that is none.
  for (const list of root.querySelectorAll('b > ol, i > ol, span > ol'))
    list.parentNode?.replaceWith(...list.parentNode.childNodes);
  for (const cell of root.querySelectorAll('td[scope]')) cell.removeAttribute('scope');
  writeNotes(root, around.references, around.source);
  writeLinks(root, route, around);
  writeFields(root);
  addSpaces(root);
  tidy(root);
}

type Taken = Omit<Answer, 'html'> & { readonly element: HTMLElement };

function takeAnswers(article: HTMLElement, { answer, words }: Around): Taken[] {
  return article.querySelectorAll('[data-words]').flatMap((question) => {
    const item = question.getAttribute('data-words') ?? '';
    const folded = question.querySelector('details.question-answer');
    if (!folded) return [];
    question.setAttribute('id', `question-${item}`);
    const copy = parsePage(folded.toString()).querySelector('details');
    folded.replaceWith(toAnswer(answer(item), words.answer));
    const kicker = question.querySelector('.question-kicker');
    const name = kicker ? wordsOf(kicker) : item.toUpperCase();
    return copy ? [{ item, kind: 'answer' as const, name, element: copy }] : [];
  });
}

function takeLabAnswers(article: HTMLElement, id: string, { answer, words }: Around): Taken[] {
  const itemOf = (number: number) => `${id}-${number}`;
  return takeSheetAnswers(article, (number) =>
    toAnswer(answer(itemOf(number)), words.answer, `question-${itemOf(number)}`),
  ).map(({ title, element }, index) => ({
    item: itemOf(index + 1),
    kind: 'sheet-answers' as const,
    name: title,
    element,
  }));
}

function toAnswer(address: string, words: string, id = ''): string {
  return `<p class="to-answer"${id === '' ? '' : ` id="${id}"`}><a href="${address}" class="written paged">${words}</a></p>`;
}

/** What is said of the screen, said of paper. */
function setWords(article: HTMLElement, { words }: Around): void {
  article.querySelector('.quiz-intro [data-static]')?.set_content(words.check);
  article.querySelector('.lab-lead + .small')?.set_content(words.fiction);
  const code = article.querySelector('.ref > b');
  if (code?.nextSibling) code.insertAdjacentHTML('afterend', ' · ');
  const seal = article.querySelector('.seal');
  const [name, digits] = [seal?.querySelector('b'), seal?.querySelector('.mono')];
  seal?.set_content(`<p>${String(name)} ${String(digits)}</p>`);
}

/**
 * Links inside the book lead to its chapters, and those that a reader of paper follows say so in their class; a line
 * that only leads out of the book goes, and other links out of it become plain words.
 */
function writeLinks(root: HTMLElement, route: string, { to, term }: Around): void {
  for (const link of root.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (link.classList.contains('written') || /^https?:/.test(href)) continue;
    const word = /^#term-([\w-]+)$/.exec(href)?.[1];
    const url = new URL(href, `http://site/${route}`);
    const inside =
      word === undefined
        ? to(url.pathname.slice(1), decodeURIComponent(url.hash.slice(1)))
        : term(word);
    if (inside === undefined || link.classList.contains('leave')) {
      // "Read this page in English": on paper there is nothing to open.
      if (link.hasAttribute('hreflang')) {
        link.remove();
        continue;
      }
      const line = link.parentNode;
      if (
        line?.rawTagName === 'p' &&
        wordsOf(line) === wordsOf(link) &&
        !link.hasAttribute('download')
      )
        line.remove();
      else link.replaceWith(...link.childNodes);
      continue;
    }
    link.setAttribute('href', inside);
    if (word === undefined && link.closest('.choices') === null) link.classList.add('paged');
  }
}

/** Takes off what only a screen needs, and writes colours out. */
function tidy(root: HTMLElement): void {
  for (const element of root.querySelectorAll(
    '.row > b, [data-enhanced], [data-enhance], .sheet-read',
  ))
    if (wordsOf(element) === '' && !element.querySelector('svg')) element.remove();
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
