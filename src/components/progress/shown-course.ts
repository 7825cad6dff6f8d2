import {
  dataOf,
  library,
  modules,
  tellCourse,
  tellPair,
  type Course,
} from '../../content/catalogue.ts';
import { partOf, stepsOf } from '../../content/steps.ts';
import type { Role } from '../../domain/roles.ts';
import { monthsOf } from '../../i18n/dates.ts';
import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import type {
  ShownCourse,
  ShownModule,
  ShownPart,
  ShownProgress,
} from '../../islands/progress/shown.ts';
import { pageHref } from '../../layouts/links.ts';

/** A published course as the pages of a record show it. */
export function shownCourse(course: Course, lang: Locale): ShownCourse {
  const { words, locale } = tellCourse(course, lang);
  const home = `${course.id}/`;
  const items = course.files.quiz ? dataOf(course.files.quiz.spine).items : [];
  const scenario = course.files.scenario && tellPair(course.files.scenario, lang);
  return {
    id: course.id,
    code: course.spine.code,
    title: modules(lang).find((module) => module.id === course.id)?.title ?? course.id,
    href: pageHref(lang, home),
    version: course.spine.version,
    lang: LOCALE_FACTS[locale].tag,
    dir: LOCALE_FACTS[locale].dir,
    months: monthsOf(lang),
    parts: stepsOf(course, lang).flatMap((step): ShownPart[] => {
      const part = partOf(step, scenario?.spine.id ?? '');
      const { number, title, path } = step;
      return part ? [{ part, number, title, href: pageHref(lang, home + path) }] : [];
    }),
    outcomes: course.spine.tested.map((id) => ({ id, words: words.outcomes[id] ?? id })),
    endings: Object.fromEntries(
      Object.entries(scenario?.words.endings ?? {}).map(([id, ending]) => [id, ending.title]),
    ),
    pass: course.files.quiz ? dataOf(course.files.quiz.spine).pass : 0,
    of: items.filter((item) => item.form === 'b').length,
  };
}

/** Everything that My progress needs to know of the courses and of the paths of the roles. */
export function shownProgress(lang: Locale): ShownProgress {
  const all = modules(lang);
  const { paths } = dataOf(library().modules);
  const pick = (codes: readonly string[], light: boolean): ShownModule[] =>
    all
      .filter((module) => codes.includes(module.code))
      .map((module) => ({
        code: module.code,
        title: module.short,
        href: pageHref(lang, `${module.id}/`),
        course: module.course?.id ?? '',
        light,
      }));
  const path = (role: Role): ShownModule[] => [
    ...pick(paths[role].full, false),
    ...pick(paths[role].light, true),
  ];
  return {
    courses: all.flatMap((module) => (module.course ? [shownCourse(module.course, lang)] : [])),
    paths: {
      investigator: path('investigator'),
      examiner: path('examiner'),
      prosecutor: path('prosecutor'),
      judge: path('judge'),
    },
  };
}
