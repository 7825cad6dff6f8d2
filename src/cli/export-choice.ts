import { courses, tellCourse, tellLesson, type Course } from '../content/catalogue.ts';
import { EDITIONS } from '../editions/editions.ts';
import type { Audience } from '../editions/name.ts';
import { PRESETS, type Preset } from '../editions/lms/presets.ts';
import { LOCALES, LOCALE_FACTS, isLocale, type Locale } from '../i18n/locales.ts';
import { OUTPUT } from './site.ts';

/** What the options of `npm run export` ask for, as they were typed. */
export interface Asked {
  readonly edition: string | undefined;
  readonly courses: readonly string[];
  readonly langs: readonly string[];
  readonly audience: string;
  readonly single: boolean;
  /** The LMS that packages are for, where one was named. */
  readonly lms?: string | undefined;
}

/** What is to be packed. */
export interface Choice {
  readonly audience: Audience;
  /** Names of editions. */
  readonly editions: readonly string[];
  readonly courses: readonly Course[];
  /** Codes of the courses, where not all were asked for. */
  readonly codes: readonly string[];
  readonly langs: readonly Locale[];
  /** Ids of published courses that stay out. */
  readonly without: readonly string[];
  /** Ids of all published courses. */
  readonly all: readonly string[];
  /** What the LMS that was named wants differently, with its name. */
  readonly preset: { readonly name: string; readonly preset: Preset } | undefined;
}

/** Checks what was asked for before any work. Gives one line that says what is wrong and what to do. */
export function chooseExport(asked: Asked): Choice | string {
  const { audience, single } = asked;
  const edition = asked.edition ?? (single ? 'usb' : '');
  const names = Object.keys(EDITIONS);
  const known = [...names, 'all'].map((name) => `\`${name}\``).join(', ');
  if (edition === '') return `Say which edition: \`--edition\` with one of ${known}.`;
  if (edition !== 'all' && !Object.hasOwn(EDITIONS, edition)) {
    return `\`--edition ${edition}\` is unknown. Use one of ${known}.`;
  }
  if (single && edition !== 'usb') {
    return `\`--single-file\` belongs to \`--edition usb\`; \`${edition}\` has no such form.`;
  }
  const preset =
    asked.lms !== undefined && Object.hasOwn(PRESETS, asked.lms) ? PRESETS[asked.lms] : undefined;
  if (asked.lms !== undefined && !preset) {
    const lmss = Object.keys(PRESETS).map((name) => `\`${name}\``);
    return `\`--lms ${asked.lms}\` is unknown. Use one of ${lmss.join(', ')}, or leave it out for any other LMS.`;
  }
  if (preset && edition !== 'all' && EDITIONS[edition]?.each !== 'course') {
    return `\`--lms\` belongs to the editions for an LMS; \`${edition}\` goes into none.`;
  }
  if (!Object.hasOwn(OUTPUT, audience)) {
    return `\`--audience ${audience}\` is unknown. Use \`learner\` or \`trainer\`.`;
  }
  const published = courses();
  if (published.length === 0) return 'No course is published; there is nothing to export.';
  const strange = asked.courses.find((id) => !published.some((course) => course.id === id));
  if (strange !== undefined) {
    return `\`--course ${strange}\` is no published course. Use one of ${published.map(({ id }) => `\`${id}\``).join(', ')}.`;
  }
  const chosen =
    asked.courses.length === 0
      ? published
      : published.filter(({ id }) => asked.courses.includes(id));
  const foreign = asked.langs.find((lang) => !isLocale(lang));
  if (foreign !== undefined) {
    return `\`--lang ${foreign}\` is no language of Custodia. Use one of ${LOCALES.map((lang) => `\`${lang}\``).join(', ')}.`;
  }
  const langs = LOCALES.filter((lang) =>
    asked.langs.length === 0
      ? !single || chosen.some((course) => isTranslated(course, lang))
      : asked.langs.includes(lang),
  );
  const empty =
    asked.langs.length === 0
      ? undefined
      : langs.find((lang) => !chosen.some((course) => isTranslated(course, lang)));
  if (empty !== undefined) {
    return `Nothing of the chosen courses is translated into ${LOCALE_FACTS[empty].name} (\`${empty}\`) yet. \`npm run status -- ${empty}\` shows what is missing.`;
  }
  const partial = asked.courses.length > 0 || asked.langs.length > 0;
  if (edition === 'site' && partial) {
    return '`--edition site` is the whole site, because its pages link to each other. Leave out `--course` and `--lang`.';
  }
  const without = published.filter((course) => !chosen.includes(course)).map(({ id }) => id);
  return {
    audience: audience as Audience,
    editions: edition === 'all' ? names.filter((name) => !(partial && name === 'site')) : [edition],
    courses: chosen,
    codes: without.length === 0 ? [] : chosen.map((course) => course.spine.code),
    langs,
    without,
    all: published.map(({ id }) => id),
    preset: preset && { name: asked.lms ?? '', preset },
  };
}

/** The languages of a choice that any of its courses is translated into. */
export function toldIn({ courses: chosen, langs }: Choice): Locale[] {
  return langs.filter((lang) => chosen.some((course) => isTranslated(course, lang)));
}

/** Whether any page of a course is told in the language itself. */
export function isTranslated(course: Course, lang: Locale): boolean {
  return [
    tellCourse(course, lang),
    ...course.lessons.map((lesson) => tellLesson(lesson, lang)),
  ].some((told) => told.locale === lang);
}
