import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modules, tellCourse, type Course } from '../../content/catalogue.ts';
import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import type { Audience } from '../name.ts';
import { packFolder } from '../packed/folder.ts';
import type { Hosted, PackOptions } from '../packed/pack.ts';
import { packSingle } from '../packed/single.ts';
import { verifyPage, withLists } from '../verify.ts';
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
  /** Learners unless told otherwise; an LMS then shows trainers' packages under a title of their own. */
  readonly audience?: Audience;
}

/** Pages that every package holds beside its course. */
const SHARED = ['progress', 'glossary', 'search', 'safe-use', 'sources', 'about', '404'];
const MANIFEST: Readonly<
  Record<
    LmsLanguage,
    {
      readonly name: string;
      readonly write: (about: Described) => string;
      /** Folder of the schemas that the manifest names: whoever checks the package looks for them beside it. */
      readonly schemas?: string;
    }
  >
> = {
  scorm12: { name: 'imsmanifest.xml', write: manifest12, schemas: 'scorm12' },
  scorm2004: { name: 'imsmanifest.xml', write: manifest2004, schemas: 'scorm2004' },
  cmi5: { name: 'cmi5.xml', write: courseStructure },
};

/** Makes the package of one course and one language for an LMS. */
export async function packLms(language: LmsLanguage, options: LmsOptions): Promise<Files> {
  const {
    course,
    lang,
    site,
    name,
    about,
    progress,
    without,
    preset = STANDARD,
    audience,
  } = options;
  const start = `${lang}/${course.id}/`;
  const model = provenModel(course, site);
  const manifest = MANIFEST[language];
  const { words } = tellCourse(course, lang);
  const described = (files: readonly string[]): Described => ({
    course: course.id,
    lang: LOCALE_FACTS[lang].tag,
    version: course.spine.version,
    title: [
      `${course.spine.code} ${modules(lang).find(({ id }) => id === course.id)?.title ?? ''}`.trim(),
      ...(audience === 'trainer' ? [translator(lang)('trainer.title')] : []),
    ].join(' · '),
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
    add: (files) =>
      new Map([
        [manifest.name, bytesOf(manifest.write(described(files)))],
        ...schemaFiles(manifest.schemas),
      ]),
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
  const files = new Map([
    ['index.html', bytesOf(await packSingle(pack, lang))],
    ['verify.html', bytesOf(verifyPage([lang], name, 'zip', 'index.html'))],
  ]);
  return withLists(new Map([...files, ...host.add([...files.keys()])]), about);
}

/** The schemas of a standard, by the names under which a manifest and they themselves name them. */
function schemaFiles(folder: string | undefined): Files {
  if (folder === undefined) return new Map();
  const place = new URL(`./schemas/${folder}/`, import.meta.url);
  return new Map(
    readdirSync(place)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(new URL(name, place)))]),
  );
}
