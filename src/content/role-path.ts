import type { Role } from '../domain/roles.ts';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/t.ts';
import { courses, dataOf, library, modules, tellCourse } from './catalogue.ts';

/** A module of the map, as `modules` gives it. */
export type Module = ReturnType<typeof modules>[number];

/** A module on a role's path. */
export interface PathModule extends Module {
  readonly kind: 'full' | 'light';
  /** Minutes that this role spends on it. */
  readonly time: number;
}

/** A field of a page's label. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** The path of a role, with what of it can be studied here. */
export interface RolePath {
  readonly modules: readonly PathModule[];
  /** The module to begin with; `undefined` where none that the role takes in full is here. */
  readonly first: PathModule | undefined;
  /** The fields that count. */
  readonly fields: readonly Field[];
}

/** Hours with at most one decimal. */
export function hoursOf(minutes: number, lang: Locale): string {
  return translator(lang)('site.hours', { count: Math.round(minutes / 6) / 10 });
}

/**
 * The path of a role.
 *
 * @param without published courses that are not here, in a copy that holds only some
 * @throws when the path names a module that the map has not, or takes as light what has no light version
 */
export function rolePath(role: Role, lang: Locale, without: readonly string[] = []): RolePath {
  const t = translator(lang);
  const all = modules(lang);
  const path = dataOf(library().modules).paths[role];
  const listed = (['full', 'light'] as const).flatMap((kind) =>
    path[kind].map((code): PathModule => {
      const module = all.find((each) => each.code === code);
      if (!module) {
        throw new Error(
          `courses/modules.yaml: the path of ${role} names ${code}, which is no module.`,
        );
      }
      const time = kind === 'full' ? module.minutes : module.light?.minutes;
      if (time === undefined) {
        throw new Error(
          `courses/modules.yaml: ${role} takes ${code} as light, which has no \`light\`.`,
        );
      }
      return { ...module, kind, time };
    }),
  );
  const ready = listed.filter(({ id, course }) => course && !without.includes(id));
  const inFull = ready.filter(({ kind }) => kind === 'full');
  const sum = (some: readonly PathModule[]): number =>
    some.reduce((total, { time }) => total + time, 0);
  const deeper = inFull.reduce((total, module) => total + (module.deeper ?? 0), 0);
  return {
    modules: listed,
    first: inFull[0],
    fields: [
      {
        name: t('path.field.modules'),
        value: t('path.field.modules.value', { ready: ready.length, count: listed.length }),
      },
      {
        name: t('path.field.ready'),
        value: t('path.field.ready.value', {
          ready: hoursOf(sum(ready), lang),
          all: hoursOf(sum(listed), lang),
        }),
      },
      ...(deeper > 0 ? [{ name: t('path.field.deeper'), value: hoursOf(deeper, lang) }] : []),
    ],
  };
}

/** The words of the button that opens a module from a role's path. */
export function openWords({ code, short }: Pick<Module, 'code' | 'short'>, lang: Locale): string {
  return translator(lang)('path.open', { title: `${code} ${short}` });
}

/**
 * The fields of the home page that count.
 *
 * @param without published courses that are not here, in a copy that holds only some
 */
export function homeFields(lang: Locale, without: readonly string[] = []): Field[] {
  const t = translator(lang);
  const here = courses().filter(({ id }) => !without.includes(id));
  return [
    {
      name: t('home.field.modules'),
      value: t('home.field.modules.value', {
        ready: here.length,
        planned: modules(lang).filter(({ course }) => !course).length,
      }),
    },
    {
      name: t('home.field.languages'),
      value: t('home.field.languages.value', {
        translated: here.filter((course) => tellCourse(course, lang).locale === lang).length,
        ready: here.length,
      }),
    },
  ];
}
