import { ROLES } from '../../../domain/roles.ts';
import type { Item } from '../../../domain/question.ts';
import type { SavedQuiz } from '../../../machines/quiz-saved.ts';
import type { ScenarioMemory } from '../../../machines/scenario-memory.ts';
import type { CourseModel } from '../model.ts';
import { snapshotNames, writeRecord, type Carried } from './code.ts';
import { MOST_SITTINGS, type Folded } from './folded.ts';
import { MOST_TRIES } from './parts.ts';

/** Most characters that a record without own words may take of the 4,096 that SCORM 1.2 has. */
export const MOST_CHARACTERS = 3000;
/** Characters kept free in that for each lab that is left in the middle. */
export const LAB_ROOM = 400;
const LAST_DAY = '2045-12-31';
/** More often than anybody sits a form or walks a case. */
const OFTEN = 999;

/**
 * The largest record of a course: everything done, everything done again, both forms and the case left in the
 * middle with an answer checked and another one begun. Labs are added by whoever knows their machine.
 */
export function worstRecord(
  model: CourseModel,
  labs: Readonly<Record<string, unknown>> = {},
): Carried {
  const { scenario } = model;
  const lessons = model.plan.parts.filter(({ kind }) => kind === 'lesson');
  const sittings = (form: 'a' | 'b'): Folded['forms']['a'] =>
    Array.from({ length: MOST_SITTINGS }, (_, at) => ({
      day: LAST_DAY,
      attempt: OFTEN - at,
      right: model.forms[form].map(() => true),
    }));
  const folded: Folded = {
    lessons: Object.fromEntries(lessons.map(({ id }) => [id, LAST_DAY])),
    practice: Object.fromEntries(
      model.practice.map((id) => [
        id,
        { day: LAST_DAY, tries: MOST_TRIES, rightAtFirst: true, right: true },
      ]),
    ),
    forms: { a: sittings('a'), b: sittings('b') },
    endings: scenario
      ? scenario.roles.flatMap((role) =>
          scenario.endings.map((ending) => ({
            scenario: scenario.id,
            role,
            ending,
            day: LAST_DAY,
          })),
        )
      : [],
    runs: OFTEN,
    labs: Object.fromEntries(
      model.labs.map(({ id }) => [
        id,
        {
          finding: LAST_DAY,
          steps: ['example', 'half-done', 'own'].map((step) => ({
            step,
            right: OFTEN,
            of: OFTEN,
            day: LAST_DAY,
          })),
        },
      ]),
    ),
    completed: { day: LAST_DAY, version: '99.99' },
    prose: [],
  };
  const snapshots: Record<string, unknown> = { ...labs };
  for (const [key, name] of snapshotNames(model)) {
    if (name === 'quiz-a') snapshots[key] = worstQuiz(model.forms.a, 'pretest');
    if (name === 'quiz-b') snapshots[key] = worstQuiz(model.forms.b, 'posttest');
    if (name === 'case' && scenario) snapshots[key] = worstCase(scenario);
  }
  return { actor: 'ffffffff-ffff-4fff-bfff-ffffffffffff', folded, snapshots, foreign: [] };
}

function worstQuiz(items: readonly Item[], mode: string): SavedQuiz {
  const answers = items.map((item) => [
    item.id,
    [worstAnswer(item, 0), worstAnswer(item, 1), 'wrong'],
  ]);
  return {
    shape: 1,
    mode,
    items: items.map(({ id }) => id),
    state: 'answering',
    attempt: OFTEN,
    at: items.length - 1,
    answers: Object.fromEntries(answers) as SavedQuiz['answers'],
  };
}

/** Two different answers, each as long as answers of its kind can be. */
function worstAnswer(item: Item, turn: 0 | 1): string {
  switch (item.kind) {
    case 'numeric':
      return turn === 0 ? '-12345678901234.5' : '-12345678901234.6';
    case 'match':
      return item.options.map((row) => `${row}[.]${item.targets[turn] ?? ''}`).join('[,]');
    case 'order':
      return (turn === 0 ? item.options : [...item.options].reverse()).join('[,]');
    default:
      return item.options.slice(turn, turn + 1).join('[,]');
  }
}

function worstCase(scenario: NonNullable<CourseModel['scenario']>): ScenarioMemory {
  const [role = ROLES[0]] = scenario.roles;
  const trail = scenario.nodes.slice(0, scenario.longest).map(({ id, options }) => ({
    node: id,
    option: options[options.length - 1] ?? '',
  }));
  return { version: 1, role, run: OFTEN, place: 'debrief', trail, reasons: {} };
}

/**
 * Characters that the largest record of a course takes, labs left in the middle included: the given ones as they
 * are, the others with the room that is kept for them.
 */
export function worstLength(
  model: CourseModel,
  labs: Readonly<Record<string, unknown>> = {},
): number {
  const { text } = writeRecord(worstRecord(model, labs), model, {
    characters: 1_000_000,
    prose: 0,
  });
  return text.length + (model.labs.length - Object.keys(labs).length) * LAB_ROOM;
}
