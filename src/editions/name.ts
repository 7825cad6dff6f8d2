import { LOCALES, type Locale } from '../i18n/locales.ts';

/** Whom a package is for. */
export type Audience = 'learner' | 'trainer';

/** What a package holds, as far as its name tells it. */
export interface Holding {
  readonly edition: string;
  readonly audience: Audience;
  /** The State whose law it shows; `law-` stands before its code, because `ar` or `es` could be a language. */
  readonly jurisdiction?: string | undefined;
  /** Codes of the courses that were asked for, `A2`; empty for all. */
  readonly codes: readonly string[];
  readonly langs: readonly Locale[];
}

/** `custodia-usb-en`: only what is not the whole stands in the name. */
export function packageName({ edition, audience, jurisdiction, codes, langs }: Holding): string {
  return [
    'custodia',
    ...(edition === '' ? [] : [edition]),
    ...(audience === 'trainer' ? ['trainer'] : []),
    ...(jurisdiction === undefined ? [] : [`law-${jurisdiction}`]),
    ...codes.map((code) => code.toLowerCase()),
    ...(langs.length === LOCALES.length ? [] : langs),
  ].join('-');
}

/** What the name of a package for one course and one language tells. */
export interface CourseHolding extends Pick<Holding, 'edition' | 'audience' | 'jurisdiction'> {
  /** Code of the course, `A2`. */
  readonly code: string;
  readonly lang: Locale;
  /** The LMS it was made for, where one was named. */
  readonly lms?: string | undefined;
}

/** `a2-scorm12-en`; for trainers, with the law of a State, for one LMS: `a2-scorm12-trainer-law-xa-openedx-en`. */
export function coursePackageName(holding: CourseHolding): string {
  const { code, edition, audience, jurisdiction, lms, lang } = holding;
  return [
    code.toLowerCase(),
    edition,
    ...(audience === 'trainer' ? ['trainer'] : []),
    ...(jurisdiction === undefined ? [] : [`law-${jurisdiction}`]),
    ...(lms === undefined ? [] : [lms]),
    lang,
  ].join('-');
}
