import { existsSync, readdirSync } from 'node:fs';
import type { z } from 'zod';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import type { Problem } from './problem.ts';
import { readPage, readYaml, type Page, type Source } from './read.ts';
import { CourseSpine, CourseWords, ModulesSpine, ModulesWords } from './schemas/course.ts';
import { JurisdictionSpine, JurisdictionWords } from './schemas/jurisdiction.ts';
import { LabSpine, LabWords } from './schemas/lab.ts';
import { LessonSpine, LessonWords } from './schemas/lesson.ts';
import { QuizSpine, QuizWords } from './schemas/quiz.ts';
import {
  InstrumentSpine,
  MechanismSpine,
  NeedsSpine,
  NeedsWords,
  ReferenceWords,
  type ReferenceSpine,
} from './schemas/reference.ts';
import { ScenarioSpine, ScenarioWords } from './schemas/scenario.ts';
import { Glossary, Sources } from './schemas/shared.ts';

type Words<T> = Partial<Record<Locale, T>>;

/** A lesson folder: its spine and one page of words per language. */
export interface LessonFiles {
  readonly id: string;
  readonly folder: string;
  readonly spine: Source<z.infer<typeof LessonSpine>>;
  readonly pages: Words<Page<z.infer<typeof LessonWords>>>;
}

/** A spine with its words beside it: quiz, scenario or lab. */
export interface Pair<S, W> {
  readonly spine: Source<S>;
  readonly words: Words<Source<W>>;
}

/** A course folder as it stands on disk, with everything that could be read of it. */
export interface CourseFiles {
  readonly id: string;
  readonly folder: string;
  readonly spine: Source<z.infer<typeof CourseSpine>>;
  readonly words: Words<Source<z.infer<typeof CourseWords>>>;
  readonly lessons: readonly LessonFiles[];
  readonly quiz: Pair<QuizSpine, QuizWords> | undefined;
  readonly scenario: Pair<ScenarioSpine, ScenarioWords> | undefined;
  readonly labs: readonly Pair<LabSpine, LabWords>[];
}

/** A treaty, body or network as data, with its words. */
export interface ReferenceFiles extends Pair<ReferenceSpine, ReferenceWords> {
  readonly id: string;
  readonly kind: 'instrument' | 'mechanism';
  readonly folder: string;
}

/** One State's answers to the slots of national law. */
export interface JurisdictionFiles extends Pair<JurisdictionSpine, JurisdictionWords> {
  readonly id: string;
  readonly folder: string;
}

/** All of `courses/`. */
export interface Library {
  readonly root: string;
  readonly modules: Source<z.infer<typeof ModulesSpine>>;
  readonly moduleWords: Words<Source<z.infer<typeof ModulesWords>>>;
  readonly sources: Source<Sources>;
  readonly glossary: Source<Glossary>;
  readonly courses: readonly CourseFiles[];
  /** Instruments, then mechanisms. */
  readonly references: readonly ReferenceFiles[];
  readonly jurisdictions: readonly JurisdictionFiles[];
  /** What practitioners need from somebody abroad; a library without references has none. */
  readonly needs: Pair<z.infer<typeof NeedsSpine>, z.infer<typeof NeedsWords>> | undefined;
}

/**
 * Reads `courses/` below `root`. It never throws for what an author wrote: each file carries its own
 * problems, and `problemsOf` gathers them. Throws when `courses/modules.yaml` itself is not there.
 */
export function readLibrary(root: string): Library {
  const courseIds = readdirSync(`${root}/courses`, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(`${root}/courses/${entry.name}/course.yaml`),
    )
    .map((entry) => entry.name)
    .sort();
  return {
    root,
    modules: readYaml(root, 'courses/modules.yaml', ModulesSpine),
    moduleWords: wordsBeside(root, 'courses/modules.', ModulesWords),
    sources: readYaml(root, 'courses/sources.yaml', Sources),
    glossary: readYaml(root, 'courses/glossary.yaml', Glossary),
    courses: courseIds.map((id) => readCourse(root, id)),
    references: [
      ...readReferences(root, 'instrument', InstrumentSpine),
      ...readReferences(root, 'mechanism', MechanismSpine),
    ],
    jurisdictions: readJurisdictions(root),
    needs: existsSync(`${root}/courses/needs.yaml`)
      ? readPair(root, 'courses/needs.', NeedsSpine, NeedsWords)
      : undefined,
  };
}

function readJurisdictions(root: string): JurisdictionFiles[] {
  const folder = 'courses/jurisdictions';
  if (!existsSync(`${root}/${folder}`)) return [];
  return readdirSync(`${root}/${folder}`)
    .filter((id) => existsSync(`${root}/${folder}/${id}/jurisdiction.yaml`))
    .sort()
    .map((id) => ({
      id,
      folder: `${folder}/${id}`,
      spine: readYaml(root, `${folder}/${id}/jurisdiction.yaml`, JurisdictionSpine),
      words: wordsBeside(root, `${folder}/${id}/`, JurisdictionWords),
    }));
}

function readReferences(
  root: string,
  kind: ReferenceFiles['kind'],
  spine: z.ZodType<ReferenceSpine>,
): ReferenceFiles[] {
  const folder = `courses/${kind}s`;
  if (!existsSync(`${root}/${folder}`)) return [];
  return readdirSync(`${root}/${folder}`)
    .filter((id) => existsSync(`${root}/${folder}/${id}/${kind}.yaml`))
    .sort()
    .map((id) => ({
      id,
      kind,
      folder: `${folder}/${id}`,
      spine: readYaml(root, `${folder}/${id}/${kind}.yaml`, spine),
      words: wordsBeside(root, `${folder}/${id}/`, ReferenceWords),
    }));
}

/** Every problem that reading the library found, in the order of the files. */
export function problemsOf(library: Library): Problem[] {
  return filesOf(library).flatMap((file) => file.problems);
}

/** Every file of the library. */
export function filesOf(library: Library): Source<unknown>[] {
  const all = (words: Words<Source<unknown>>): Source<unknown>[] => Object.values(words);
  return [
    library.modules,
    ...all(library.moduleWords),
    library.sources,
    library.glossary,
    ...[library.needs, ...library.references, ...library.jurisdictions].flatMap((pair) =>
      pair ? [pair.spine, ...all(pair.words)] : [],
    ),
    ...library.courses.flatMap((course) => [
      course.spine,
      ...all(course.words),
      ...course.lessons.flatMap((lesson) => [lesson.spine, ...all(lesson.pages)]),
      ...[course.quiz, course.scenario, ...course.labs].flatMap((pair) =>
        pair ? [pair.spine, ...all(pair.words)] : [],
      ),
    ]),
  ];
}

function readCourse(root: string, id: string): CourseFiles {
  const folder = `courses/${id}`;
  const has = (path: string): boolean => existsSync(`${root}/${folder}/${path}`);
  const below = (path: string, file: string): string[] =>
    has(path)
      ? readdirSync(`${root}/${folder}/${path}`, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && has(`${path}/${entry.name}/${file}`))
          .map((entry) => entry.name)
          .sort()
      : [];
  const spine = readYaml(root, `${folder}/course.yaml`, CourseSpine);
  return {
    id,
    folder,
    spine,
    words: wordsBeside(root, `${folder}/`, CourseWords),
    lessons: below('.', 'lesson.yaml').map((lesson) =>
      readLesson(root, `${folder}/${lesson}`, lesson),
    ),
    quiz: has('quiz.yaml') ? readPair(root, `${folder}/quiz.`, QuizSpine, QuizWords) : undefined,
    scenario: has('scenario.yaml')
      ? readPair(root, `${folder}/scenario.`, ScenarioSpine, ScenarioWords)
      : undefined,
    labs: asDeclared(below('labs', 'lab.yaml'), spine.data?.labs ?? []).map((lab) => ({
      spine: readYaml(root, `${folder}/labs/${lab}/lab.yaml`, LabSpine),
      words: wordsBeside(root, `${folder}/labs/${lab}/`, LabWords),
    })),
  };
}

/** Folders in the order in which the course declares them; what it does not declare stands at the end, as it was. */
function asDeclared(folders: readonly string[], declared: readonly string[]): string[] {
  return [
    ...declared.filter((id) => folders.includes(id)),
    ...folders.filter((id) => !declared.includes(id)),
  ];
}

function readLesson(root: string, folder: string, id: string): LessonFiles {
  const pages: Words<Page<z.infer<typeof LessonWords>>> = {};
  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.mdx`;
    if (existsSync(`${root}/${file}`)) pages[locale] = readPage(root, file, LessonWords);
  }
  return { id, folder, spine: readYaml(root, `${folder}/lesson.yaml`, LessonSpine), pages };
}

function readPair<S extends z.ZodType, W extends z.ZodType>(
  root: string,
  stem: string,
  spine: S,
  words: W,
): Pair<z.infer<S>, z.infer<W>> {
  return { spine: readYaml(root, `${stem}yaml`, spine), words: wordsBeside(root, stem, words) };
}

/** The files `<stem><lang>.yaml` that exist. */
function wordsBeside<W extends z.ZodType>(
  root: string,
  stem: string,
  schema: W,
): Words<Source<z.infer<W>>> {
  const words: Words<Source<z.infer<W>>> = {};
  for (const locale of LOCALES) {
    const file = `${stem}${locale}.yaml`;
    if (existsSync(`${root}/${file}`)) words[locale] = readYaml(root, file, schema);
  }
  return words;
}
