import type { Item } from '../../../domain/question.ts';
import { interaction12, interaction2004 } from './interactions.ts';
import { percentOf, type Standing } from './report.ts';

/** The values to set in the LMS, in their order. */
export type Values = readonly (readonly [element: string, value: string])[];

/** What differs between the two languages of SCORM. */
export interface Dialect {
  /** Name of the object that an LMS puts into a window. */
  readonly api: string;
  readonly call: Readonly<Record<'initialize' | 'finish' | 'get' | 'set' | 'commit', string>>;
  readonly element: Readonly<Record<'mode' | 'location' | 'exit' | 'time' | 'state', string>>;
  /** Most characters of the state, own words included, and of own words. */
  readonly room: { readonly characters: number; readonly prose: number };
  /** The elements whose values must never be lowered, and the values that are final. */
  readonly final: Readonly<Record<string, readonly string[]>>;
  /** The standing as values. */
  standing(standing: Standing, hasForm: boolean): Values;
  duration(milliseconds: number): string;
  /** One answer of a form as values of the interaction number `n`. */
  interaction(n: number, item: Item, given: Answered): Values;
}

/** An answer to be told. */
export interface Answered {
  readonly response: string;
  readonly success: boolean;
  readonly time: Date;
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** SCORM 1.2. */
export const SCORM_12: Dialect = {
  api: 'API',
  call: {
    initialize: 'LMSInitialize',
    finish: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
  },
  element: {
    mode: 'cmi.core.lesson_mode',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    state: 'cmi.suspend_data',
  },
  room: { characters: 4000, prose: 0 },
  final: { 'cmi.core.lesson_status': ['passed', 'completed'] },
  standing: ({ completed, passed, score }, hasForm) => [
    ...(score
      ? ([
          ['cmi.core.score.raw', String(percentOf(score))],
          ['cmi.core.score.min', '0'],
          ['cmi.core.score.max', '100'],
        ] as const)
      : []),
    [
      'cmi.core.lesson_status',
      completed ? (passed ? 'passed' : hasForm ? 'incomplete' : 'completed') : 'incomplete',
    ],
  ],
  duration: (milliseconds) => {
    const seconds = Math.min(milliseconds / 1000, 9999 * 3600);
    const rest = (Math.floor((seconds % 60) * 100) / 100).toFixed(2).padStart(5, '0');
    return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${rest}`;
  },
  interaction: (n, item, { response, success, time }) => {
    const said = interaction12(item, response);
    if (!said) return [];
    const at = `cmi.interactions.${n}`;
    return [
      [`${at}.id`, item.id],
      [`${at}.time`, `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`],
      [`${at}.type`, said.type],
      [`${at}.correct_responses.0.pattern`, said.correct],
      [`${at}.student_response`, said.response],
      [`${at}.result`, success ? 'correct' : 'wrong'],
    ];
  },
};

/** SCORM 2004, 4th edition. */
export const SCORM_2004: Dialect = {
  api: 'API_1484_11',
  call: {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
  },
  element: {
    mode: 'cmi.mode',
    location: 'cmi.location',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    state: 'cmi.suspend_data',
  },
  room: { characters: 60_000, prose: 20_000 },
  final: { 'cmi.completion_status': ['completed'], 'cmi.success_status': ['passed'] },
  standing: ({ completed, passed, score, progress }) => [
    ...(score
      ? ([
          ['cmi.score.scaled', String(percentOf(score) / 100)],
          ['cmi.score.raw', String(percentOf(score))],
          ['cmi.score.min', '0'],
          ['cmi.score.max', '100'],
        ] as const)
      : []),
    ['cmi.progress_measure', String(progress)],
    ['cmi.completion_status', completed ? 'completed' : 'incomplete'],
    ...(passed ? ([['cmi.success_status', 'passed']] as const) : []),
  ],
  duration: (milliseconds) => isoDuration(milliseconds),
  interaction: (n, item, { response, success, time }) => {
    const said = interaction2004(item, response);
    if (!said) return [];
    const at = `cmi.interactions.${n}`;
    return [
      [`${at}.id`, item.id],
      [`${at}.type`, said.type],
      // A zone is allowed only behind a fraction of a second.
      [`${at}.timestamp`, `${time.toISOString().slice(0, 21)}Z`],
      [`${at}.correct_responses.0.pattern`, said.correct],
      [`${at}.learner_response`, said.response],
      [`${at}.result`, success ? 'correct' : 'incorrect'],
    ];
  },
};

/** `PT1H2M3.45S` (ISO 8601). */
export function isoDuration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  return `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds / 60) % 60)}M${(Math.floor((seconds % 60) * 100) / 100).toString()}S`;
}
