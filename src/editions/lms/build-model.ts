import { existsSync } from 'node:fs';
import type { AnyStateMachine } from 'xstate';
import { dataOf, type Course } from '../../content/catalogue.ts';
import { slimItem } from '../../content/slim-item.ts';
import { partOf, stepsOf } from '../../content/steps.ts';
import { lineOf } from '../../domain/scenario.ts';
import { findingMachine } from '../../machines/finding.ts';
import { deskMachine } from '../../machines/lab-desk.ts';
import { hashBenchMachine } from '../../machines/lab-hash-bench.ts';
import { headerTrailMachine } from '../../machines/lab-header-trail.ts';
import { worksheetMachine } from '../../machines/lab-worksheet.ts';
import { snapshotKey } from '../../progress/snapshots.ts';
import { parsePage, readPage } from '../packed/read.ts';
import type { CaseModel, CourseModel, LabModel } from './model.ts';
import { worstLab, type SheetLab } from './state/worst-lab.ts';
import { MOST_CHARACTERS, worstLength } from './state/worst.ts';

/** Words of what XState and the islands of labs store, and of answers and verdicts. */
const STORED_WORDS = `
  stamp snapshot status active value context children historyValue output error tags input lab more desk finding
  verdicts answers first hints marks fields fault rating chosen accused flip byte bit file statements clean own
  statementsAtFirst cleanAtFirst other-fault right wrong partly defensible example half-done sheet slot kind pick
  picked order steps match pairs number numeric typed text version notKnown
`
  .trim()
  .split(/\s+/);

/** The machines of labs: the names of their states and of what they remember are written as numbers. */
const MACHINES: readonly AnyStateMachine[] = [
  ...[deskMachine, findingMachine, hashBenchMachine, headerTrailMachine],
  worksheetMachine([{ id: 'own', step: 'own', slots: [] }]),
];

/** Every name of a state of a machine, however deep. */
function statesOf(states: AnyStateMachine['states']): string[] {
  return Object.entries(states).flatMap(([name, node]) => [name, ...statesOf(node.states)]);
}

/**
 * What the package of one course has to know about it.
 *
 * @param site the built site: the pages of the labs say what their machines are told
 */
export function modelOf(course: Course, site: string): CourseModel {
  const quiz = course.files.quiz && dataOf(course.files.quiz.spine);
  const items = (quiz?.items ?? []).map(slimItem);
  const scenario = course.files.scenario && dataOf(course.files.scenario.spine);
  const parts = stepsOf(course, 'en').flatMap((step) => partOf(step, scenario?.id ?? '') ?? []);
  return {
    plan: { course: course.id, version: course.spine.version, parts },
    practice: items.filter(({ form }) => form === 'p').map(({ id }) => id),
    forms: {
      a: items.filter(({ form }) => form === 'a'),
      b: items.filter(({ form }) => form === 'b'),
    },
    pass: quiz?.pass ?? 0,
    scenario: scenario && caseOf(scenario),
    labs: course.files.labs.map((pair) => {
      const spine = dataOf(pair.spine);
      return labOf(spine.id, spine.data, routeOfLab(course.id, spine.id), site);
    }),
  };
}

/**
 * As `modelOf`, with the proof that the largest record fits what SCORM 1.2 has room for.
 *
 * @throws an Error that says by how much it does not
 */
export function provenModel(course: Course, site: string): CourseModel {
  const model = modelOf(course, site);
  const length = worstLength(model, worstLabs(model, site));
  if (length > MOST_CHARACTERS) {
    throw new Error(
      `The record of ${course.id} can grow to ${length} characters; SCORM 1.2 has room for ${MOST_CHARACTERS} of its 4,096. Make src/editions/lms/state/ write it shorter, or divide the module.`,
    );
  }
  return model;
}

/** The largest snapshot of each lab with sheets, by its key. */
export function worstLabs(model: CourseModel, site: string): Record<string, unknown> {
  const { course } = model.plan;
  const snapshots: Record<string, unknown> = {};
  for (const { id } of model.labs) {
    const page = toldByPage(site, routeOfLab(course, id)).find(
      (each): each is SheetLab => typeof each === 'object' && each !== null && 'sheets' in each,
    );
    if (page) snapshots[snapshotKey(course, 'lab', id)] = worstLab(page);
  }
  return snapshots;
}

function caseOf(scenario: Parameters<typeof lineOf>[0]): CaseModel {
  return {
    id: scenario.id,
    roles: scenario.roles,
    nodes: Object.entries(scenario.nodes).map(([id, { options }]) => ({
      id,
      options: Object.keys(options),
    })),
    endings: Object.keys(scenario.endings),
    longest: Math.max(...scenario.roles.map((role) => lineOf(scenario, role).length)),
  };
}

const routeOfLab = (course: string, lab: string): string => `en/${course}/lab-${lab}/`;

/** The words of a lab: what its data and its page's own data name, short enough to be a key. */
function labOf(id: string, data: unknown, route: string, site: string): LabModel {
  const told = toldByPage(site, route);
  const states = MACHINES.flatMap((machine) => statesOf(machine.states));
  const words = new Set([...STORED_WORDS, ...states, ...keysIn(told), ...keysIn(data)]);
  // Whole objects of the page that a machine is given, its input above all; small ones are not worth a mark.
  const given = told
    .flatMap((each) => Object.values(each as object) as unknown[])
    .filter((each) => typeof each === 'object' && JSON.stringify(each).length > 8);
  return { id, words: [...words], given };
}

/** What the page of a lab tells its machines, in JSON that holds keys and truth and no words. */
function toldByPage(site: string, route: string): unknown[] {
  if (!existsSync(`${site}/${route}index.html`)) return [];
  return parsePage(readPage(site, route).html)
    .querySelectorAll('script[type="application/json"]:not([data-ui])')
    .map((script): unknown => JSON.parse(script.textContent));
}

function keysIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[\w:.-]{1,40}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return Object.entries(value).flatMap(([key, each]) => [...keysIn(key), ...keysIn(each)]);
}
