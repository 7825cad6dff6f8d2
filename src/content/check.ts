import { acronyms } from './checks/acronyms.ts';
import { courseMinutes, courseSpine } from './checks/course.ts';
import { factSources, keyOnPractice, statementSource } from './checks/facts.ts';
import { guidePlaces, lightVersions } from './checks/guide.ts';
import { interfaceWords } from './checks/interface-words.ts';
import { labs } from './checks/labs.ts';
import { lawSlots, nationalLaw } from './checks/jurisdictions.ts';
import { lessonIds, lessonLength, lessonText } from './checks/lesson-text.ts';
import { links, pictures } from './checks/links.ts';
import { quizForms, quizItems } from './checks/quiz.ts';
import { bannedTerms, realAddresses } from './checks/safe-words.ts';
import { needsAnswered, referenceSpines, referenceStatus } from './checks/references.ts';
import { scenarioGraph } from './checks/scenario.ts';
import { translationState, translationStructure, wordsOfSpines } from './checks/words.ts';
import { problemsOf, readLibrary } from './library.ts';
import type { Problem } from './problem.ts';
import type { Context, Rule } from './rule.ts';

/** The rules that reading alone applies, before any rule below runs. */
const READING: Pick<Rule, 'names' | 'about'> = {
  names: ['yaml-syntax', 'yaml-flow-map', 'schema', 'front-matter-missing'],
  about: 'files are valid YAML in block style and hold exactly the keys their schema knows',
};

/** All content rules, in the order in which the green result lists them. */
const RULES: readonly Rule[] = [
  courseSpine,
  courseMinutes,
  guidePlaces,
  lightVersions,
  wordsOfSpines,
  lessonText,
  lessonIds,
  lessonLength,
  links,
  pictures,
  factSources,
  statementSource,
  keyOnPractice,
  quizItems,
  quizForms,
  scenarioGraph,
  referenceSpines,
  referenceStatus,
  needsAnswered,
  labs,
  nationalLaw,
  lawSlots,
  translationState,
  translationStructure,
  bannedTerms,
  acronyms,
  realAddresses,
  interfaceWords,
];

/** The names of every rule, permanent. */
export const RULE_NAMES: readonly string[] = [
  ...READING.names,
  ...RULES.flatMap((rule) => rule.names),
];

/** What a check found, and what it made sure of. */
export interface Report {
  /** Every problem at once, ordered by file, line and column. */
  readonly problems: readonly Problem[];
  /** One sentence for each thing that was looked at. */
  readonly checked: readonly string[];
}

/** Runs every rule over `courses/` below `root`. */
export function checkCourses(root: string, context: Context): Report {
  const library = readLibrary(root);
  const problems = [
    ...problemsOf(library),
    ...RULES.flatMap((rule) => rule.check(library, context)),
  ].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      a.line - b.line ||
      a.column - b.column ||
      a.rule.localeCompare(b.rule, 'en'),
  );
  return { problems, checked: [READING, ...RULES].map((rule) => rule.about) };
}
