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
import { outline, type Section } from './mdx.ts';
import { needsOf, references } from './references.ts';

/** Name of the search file of instruments and bodies. */
export const REFERENCES = 'references';

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
        notes: notesOf(section, told.words.facts),
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

/** The words of the source notes that stand in a section. */
function notesOf(section: Section, facts: Readonly<Record<string, string>>): string {
  return section.components
    .filter(({ name, inside }) => name === 'Source' && !inside.includes('Trainer'))
    .map(({ attributes }) => facts[attributes.fact ?? ''] ?? '')
    .join(' ');
}

/**
 * Instruments and bodies. Where they are not translated, the name and its abbreviations can still be found: they are the
 * same in every language, and people ask for them.
 */
export function referenceRecords(locale: Locale): SearchRecord[] {
  return [...references('instrument', locale), ...references('mechanism', locale)].map(
    ({ kind, path, spine, told: { words, locale: own } }): SearchRecord => ({
      path,
      title: words.short,
      within: '',
      kind,
      text:
        own === locale
          ? [
              words.purpose,
              ...(['can', 'cannot', 'use', 'articles', 'status'] as const).flatMap((part) =>
                spine[part].map(({ id }) => words[part][id] ?? ''),
              ),
            ].join(' ')
          : '',
      also: [...words.also, words.title],
    }),
  );
}

/** What practitioners need from abroad, and who can and cannot give it. */
function needRecords(locale: Locale): SearchRecord[] {
  return needsOf(locale)
    .filter(({ told }) => told.locale === locale)
    .map((need) => ({
      path: `who-can/#${need.id}`,
      title: need.title,
      within: '',
      kind: 'page',
      text: need.first,
      also: [],
    }));
}

/**
 * Pages outside the courses whose words stand in one area of the interface dictionary, and in keys
 * of another that begin so.
 */
const PAGES: readonly { path: string; area: string; also?: string }[] = [
  { path: 'coverage/', area: 'coverage', also: 'about.guide.' },
  { path: 'local-law/', area: 'law' },
  { path: 'about/', area: 'about' },
  { path: 'safe-use/', area: 'safe' },
  { path: 'who-can/', area: 'who' },
];

/**
 * What belongs to no course: the glossary, the pages about the site, and the modules by title:
 * those that are planned, and those that cannot be read in this language yet.
 */
export function libraryRecords(locale: Locale): SearchRecord[] {
  const dictionary = Object.entries(readDictionary(locale));
  const taken = PAGES.flatMap(({ also }) => (also === undefined ? [] : [also]));
  const pages = PAGES.map(({ path, area, also }) => ({
    path,
    title: dictionary.find(([key]) => key === `${area}.title`)?.[1] ?? '',
    text: dictionary
      .filter(
        ([key]) =>
          (key.startsWith(`${area}.`) && !taken.some((start) => key.startsWith(start))) ||
          (also !== undefined && key.startsWith(also)),
      )
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
  const planned = modules(locale)
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
    ...planned,
    ...needRecords(locale),
    ...pages.map((page): SearchRecord => ({ ...page, within: '', kind: 'page', also: [] })),
  ];
}

/** The files that search can load in this build: one for each course, one for instruments and bodies, and the library. */
export function searchFiles(): string[] {
  return [...courses().map(({ id }) => id), REFERENCES, 'library'];
}
