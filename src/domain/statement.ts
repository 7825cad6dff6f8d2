import type { Role } from './roles.ts';
import { TAG, VERBS, type VerbName } from './verbs.ts';

/** Anything that JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Extensions = Readonly<Record<string, Json>>;

/** One thing a learner did, in the shape of xAPI 1.0.3. Immutable: nothing ever changes a stored statement. */
export interface Statement {
  /** UUID, version 4. Two statements with one id are one statement. */
  readonly id: string;
  readonly actor: Actor;
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: {
    readonly objectType: 'Activity';
    /** `tag:custodia.example,2026:<course>/<kind>/<id>` */
    readonly id: string;
    readonly definition?: { readonly type?: string };
  };
  readonly result?: Result;
  readonly context: {
    readonly platform: string;
    /** Language of the page on which it happened. */
    readonly language?: string;
    /** Holds the sequence under `SEQUENCE`. */
    readonly extensions: Extensions;
  };
  /** UTC, ISO 8601 with `Z`. For people: order comes from the sequence, because clocks are wrong. */
  readonly timestamp: string;
}

/** Who: a random name under Custodia's own address. The name shown on the page never enters a statement. */
export interface Actor {
  readonly objectType: 'Agent';
  readonly account: { readonly homePage: string; readonly name: string };
}

export interface Result {
  readonly score?: {
    readonly raw: number;
    readonly min: number;
    readonly max: number;
    readonly scaled: number;
  };
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  readonly extensions?: Extensions;
}

/** What a page knows about a statement; the record adds actor, id, sequence, time and language. */
export interface StatementDraft {
  readonly verb: VerbName;
  readonly object: Statement['object'];
  readonly result?: Result;
  readonly extensions?: Extensions;
}

/** `a` before the lessons, `b` after them, `p` practice items inside the lessons. */
export type Form = 'a' | 'b' | 'p';
/** Right answers out of how many. */
export interface Score {
  readonly right: number;
  readonly of: number;
}

const HOME_PAGE = 'https://custodia.example';
export const PLATFORM = 'Custodia';
/** Extension key of the sequence: each statement's is higher than that of all the learner had before. */
export const SEQUENCE = `${TAG}seq`;

/** The full extension key of one of our own words. */
function extensionKey(name: string): string {
  return `${TAG}${name}`;
}

const ADL = 'http://adlnet.gov/expapi/activities/';
/** Kinds of activity, with ADL's type where one fits. */
const TYPES = {
  course: `${ADL}course`,
  lesson: `${ADL}lesson`,
  form: `${ADL}assessment`,
  item: `${ADL}question`,
  scenario: `${ADL}simulation`,
  decision: `${ADL}question`,
  lab: `${ADL}simulation`,
  step: `${ADL}interaction`,
  finding: undefined,
  text: undefined,
} as const;
export type ActivityKind = keyof typeof TYPES;

/** The permanent name of something a learner can do. `id` may have parts: `exhibit-in-a-car/first-call`. */
export function activityId(course: string, kind: ActivityKind, id: string): string {
  return `${TAG}${course}/${kind}/${id}`;
}

function activity(course: string, kind: ActivityKind, id: string): Statement['object'] {
  const type = TYPES[kind];
  return {
    objectType: 'Activity',
    id: activityId(course, kind, id),
    ...(type && { definition: { type } }),
  };
}

/** Our own words under their full keys. */
function extend(words: Readonly<Record<string, Json>>): Extensions {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [extensionKey(name), value]),
  );
}

function scored({ right, of }: Score): NonNullable<Result['score']> {
  return { raw: right, min: 0, max: of, scaled: of > 0 ? right / of : 0 };
}

/** The learner marked a lesson as read. */
export function readLesson(of: { course: string; lesson: string }): StatementDraft {
  return {
    verb: 'experienced',
    object: activity(of.course, 'lesson', of.lesson),
    result: { completion: true },
  };
}

/**
 * The learner checked an answer.
 *
 * @param of.attempt 1 for the first sitting of a form or the first try of a practice item
 * @param of.response the answer in machine words: keys joined by `[,]`, pairs by `[.]`, or a number
 */
export function answeredItem(of: {
  course: string;
  form: Form;
  item: string;
  attempt: number;
  response: string;
  success: boolean;
  partial: boolean;
}): StatementDraft {
  return {
    verb: 'answered',
    object: activity(of.course, 'item', of.item),
    result: { success: of.success, response: of.response },
    extensions: extend({ form: of.form, attempt: of.attempt, partial: of.partial }),
  };
}

/**
 * The learner finished a sitting of a form.
 *
 * @param of.outcomes right answers for each outcome
 * @param of.missedSafety ids of the safety-critical items that were not right
 */
export function finishedForm(of: {
  course: string;
  form: 'a' | 'b';
  attempt: number;
  right: number;
  of: number;
  passed: boolean;
  outcomes: Readonly<Record<string, Score>>;
  missedSafety: readonly string[];
}): StatementDraft {
  return {
    verb: of.passed ? 'passed' : 'failed',
    object: activity(of.course, 'form', of.form),
    result: {
      score: scored(of),
      success: of.passed,
      completion: true,
      extensions: extend({
        outcomes: Object.fromEntries(
          Object.entries(of.outcomes).map(([key, score]) => [
            key,
            { right: score.right, of: score.of },
          ]),
        ),
        'missed-safety': of.missedSafety,
      }),
    },
    extensions: extend({ form: of.form, attempt: of.attempt }),
  };
}

/** The learner took a decision of a case. `run` counts the times the case was begun, from 1. */
export function chose(of: {
  course: string;
  scenario: string;
  role: Role;
  node: string;
  option: string;
  run: number;
}): StatementDraft {
  return {
    verb: 'chose',
    object: activity(of.course, 'decision', `${of.scenario}/${of.node}`),
    result: { response: of.option },
    extensions: extend({ role: of.role, run: of.run }),
  };
}

/** The learner came to an ending of a case. */
export function reachedEnding(of: {
  course: string;
  scenario: string;
  role: Role;
  ending: string;
  run: number;
}): StatementDraft {
  return {
    verb: 'completed',
    object: activity(of.course, 'scenario', of.scenario),
    result: { completion: true, response: of.ending },
    extensions: extend({ role: of.role, run: of.run }),
  };
}

/** The learner finished a step of a lab. */
export function finishedLabStep(of: {
  course: string;
  lab: string;
  step: string;
  right: number;
  of: number;
}): StatementDraft {
  return {
    verb: 'completed',
    object: activity(of.course, 'step', `${of.lab}/${of.step}`),
    result: { completion: true, score: scored(of) },
  };
}

/** The learner put a finding together from the lab's template. `keys` names the parts chosen; no prose is recorded. */
export function wroteFinding(of: {
  course: string;
  lab: string;
  keys: readonly string[];
}): StatementDraft {
  return {
    verb: 'completed',
    object: activity(of.course, 'finding', of.lab),
    result: { completion: true, response: of.keys.join('[,]') },
  };
}

/**
 * The learner pressed Keep on their own words. The only statement with prose; it stays out of the progress
 * file unless the learner chooses otherwise.
 *
 * @param of.kind what the text is: `reason`, `finding` ...
 * @param of.id what it belongs to: `exhibit-in-a-car/first-call`
 */
export function keptText(of: {
  course: string;
  kind: string;
  id: string;
  text: string;
}): StatementDraft {
  return {
    verb: 'kept',
    object: activity(of.course, 'text', `${of.kind}/${of.id}`),
    result: { response: of.text },
  };
}

/** The learner has done everything of the course. `version` is the version of its content. */
export function completedCourse(of: { course: string; version: string }): StatementDraft {
  return {
    verb: 'completed',
    object: activity(of.course, 'course', of.course),
    result: { completion: true },
    extensions: extend({ version: of.version }),
  };
}

/** The learner set the course back to its start. Nothing is deleted; the folds look only at what came after. */
export function resetCourse(of: { course: string }): StatementDraft {
  return { verb: 'reset', object: activity(of.course, 'course', of.course) };
}

/**
 * A draft made whole.
 *
 * @param stamp.sequence higher than that of every statement the learner has
 * @param stamp.timestamp UTC, ISO 8601 with `Z`
 */
export function completeStatement(
  draft: StatementDraft,
  stamp: {
    id: string;
    actor: string;
    sequence: number;
    timestamp: string;
    language: string;
  },
): Statement {
  return {
    id: stamp.id,
    actor: {
      objectType: 'Agent',
      account: { homePage: HOME_PAGE, name: stamp.actor },
    },
    verb: VERBS[draft.verb],
    object: draft.object,
    ...(draft.result && { result: draft.result }),
    context: {
      platform: PLATFORM,
      ...(stamp.language && { language: stamp.language }),
      extensions: { ...draft.extensions, [SEQUENCE]: stamp.sequence },
    },
    timestamp: stamp.timestamp,
  };
}

/** The sequence of a statement; 0 for one that has none. */
export function sequenceOf(statement: Statement): number {
  const value = statement.context.extensions[SEQUENCE];
  return typeof value === 'number' ? value : 0;
}

/** One of our own words from the context of a statement. */
export function contextWord(statement: Statement, name: string): Json | undefined {
  return statement.context.extensions[extensionKey(name)];
}

/** One of our own words from the result of a statement. */
export function resultWord(statement: Statement, name: string): Json | undefined {
  return statement.result?.extensions?.[extensionKey(name)];
}

/** Course, kind and id of what a statement is about; undefined for things that are not ours. */
export function activityOf(
  statement: Statement,
): { course: string; kind: string; id: string } | undefined {
  const match = /^([^/]+)\/([^/]+)\/(.+)$/.exec(
    statement.object.id.startsWith(TAG) ? statement.object.id.slice(TAG.length) : '',
  );
  return match ? { course: match[1] ?? '', kind: match[2] ?? '', id: match[3] ?? '' } : undefined;
}
