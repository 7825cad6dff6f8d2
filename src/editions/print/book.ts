import { readFileSync, existsSync } from 'node:fs';
import { tellCourse, dataOf, modules, type Course } from '../../content/catalogue.ts';
import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { chapterOf, type Answer, type Chapter } from './chapter.ts';

/** A course in one language as a book. */
export interface Book {
  readonly course: Course;
  readonly lang: Locale;
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** What a book is made of. */
export interface BookOptions {
  /** Folder of the built site, with base `/`. */
  readonly site: string;
  readonly course: Course;
  readonly lang: Locale;
  /** How the address of a place in a chapter is written: `images.xhtml#top`, `#images-top`. */
  readonly address: (chapter: string, place: string) => string;
}

/** Name of the chapter with all answers. */
const ANSWERS = 'answers';

/**
 * Reads the pages of a course in the order of study: the course, form A, lessons, labs, the case, form B, then all
 * answers, the glossary and the sources.
 */
export function bookOf({ site, course, lang, address }: BookOptions): Book {
  const t = translator(lang);
  const pages = pagesOf(course);
  const inside = new Map(pages.map(({ id, path }) => [`${lang}/${path}`, id]));
  const links = {
    to: (route: string, place: string): string | undefined => {
      const id = inside.get(route);
      return id === undefined ? undefined : address(id, place);
    },
    answer: (item: string) => address(ANSWERS, `answer-${item}`),
    answerWords: t('edition.book.answer'),
  };
  const chapters: Chapter[] = [];
  const answers: { readonly from: Chapter; readonly given: readonly Answer[] }[] = [];
  for (const { id, path } of pages) {
    const route = `${lang}/${path}`;
    const file = `${site}/${route}index.html`;
    if (!existsSync(file)) throw new Error(`The site has no page ${route}. Build it anew.`);
    const made = chapterOf({ id, route, html: readFileSync(file, 'utf8') }, links);
    chapters.push(made.chapter);
    if (made.answers.length > 0) answers.push({ from: made.chapter, given: made.answers });
  }
  const last = chapters.splice(chapters.length - 2);
  const module = modules(lang).find(({ id }) => id === course.id);
  return {
    course,
    lang,
    title: `${course.spine.code} ${module?.title ?? course.id}`,
    chapters: [...chapters, answersChapter(lang, answers, address), ...last],
  };
}

function pagesOf(course: Course): { id: string; path: string }[] {
  const own = (name: string) => ({ id: name, path: `${course.id}/${name}/` });
  const [first, ...lessons] = course.lessons.map(({ id }) => own(id));
  const labs = course.files.labs.map((pair) => own(`lab-${dataOf(pair.spine).id}`));
  return [
    { id: 'course', path: `${course.id}/` },
    ...(first ? [first] : []),
    ...(course.files.quiz ? [own('quiz-a')] : []),
    ...lessons,
    ...labs,
    ...(course.files.scenario ? [own('case')] : []),
    ...(course.files.quiz ? [own('quiz-b')] : []),
    { id: 'glossary', path: 'glossary/' },
    { id: 'sources', path: 'sources/' },
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
      ({ item, html }) =>
        `<section id="answer-${item}" class="answer" lang="${from.lang}" dir="${from.dir}"><h3><a href="${address(from.id, `question-${item}`)}">${item.toUpperCase()}</a></h3>${html}</section>`,
    );
    return `<h2>${from.title}</h2>${items.join('')}`;
  });
  const title = t('edition.book.answers');
  return { id: ANSWERS, title, lang: tag, dir, html: `<h1>${title}</h1>${parts.join('')}` };
}

/** The words on a book's first page. */
export function frontWords({ course, lang }: Book): { lead: string; who: string; licence: string } {
  const t = translator(lang);
  return {
    lead: tellCourse(course, lang).words.lead.trim(),
    who: t('site.who'),
    licence: t('site.licence'),
  };
}
