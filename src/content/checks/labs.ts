import type { CourseFiles, Library, Pair } from '../library.ts';
import type { Problem } from '../problem.ts';
import { schemaProblems } from '../read.ts';
import { list, problemAt, type Rule } from '../rule.ts';
import type { LabSpine, LabWords } from '../schemas/lab.ts';
import { DeskData, DeskWords } from '../schemas/labs/desk.ts';
import { LAB_KIND_NAMES, LAB_KINDS } from '../schemas/labs/kinds.ts';
import { WorksheetData, WorksheetWords } from '../schemas/labs/worksheet.ts';
import { deskProblems } from './desk.ts';
import { deskWordProblems } from './desk-words.ts';
import { worksheetProblems, worksheetWordProblems } from './worksheet.ts';

/** Where a lab is, for rules that look into its folder. */
export interface LabPlace {
  readonly root: string;
  readonly folder: string;
}

/** Labs: their data and words have the shape of their kind, their keys are options, and their words are complete. */
export const labs: Rule = {
  names: [
    'lab-kind',
    'lab-key',
    'lab-feedback',
    'lab-hints',
    'lab-experts',
    'lab-clean',
    'lab-decoy',
    'lab-file',
    'lab-finding',
    'desk-rubric',
    'desk-reply',
    'desk-example',
    'desk-draft',
  ],
  about:
    'labs have keys that are options, feedback for every option, hints, three experts where they differ, a clean example and decoys, and a finding that can be written; desks have a clean example, a rubric and replies that fit their rules',
  check: (library) =>
    library.courses.flatMap((course) =>
      course.labs.flatMap((pair) => labProblems(library, course, pair)),
    ),
};

function labProblems(
  { root }: Library,
  { spine: course, folder }: CourseFiles,
  pair: Pair<LabSpine, LabWords>,
): Problem[] {
  const spine = pair.spine.data;
  if (!spine) return [];
  const id = pair.spine.file.split('/').at(-2) ?? '';
  const problems: Problem[] = [];
  if (spine.id !== id) {
    problems.push(
      problemAt(
        'folder-name',
        pair.spine,
        ['id'],
        `The id is \`${spine.id}\`, but the folder is \`${id}\`. They are the address and must agree: rename one of them.`,
      ),
    );
  }
  const outcomes = course.data?.outcomes ?? spine.outcomes;
  spine.outcomes.forEach((outcome, index) => {
    if (!outcomes.includes(outcome))
      problems.push(
        problemAt(
          'unknown-key',
          pair.spine,
          ['outcomes', index],
          `\`${outcome}\` is no outcome of this course. Use one of: ${list(outcomes)}.`,
        ),
      );
  });
  const name = (spine.data as { kind?: unknown } | undefined)?.kind;
  const kind = LAB_KINDS[String(name)];
  if (!kind) {
    return [
      ...problems,
      problemAt(
        'lab-kind',
        pair.spine,
        ['data', 'kind'],
        `\`${String(name)}\` is no kind of lab. Write \`kind:\` under \`data:\` with one of: ${list(LAB_KIND_NAMES)}.`,
      ),
    ];
  }
  const data = kind.data.safeParse(spine.data);
  if (!data.success) return [...problems, ...schemaProblems(pair.spine, data.error, ['data'])];
  const worksheet = WorksheetData.safeParse(spine.data);
  if (worksheet.success) {
    problems.push(
      ...worksheetProblems(worksheet.data, pair.spine, { root, folder: `${folder}/labs/${id}` }),
    );
  }
  const desk = DeskData.safeParse(spine.data);
  if (desk.success) problems.push(...deskProblems(desk.data, pair.spine));
  const english = DeskWords.safeParse(pair.words.en?.data?.words);
  for (const words of Object.values(pair.words)) {
    if (!words.data) continue;
    const told = kind.words.safeParse(words.data.words);
    if (!told.success) problems.push(...schemaProblems(words, told.error, ['words']));
    else if (worksheet.success)
      problems.push(
        ...worksheetWordProblems(worksheet.data, WorksheetWords.parse(words.data.words), words),
      );
    else if (desk.success && english.success)
      problems.push(
        ...deskWordProblems(desk.data, DeskWords.parse(words.data.words), words, english.data),
      );
  }
  return problems;
}
