import { fileURLToPath } from 'node:url';
import { modules, tellCourse, type Course } from '../../content/catalogue.ts';
import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import { packFolder } from '../packed/folder.ts';
import type { Hosted, PackOptions } from '../packed/pack.ts';
import { packSingle } from '../packed/single.ts';
import { bytesOf, type Files } from '../zip.ts';
import { provenModel } from './build-model.ts';
import { courseStructure, manifest12, manifest2004, type Described } from './manifest.ts';
import { STANDARD, type Preset } from './presets.ts';
import { sayInLms, wordsOf } from './say.ts';

/** The languages in which a package can speak with what has opened it. */
export type LmsLanguage = 'scorm12' | 'scorm2004' | 'cmi5';

/** What is packed for an LMS: one course in one language. */
export interface LmsOptions extends Pick<PackOptions, 'site' | 'name' | 'about' | 'progress'> {
  readonly course: Course;
  readonly lang: Locale;
  /** Ids of all other published courses. */
  readonly without: readonly string[];
  readonly preset?: Preset;
}

/** Pages that every package holds beside its course. */
const SHARED = ['progress', 'glossary', 'search', 'safe-use', 'sources', 'about', '404'];
const MANIFEST: Readonly<
  Record<LmsLanguage, { readonly name: string; readonly write: (about: Described) => string }>
> = {
  scorm12: { name: 'imsmanifest.xml', write: manifest12 },
  scorm2004: { name: 'imsmanifest.xml', write: manifest2004 },
  cmi5: { name: 'cmi5.xml', write: courseStructure },
};

/** Makes the package of one course and one language for an LMS. */
export async function packLms(language: LmsLanguage, options: LmsOptions): Promise<Files> {
  const { course, lang, site, name, about, progress, without, preset = STANDARD } = options;
  const start = `${lang}/${course.id}/`;
  const model = provenModel(course, site);
  const manifest = MANIFEST[language];
  const { words } = tellCourse(course, lang);
  const described = (files: readonly string[]): Described => ({
    course: course.id,
    lang: LOCALE_FACTS[lang].tag,
    version: course.spine.version,
    title:
      `${course.spine.code} ${modules(lang).find(({ id }) => id === course.id)?.title ?? ''}`.trim(),
    description: words.description,
    files,
    pass: { right: model.pass, of: model.forms.b.length },
  });
  const host: Hosted = {
    module: fileURLToPath(new URL(`./app/${language}.ts`, import.meta.url)),
    argument: { model, words: wordsOf(lang), start, interactions: preset.interactions },
    wanted: (route) =>
      route.startsWith(start) || SHARED.some((page) => route === `${lang}/${page}/`),
    start,
    say: sayInLms(lang, language !== 'scorm12'),
    add: (files) => new Map([[manifest.name, bytesOf(manifest.write(described(files)))]]),
  };
  const pack: PackOptions = {
    site,
    langs: [lang],
    without,
    name,
    about,
    progress,
    host,
    // Where the LMS is cannot be known here: the package narrows this to the addresses it was opened with.
    reaches: language === 'cmi5' ? ['https:', 'http:'] : [],
  };
  if (!preset.oneDocument) return packFolder(pack);
  const document = bytesOf(await packSingle(pack, lang));
  return new Map([['index.html', document], ...host.add(['index.html'])]);
}

/** `a2-scorm12-en`; with an LMS that wants something differently `a2-scorm12-openedx-en`. */
export function lmsPackageName(
  code: string,
  edition: string,
  lang: Locale,
  lms = '',
  jurisdiction = '',
): string {
  const law = jurisdiction && `law-${jurisdiction}`;
  return [code.toLowerCase(), edition, lms, law, lang].filter((part) => part !== '').join('-');
}
