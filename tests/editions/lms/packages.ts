import { courses } from '../../../src/content/catalogue.ts';
import { packLms, type LmsLanguage, type LmsOptions } from '../../../src/editions/lms/pack.ts';
import type { Files } from '../../../src/editions/zip.ts';
import { journeyCourse } from '../journey.ts';
import { SITE } from '../packages.ts';

/** The course whose packages are tried. */
export const COURSE = journeyCourse();

/** What is packed when a test needs nothing special: the first course in English. */
export function lmsOptions(change: Partial<LmsOptions> = {}): LmsOptions {
  return {
    site: SITE,
    course: COURSE,
    lang: 'en',
    without: courses().flatMap(({ id }) => (id === COURSE.id ? [] : [id])),
    name: 'test.zip',
    about: { commit: 'test' },
    progress: () => undefined,
    ...change,
  };
}

const made = new Map<LmsLanguage, Promise<Files>>();

/** The package for an LMS that speaks this language; made once. */
export function packageFor(language: LmsLanguage): Promise<Files> {
  const known = made.get(language) ?? packLms(language, lmsOptions());
  made.set(language, known);
  return known;
}
