import { describe, expect, test } from 'vitest';
import { mergeStatements } from '../sequence.ts';
import { seededNumbers, shuffled, statementOf } from '../statement.fixture.ts';
import {
  answeredItem,
  chose,
  completedCourse,
  finishedForm,
  finishedLabStep,
  reachedEnding,
  readLesson,
  resetCourse,
  wroteFinding,
  type Statement,
  type StatementDraft,
} from '../statement.ts';
import { metEndings, nextRun } from './cases.ts';
import { courseState, type CoursePlan } from './course.ts';
import { formSittings, outcomeResults } from './forms.ts';
import { labState } from './labs.ts';
import { readLessons } from './lessons.ts';
import { practiceResults } from './practice.ts';

const course = 'a1-tea';
const plan: CoursePlan = {
  course,
  version: '1.0',
  parts: [
    { kind: 'form', id: 'a' },
    { kind: 'lesson', id: 'first', optional: true },
    { kind: 'lesson', id: 'boiling' },
    { kind: 'lesson', id: 'pouring' },
    { kind: 'lab', id: 'kettle' },
    { kind: 'case', id: 'cold-cup' },
    { kind: 'form', id: 'b' },
  ],
};

function form(which: 'a' | 'b', attempt: number, right: number): StatementDraft {
  return finishedForm({
    course,
    form: which,
    attempt,
    right,
    of: 12,
    passed: right >= 9,
    outcomes: { boil: { right: right > 6 ? 2 : 1, of: 3 } },
    missedSafety: right >= 9 ? [] : ['hot-water'],
  });
}
const read = (lesson: string) => readLesson({ course, lesson });
const ending = (role: 'judge' | 'examiner', name: string, run: number) =>
  reachedEnding({ course, scenario: 'cold-cup', role, ending: name, run });
const practised = (item: string, attempt: number, success: boolean) =>
  answeredItem({ course, form: 'p', item, attempt, response: 'x', success, partial: false });

/** Statements in this order, one a day. */
function record(...drafts: StatementDraft[]): Statement[] {
  return drafts.map((draft, at) =>
    statementOf(draft, { sequence: at + 1, day: `2026-11-${String(at + 1).padStart(2, '0')}` }),
  );
}

const whole = record(
  form('a', 1, 5),
  read('boiling'),
  practised('p-1', 1, false),
  practised('p-1', 2, true),
  read('pouring'),
  finishedLabStep({ course, lab: 'kettle', step: 'shown', right: 3, of: 4 }),
  wroteFinding({ course, lab: 'kettle', keys: ['warm', 'today'] }),
  chose({ course, scenario: 'cold-cup', role: 'judge', node: 'sip', option: 'wait', run: 1 }),
  ending('judge', 'lukewarm', 1),
  form('b', 1, 8),
  form('b', 2, 11),
);

describe('the state of a course', () => {
  test('is not begun, and asks for form A first, when nothing was recorded', () => {
    expect(courseState([], plan)).toMatchObject({
      begun: false,
      completed: undefined,
      next: { kind: 'form', id: 'a' },
      lessons: { read: 0, of: 2 },
    });
  });

  test('is complete on the day the last part was done, without the optional lesson', () => {
    expect(courseState(whole, plan).completed).toEqual({ day: '2026-11-11', version: '1.0' });
    expect(courseState(whole, plan).next).toBeUndefined();
  });

  test.each([
    ['form A', 0],
    ['a lesson', 1],
    ['the finding of the lab', 6],
    ['an ending of the case', 8],
    ['a passed form B', 10],
  ])('is not complete without %s', (_, at) => {
    expect(
      courseState(
        whole.filter((__, index) => index !== at),
        plan,
      ).completed,
    ).toBeUndefined();
  });

  test('offers the optional lesson first, and not to somebody who has read on', () => {
    expect(courseState(record(form('a', 1, 5)), plan).next).toMatchObject({ id: 'first' });
    expect(courseState(record(form('a', 1, 5), read('boiling')), plan).next).toMatchObject({
      id: 'pouring',
    });
  });

  test('keeps the day of the last part when the completion is recorded on a later day', () => {
    const recorded = statementOf(completedCourse({ course, version: '1.0' }), { sequence: 12 });
    expect(courseState([...whole, recorded], plan).completed?.day).toBe('2026-11-11');
  });

  test('stays complete, with its version, when the course grows later', () => {
    const grown: CoursePlan = {
      ...plan,
      version: '2.0',
      parts: [...plan.parts, { kind: 'lesson', id: 'washing-up' }],
    };
    const recorded = [
      ...whole,
      statementOf(completedCourse({ course, version: '1.0' }), { sequence: 12, day: '2026-11-12' }),
    ];
    expect(courseState(recorded, grown)).toMatchObject({
      completed: { day: '2026-11-12', version: '1.0' },
      next: { id: 'washing-up' },
      lessons: { read: 2, of: 3 },
    });
  });

  test('begins anew after a reset, and only in that course', () => {
    const oven = readLesson({ course: 'a2-cake', lesson: 'oven' });
    const other = statementOf(oven, { sequence: 3, name: 'oven' });
    const reset = statementOf(resetCourse({ course }), { sequence: 20, name: 'reset' });
    const after = [...whole, other, reset];
    expect(courseState(after, plan)).toMatchObject({ begun: false, lessons: { read: 0 } });
    expect(readLessons(after, 'a2-cake').size).toBe(1);
    expect(readLessons([...after, statementOf(read('pouring'), { sequence: 21 })], course)).toEqual(
      new Map([['pouring', '2026-11-23']]),
    );
  });

  test('hides by sequence, not by clock', () => {
    const reset = statementOf(resetCourse({ course }), { sequence: 2, day: '2030-01-01' });
    const later = statementOf(read('pouring'), { sequence: 3, day: '2001-01-01' });
    expect([...readLessons([later, reset], course).keys()]).toEqual(['pouring']);
  });
});

describe('single folds', () => {
  test('keep the first sitting of form A and the latest of form B', () => {
    expect(formSittings(whole, course, 'b').map((each) => each.right)).toEqual([8, 11]);
    expect(formSittings(whole, course, 'a')[0]).toMatchObject({
      passed: false,
      missedSafety: ['hot-water'],
    });
    expect(outcomeResults(whole, course, ['boil', 'pour'])).toEqual([
      { outcome: 'boil', before: { right: 1, of: 3 }, after: { right: 2, of: 3 } },
      { outcome: 'pour', before: undefined, after: undefined },
    ]);
  });

  test('count tries of practice items and leave answers inside forms out', () => {
    const inForm = statementOf(
      answeredItem({
        course,
        form: 'b',
        item: 'b-1',
        attempt: 1,
        response: 'x',
        success: true,
        partial: false,
      }),
      { sequence: 12 },
    );
    expect(practiceResults([...whole, inForm], course)).toEqual(
      new Map([['p-1', { tries: 2, rightAtFirst: false, right: true }]]),
    );
  });

  test('list each ending once for each role, and number the next run', () => {
    const met = record(
      ending('judge', 'lukewarm', 1),
      ending('judge', 'lukewarm', 2),
      ending('examiner', 'lukewarm', 3),
    );
    expect(metEndings(met, course)).toEqual([
      { scenario: 'cold-cup', role: 'judge', ending: 'lukewarm', day: '2026-11-01' },
      { scenario: 'cold-cup', role: 'examiner', ending: 'lukewarm', day: '2026-11-03' },
    ]);
    expect(nextRun(met, course, 'cold-cup')).toBe(4);
    expect(nextRun([], course, 'cold-cup')).toBe(1);
    const reset = statementOf(resetCourse({ course }), { sequence: 30, name: 'reset' });
    expect(nextRun([...met, reset], course, 'cold-cup')).toBe(1);
  });

  test('know the steps and the finding of a lab', () => {
    expect(labState(whole, course, 'kettle')).toEqual({
      steps: new Map([['shown', { right: 3, of: 4, day: '2026-11-06' }]]),
      finding: '2026-11-07',
    });
  });

  test('pass over verbs and things they do not know', () => {
    const [first] = record(read('boiling'));
    const strange = first && {
      ...first,
      id: '00000000-0000-4000-8000-000000000001',
      verb: { id: 'https://other.example/verbs/danced', display: { en: 'danced' } },
    };
    const elsewhere = first && {
      ...first,
      id: '00000000-0000-4000-8000-000000000002',
      object: { objectType: 'Activity' as const, id: 'https://other.example/course' },
    };
    const all = [strange, elsewhere, first].filter((each) => each !== undefined);
    expect(all).toHaveLength(3);
    expect(readLessons(all, course).size).toBe(1);
  });

  test('do not stumble over results that somebody has changed in a file', () => {
    const [sitting] = record(form('a', 1, 5));
    const key = 'tag:custodia.example,2026:outcomes';
    for (const outcomes of [null, 7, 'x', [1], { boil: null }, { boil: { right: '2', of: 3 } }]) {
      const changed = sitting && {
        ...sitting,
        result: { ...sitting.result, extensions: { [key]: outcomes } },
      };
      expect(formSittings(changed ? [changed] : [], course, 'a')[0]?.outcomes).toEqual({});
    }
  });
});

describe('merging and folding, on 200 random histories', () => {
  /** Three records that overlap in part, with clocks that lie and sequences that collide. */
  function histories(seed: number): [Statement[], Statement[], Statement[]] {
    const number = seededNumbers(seed);
    const drafts = [
      () => read(['first', 'boiling', 'pouring'][number(3)] ?? ''),
      () => form(number(2) ? 'a' : 'b', 1 + number(3), number(13)),
      () => practised(`p-${number(3)}`, 1, number(2) === 1),
      () => ending(number(2) ? 'judge' : 'examiner', `e-${number(3)}`, 1 + number(3)),
      () => wroteFinding({ course, lab: 'kettle', keys: [] }),
      () => resetCourse({ course }),
    ];
    const pool = Array.from({ length: 18 }, (_, at) =>
      statementOf(drafts[number(drafts.length)]?.() ?? read('boiling'), {
        sequence: 1 + number(12),
        day: `20${10 + number(30)}-0${1 + number(9)}-1${number(10)}`,
        name: `s${seed}-${at}`,
      }),
    );
    const some = () => pool.filter(() => number(2) === 1);
    return [some(), some(), some()];
  }
  const seeds = Array.from({ length: 200 }, (_, at) => at + 1);
  /** Everything any page can show of a record. */
  const folded = (statements: readonly Statement[]) =>
    JSON.stringify([
      courseState(statements, plan),
      outcomeResults(statements, course, ['boil']),
      [...practiceResults(statements, course)],
      metEndings(statements, course),
      [...labState(statements, course, 'kettle').steps],
      nextRun(statements, course, 'cold-cup'),
    ]);

  test('the histories differ and overlap', () => {
    const [a, b] = histories(1);
    expect(a.some((each) => b.some((other) => other.id === each.id))).toBe(true);
    expect(new Set(seeds.map((seed) => folded(histories(seed)[0]))).size).toBeGreaterThan(100);
  });

  test('merging is idempotent, commutative and associative', () => {
    for (const seed of seeds) {
      const [a, b, c] = histories(seed);
      expect(mergeStatements(a, a)).toEqual(mergeStatements(a, []));
      expect(mergeStatements(a, b)).toEqual(mergeStatements(b, a));
      expect(mergeStatements(mergeStatements(a, b), c)).toEqual(
        mergeStatements(a, mergeStatements(b, c)),
      );
    }
  });

  test('merging loses nothing, and two versions of one id become the same one everywhere', () => {
    for (const seed of seeds) {
      const [a, b] = histories(seed);
      const ids = new Set([...a, ...b].map((each) => each.id));
      expect(new Set(mergeStatements(a, b).map((each) => each.id))).toEqual(ids);
    }
    const [one] = record(read('boiling'));
    const two = one && { ...one, timestamp: '2031-01-01T00:00:00.000Z' };
    const [a, b] = [one ? [one] : [], two ? [two] : []];
    expect(mergeStatements(a, b)).toHaveLength(1);
    expect(mergeStatements(a, b)).toEqual(mergeStatements(b, a));
  });

  test('a fold is the same in whatever order statements came', () => {
    for (const seed of seeds) {
      const [a, b] = histories(seed);
      const merged = folded(mergeStatements(a, b));
      expect(folded(mergeStatements(b, a))).toBe(merged);
      expect(folded(shuffled(mergeStatements(a, b), seededNumbers(seed + 1000)))).toBe(merged);
    }
  });

  test('a wrong clock changes days and nothing else', () => {
    const wrong = whole.map((each) => ({ ...each, timestamp: '1970-01-01T00:00:00.000Z' }));
    const undated = (statements: Statement[]) =>
      folded(statements).replace(/\d{4}-\d{2}-\d{2}/g, 'day');
    expect(undated(wrong)).toBe(undated(whole));
  });
});
