import { readFileSync, existsSync } from 'node:fs';
import type { HTMLElement } from 'node-html-parser';
import { tellCourse, dataOf, modules, type Course } from '../../content/catalogue.ts';
import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import type { Audience } from '../name.ts';
import { escapeHtml } from '../packed/shell.ts';
import { chapterOf, type Answer, type Around, type Chapter } from './chapter.ts';
import { keepSources, keepTerms, referencesOf } from './references.ts';

/** A course in one language as a book. */
export interface Book {
  readonly course: Course;
  readonly lang: Locale;
  readonly audience: Audience;
  /** The State whose law it shows, two letters. */
  readonly jurisdiction: string | undefined;
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** What a book is made of. */
export interface BookOptions {
  /** Folder of the built site, with base `/`. */
  readonly site: string;
  readonly course: Course;
  readonly lang: Locale;
  /** Learners, and the law of no State, unless told otherwise: whom the site was built for. */
  readonly audience?: Audience;
  readonly jurisdiction?: string | undefined;
  /** How the address of a place in a chapter is written: `images.xhtml#top`, `#images-top`. */
  readonly address: (chapter: string, place: string) => string;
}

/** Name of the chapter with all answers. */
const ANSWERS = 'answers';

/** A page of the site that becomes a chapter. */
interface Page {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

/**
 * Reads the pages of a course in the order of study: the course, form A, lessons, labs, the case, form B, then all
 * answers, the words of the glossary and the sources that these pages use.
 */
export function bookOf({
  site,
  course,
  lang,
  audience = 'learner',
  jurisdiction,
  address,
}: BookOptions): Book {
  const t = translator(lang);
  const pages = pagesOf(course);
  const inside = new Map([...pages, ...LISTS].map(({ id, path }) => [`${lang}/${path}`, id]));
  const read = ({ path }: Page): string => {
    const file = `${site}/${lang}/${path}index.html`;
    if (!existsSync(file)) throw new Error(`The site has no page ${lang}/${path}. Build it anew.`);
    return readFileSync(file, 'utf8');
  };
  const built = pages.map((page) => ({ ...page, html: read(page) }));
  const references = referencesOf(
    built.map(({ html }) => html),
    read(SOURCES),
  );
  const around: Around = {
    to: (route, place) => {
      const id = inside.get(route);
      return id === undefined ? undefined : address(id, place);
    },
    answer: (item) => address(ANSWERS, `answer-${item}`),
    term: (id) => address(GLOSSARY.id, id),
    source: (id) => address(SOURCES.id, id),
    references,
    words: {
      answer: t('edition.book.answer'),
      check: t('edition.book.check'),
      way: t('edition.book.way'),
      fiction: t('edition.book.fiction'),
    },
  };
  const chapters: Chapter[] = [];
  const answers: { readonly from: Chapter; readonly given: readonly Answer[] }[] = [];
  for (const { html, path, ...page } of built) {
    const made = chapterOf({ ...page, route: `${lang}/${path}`, html }, around);
    chapters.push(made.chapter);
    if (made.answers.length > 0) answers.push({ from: made.chapter, given: made.answers });
  }
  const list = (page: Page, keep: (article: HTMLElement) => void): Chapter =>
    chapterOf({ ...page, route: `${lang}/${page.path}`, html: read(page) }, around, keep).chapter;
  chapters.push(answersChapter(lang, answers, address));
  if (references.terms.size > 0)
    chapters.push(list(GLOSSARY, (article) => keepTerms(article, references)));
  if (references.sources.size > 0)
    chapters.push(
      list(SOURCES, (article) => keepSources(article, references, `/${lang}/${course.id}/`)),
    );
  const module = modules(lang).find(({ id }) => id === course.id);
  const title = `${course.spine.code} ${module?.title ?? course.id}`;
  return { course, lang, audience, jurisdiction, title, chapters };
}

const GLOSSARY: Page = { id: 'glossary', kind: 'glossary', path: 'glossary/' };
const SOURCES: Page = { id: 'sources', kind: 'sources', path: 'sources/' };
const LISTS = [GLOSSARY, SOURCES];

function pagesOf(course: Course): Page[] {
  const own = (id: string, kind: string): Page => ({ id, kind, path: `${course.id}/${id}/` });
  const [first, ...lessons] = course.lessons.map(({ id }) => own(id, 'lesson'));
  const labs = course.files.labs.map((pair) => own(`lab-${dataOf(pair.spine).id}`, 'lab'));
  return [
    { id: 'course', kind: 'course', path: `${course.id}/` },
    ...(first ? [first] : []),
    ...(course.files.quiz ? [own('quiz-a', 'quiz')] : []),
    ...lessons,
    ...labs,
    ...(course.files.scenario ? [own('case', 'case')] : []),
    ...(course.files.quiz ? [own('quiz-b', 'quiz')] : []),
  ];
}

function answersChapter(
  lang: Locale,
  answers: readonly { readonly from: Chapter; readonly given: readonly Answer[] }[],
  address: BookOptions['address'],
): Chapter {
  const t = translator(lang);
  const { tag, dir } = LOCALE_FACTS[lang];
  const parts = answers.map(({ from, given }) => {
    const items = given.map(
      ({ item, kind, name, html }) =>
        `<section id="answer-${item}" class="${kind}" lang="${from.lang}" dir="${from.dir}"><h3><a href="${address(from.id, `question-${item}`)}" class="paged">${escapeHtml(name)}</a></h3>${html}</section>`,
    );
    return `<h2>${escapeHtml(from.title)}</h2><div class="columns">${items.join('')}</div>`;
  });
  const title = t('edition.book.answers');
  const head = `<div class="label"><h1>${title}</h1></div>`;
  return { id: ANSWERS, kind: ANSWERS, title, lang: tag, dir, head, html: parts.join('') };
}

/** The words on a book's first page; `kind` says whose handbook it is. */
export function frontWords({ course, lang, audience }: Book): {
  kind: string;
  lead: string;
  who: string;
  licence: string;
} {
  const t = translator(lang);
  return {
    kind: t(audience === 'trainer' ? 'edition.book.handbook.trainer' : 'edition.book.handbook'),
    lead: tellCourse(course, lang).words.lead.trim(),
    who: t('site.who'),
    licence: t('site.licence'),
  };
}
