import type { CoursePart, CoursePlan } from '../../domain/folds/course.ts';
import type { Role } from '../../domain/roles.ts';

/** A part of a course with the words for it. */
export interface ShownPart {
  readonly part: CoursePart;
  /** `A2.4`; empty for what has no number. */
  readonly number: string;
  readonly title: string;
  readonly href: string;
}

/** A published course with the words that the pages of a record need. */
export interface ShownCourse {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly version: string;
  /** Language and direction of the words below: English where the course is not translated. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Names of the twelve months in the language of the page where the browser's do not serve; or empty. */
  readonly months: readonly string[];
  readonly parts: readonly ShownPart[];
  /** The outcomes that forms A and B test. */
  readonly outcomes: readonly { readonly id: string; readonly words: string }[];
  /** Titles of the endings of its case, by id. */
  readonly endings: Readonly<Record<string, string>>;
  /** Right answers that form B needs, of how many. */
  readonly pass: number;
  readonly of: number;
}

/** A module on a role's path. */
export interface ShownModule {
  readonly code: string;
  readonly title: string;
  /** Empty where its page is not in this copy. */
  readonly href: string;
  /** Id of the course; empty while the module is in preparation. It may be one that this copy does not hold. */
  readonly course: string;
  readonly light: boolean;
}

/** What the page My progress is about. */
export interface ShownProgress {
  /** The courses that are here. */
  readonly courses: readonly ShownCourse[];
  readonly paths: Readonly<Record<Role, readonly ShownModule[]>>;
}

/** The plan of a course for the folds. */
export function planOf(course: ShownCourse): CoursePlan {
  return {
    course: course.id,
    version: course.version,
    parts: course.parts.map(({ part }) => part),
  };
}

/**
 * A function that writes a day such as `2026-11-23` for readers of the page, always with the digits 0-9.
 * `months` are the names to use in place of the browser's; with an empty list the browser writes the day.
 */
export function dayWriter(months: readonly string[]): (day: string) => string {
  if (months.length === 12) {
    return (day) => {
      const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
      const name = months[Number(month) - 1];
      return name ? `${String(Number(date))} ${name} ${year ?? ''}` : day;
    };
  }
  const { lang } = document.documentElement;
  // Plain `en` would put the month first, which half of its readers misread.
  const tag = lang === 'en' ? 'en-GB' : lang;
  const format = new Intl.DateTimeFormat(`${tag}-u-nu-latn-ca-gregory`, {
    day: 'numeric',
    month: lang === 'en' ? 'short' : 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(time) ? day : format.format(time);
  };
}
