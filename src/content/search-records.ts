import type { SearchRecord } from '../search/search.ts';
import type { Locale } from '../i18n/locales.ts';
import { SOURCE_LOCALE } from '../i18n/locales.ts';
import { readDictionary } from '../i18n/t.ts';
import {
  courses,
  dataOf,
  library,
  modules,
  tellCourse,
  tellLesson,
  tellPair,
  type Course,
} from './catalogue.ts';
import { headingsOf } from './headings.ts';
import { outline } from './mdx.ts';

/**
 * Everything of a course that can be found in one language. Words that are not translated are left out:
 * they belong to the English search.
 */
export function courseRecords(course: Course, locale: Locale): SearchRecord[] {
  const title = modules(locale).find(({ id }) => id === course.id)?.short ?? course.id;
  const code = course.spine.code;
  const records: SearchRecord[] = [];
  const words = tellCourse(course, locale);
  if (words.locale === locale) {
    records.push({
      path: `${course.id}/`,
      title,
      within: code,
      kind: 'course',
      text: [
        words.words.lead,
        ...Object.values(words.words.outcomes),
        ...Object.values(words.words.misconceptions).flatMap(({ name, instead }) => [
          name,
          instead,
        ]),
      ].join(' '),
      also: [code],
    });
  }
  for (const lesson of course.lessons) {
    const told = tellLesson(lesson, locale);
    const page = lesson.files.pages[locale];
    if (told.locale !== locale || !page) continue;
    const headings = headingsOf(page);
    outline(page).sections.forEach((section, index) => {
      const heading = index === 0 ? undefined : headings[index - 1];
      records.push({
        path: `${course.id}/${lesson.id}/${heading ? `#${heading.id}` : ''}`,
        title: heading?.text ?? told.words.title,
        within: heading ? `${lesson.number} ${told.words.title}` : `${lesson.number} ${title}`,
        kind: 'lesson',
        text: section.paragraphs
          .filter(({ inside }) => !inside.includes('Trainer'))
          .map(({ text }) => text)
          .join(' '),
        also: index === 0 ? [lesson.number] : [],
      });
    });
  }
  const { scenario, labs } = course.files;
  if (scenario) {
    const told = tellPair(scenario, locale);
    if (told.locale === locale) {
      records.push({
        path: `${course.id}/case/`,
        title: told.words.title,
        within: `${code} ${title}`,
        kind: 'case',
        text: `${told.words.description} ${told.words.setting} ${told.words.law_card}`,
        also: [],
      });
    }
  }
  for (const lab of labs) {
    const told = tellPair(lab, locale);
    if (told.locale === locale) {
      records.push({
        path: `${course.id}/lab-${told.spine.id}/`,
        title: told.words.title,
        within: `${code} ${title}`,
        kind: 'lab',
        text: `${told.words.description} ${told.words.lead}`,
        also: [],
      });
    }
  }
  return records;
}

/** Pages outside the courses whose words stand in one area of the interface dictionary. */
const PAGES = [
  { path: 'about/', area: 'about' },
  { path: 'safe-use/', area: 'safe' },
];

/** What belongs to no course: the glossary, modules that are planned or not translated, and the pages about the site. */
export function libraryRecords(locale: Locale): SearchRecord[] {
  const dictionary = Object.entries(readDictionary(locale));
  const pages = PAGES.map(({ path, area }) => ({
    path,
    title: dictionary.find(([key]) => key === `${area}.title`)?.[1] ?? '',
    text: dictionary
      .filter(([key]) => key.startsWith(`${area}.`))
      .map(([, words]) => words.replace(/\{\{\w+\}\}/g, ''))
      .join(' '),
  })).filter(({ title }) => title !== '');
  const terms = Object.entries(dataOf(library().glossary)).map(([id, term]): SearchRecord => ({
    path: `glossary/#${id}`,
    title: term.forms[locale],
    within: '',
    kind: 'term',
    text: term.definitions[locale] ?? '',
    also: [
      ...(term.also[locale] ?? []),
      ...(locale === SOURCE_LOCALE ? [] : [term.forms[SOURCE_LOCALE]]),
    ],
  }));
  // Titles and summaries of modules are in every language, also where the module itself is not translated yet.
  const untold = modules(locale)
    .filter(({ course }) => !course || tellCourse(course, locale).locale !== locale)
    .map((module): SearchRecord => ({
      path: `${module.id}/`,
      title: module.title,
      within: module.code,
      kind: 'course',
      text: module.summary,
      also: [module.code],
    }));
  return [
    ...terms,
    ...untold,
    ...pages.map((page): SearchRecord => ({ ...page, within: '', kind: 'page', also: [] })),
  ];
}

/** The files that search can load in this build: one for each course, and the library. */
export function searchFiles(): string[] {
  return [...courses().map(({ id }) => id), 'library'];
}
