import { createActor } from 'xstate';
import { describe, expect, test } from 'vitest';
import { courses } from '../../../src/content/catalogue.ts';
import { seededNumbers } from '../../../src/domain/statement.fixture.ts';
import {
  answeredItem,
  completedCourse,
  completeStatement,
  finishedForm,
  keptText,
  readLesson,
  resetCourse,
  type Statement,
  type StatementDraft,
} from '../../../src/domain/statement.ts';
import { formResult } from '../../../src/domain/form.ts';
import { courseState } from '../../../src/domain/folds/course.ts';
import { formSittings, outcomeResults } from '../../../src/domain/folds/forms.ts';
import { hashBenchMachine, type BenchInput } from '../../../src/machines/lab-hash-bench.ts';
import { RATINGS } from '../../../src/labs/hash-bench/log.ts';
import { olderKey } from '../../../src/progress/snapshots.ts';
import { modelOf } from '../../../src/editions/lms/build-model.ts';
import type { CourseModel } from '../../../src/editions/lms/model.ts';
import {
  emptyRecord,
  readRecord,
  snapshotNames,
  writeRecord,
  type Carried,
} from '../../../src/editions/lms/state/code.ts';
import { foldRecord } from '../../../src/editions/lms/state/folded.ts';
import { nameOfStatement, unfoldRecord } from '../../../src/editions/lms/state/unfolded.ts';
import {
  LAB_ROOM,
  MOST_CHARACTERS,
  worstLength,
  worstRecord,
} from '../../../src/editions/lms/state/worst.ts';

import { SITE } from '../packages.ts';

const ACTOR = '6f1c1b62-7a0f-4d0e-9a3e-2f6f3f0f0001';
/** Every published course, as its package knows it. */
const models = courses().map((course) => modelOf(course, SITE));
const [model] = models;
if (!model) throw new Error('No course is published.');
const { course } = model.plan;
const wide = { characters: 60_000, prose: 20_000 };
const narrow = { characters: 4000, prose: 0 };

const carry = (change: Partial<Carried> = {}): Carried => ({
  actor: ACTOR,
  folded: emptyRecord(model),
  snapshots: {},
  foreign: [],
  ...change,
});

function back(text: string, by: CourseModel = model!): Carried {
  const read = readRecord(text, by);
  if (read.kind !== 'read') throw new Error(`The record is ${read.kind}.`);
  return read.carried;
}

function recordOf(drafts: readonly StatementDraft[]): Statement[] {
  return drafts.map((draft, at) => {
    const whole = completeStatement(draft, {
      id: '',
      actor: ACTOR,
      sequence: at + 1,
      timestamp: `2026-11-${String(10 + Math.floor(at / 40)).padStart(2, '0')}T10:00:00.000Z`,
      language: 'en',
    });
    return { ...whole, id: nameOfStatement(whole) };
  });
}

/** A sitting as the quiz page records it. */
function sitting(form: 'a' | 'b', attempt: number, isRight: () => boolean): StatementDraft[] {
  const items = model!.forms[form].map((item) => ({ item, right: isRight() }));
  const first = Object.fromEntries(
    items.map(({ item, right }) => [item.id, right ? ('right' as const) : ('wrong' as const)]),
  );
  const result = formResult(model!.forms[form], first, model!.pass);
  return [
    ...items.map(({ item, right: success }) =>
      answeredItem({
        ...{ course, form, attempt, success },
        ...{ item: item.id, response: '', partial: false },
      }),
    ),
    finishedForm({ course, form, attempt, ...result }),
  ];
}

describe.each(models.map((each) => [each.plan.course, each] as const))('%s', (_, each) => {
  test(`fits ${MOST_CHARACTERS} of the 4,096 characters of SCORM 1.2 in the worst case`, () => {
    const length = worstLength(each);
    expect(length).toBeGreaterThan(300);
    expect(length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  test('comes back whole from its worst case', () => {
    const worst = worstRecord(each);
    const { text, left } = writeRecord(worst, each, narrow);
    expect(left).toEqual([]);
    expect(back(text, each)).toEqual(worst);
  });
});

describe('a lab of the kind hash bench', () => {
  const at = models.findIndex((each) => each.labs.some(({ id }) => id === 'hash-bench'));
  const owner = models[at];
  const input = owner?.labs
    .find(({ id }) => id === 'hash-bench')
    ?.given.find((each) => typeof each === 'object' && each !== null && 'statements' in each) as
    BenchInput | undefined;

  test.skipIf(!input)(
    'takes less than the room kept for it when everything in it is marked',
    () => {
      const actor = createActor(hashBenchMachine, { input: input! }).start();
      input!.statements.all.forEach((statement) => actor.send({ type: 'choose', statement }));
      actor.send({ type: 'checkStatements' });
      input!.clean.forEach((row) => actor.send({ type: 'accuse', row }));
      actor.send({ type: 'judge' });
      for (const row of input!.own.rows) {
        actor.send({ type: 'mark', row });
        actor.send({ type: 'nameFault', row, fault: 'time-backwards' });
        actor.send({ type: 'rate', row, rating: RATINGS[0] });
      }
      actor.send({ type: 'checkRows' });
      for (let hint = 0; hint < 99; hint += 1) actor.send({ type: 'hint' });
      const key = snapshotNames(owner!).find(([, name]) => name === 'lab-hash-bench')?.[0] ?? '';
      const kept = JSON.parse(
        JSON.stringify({ stamp: '0a1b2c3d', lab: actor.getPersistedSnapshot() }),
      ) as unknown;
      const without = worstLength(owner!) - owner!.labs.length * LAB_ROOM;
      expect(worstLength(owner!, { [key]: kept }) - without).toBeLessThan(
        LAB_ROOM * owner!.labs.length,
      );
      const { text, left } = writeRecord(worstRecord(owner!, { [key]: kept }), owner!, narrow);
      expect(left).toEqual([]);
      expect(back(text, owner).snapshots[key]).toEqual({
        ...(kept as object),
        stamp: expect.any(String) as string,
      });
    },
  );
});

describe('a record', () => {
  test('folds to the same after it was written, read and unfolded, whatever happened', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const number = seededNumbers(seed);
      const drafts: StatementDraft[] = [];
      for (let step = 0; step < 30; step += 1) {
        const lesson =
          model.plan.parts.filter(({ kind }) => kind === 'lesson')[number(5)]?.id ?? '';
        const item = model.practice[number(model.practice.length)] ?? '';
        const attempt = drafts.filter((each) => each.object.id.endsWith(`/${item}`)).length + 1;
        const turn = number(6);
        if (turn === 0) drafts.push(readLesson({ course, lesson }));
        else if (turn === 1) {
          drafts.push(
            answeredItem({
              course,
              form: 'p',
              item,
              attempt,
              response: '',
              success: number(2) === 0,
              partial: false,
            }),
          );
        } else if (turn === 2)
          drafts.push(...sitting(number(2) ? 'a' : 'b', step + 1, () => number(4) > 0));
        else if (turn === 3 && number(8) === 0) drafts.push(resetCourse({ course }));
        else if (turn === 4) drafts.push(completedCourse({ course, version: '1.0' }));
        else
          drafts.push(
            keptText({ course, kind: 'reason', id: `case/n${number(3)}`, text: `أ ${step}` }),
          );
      }
      const statements = recordOf(drafts);
      const folded = foldRecord(statements, model);
      const { text } = writeRecord(carry({ folded }), model, wide);
      const again = unfoldRecord(back(text).folded, model, ACTOR, 'en');
      expect(foldRecord(again, model)).toEqual(folded);
      expect(courseState(again, model.plan)).toEqual(courseState(statements, model.plan));
      const outcomes = [...new Set(model.forms.b.map(({ outcome }) => outcome))];
      expect(outcomeResults(again, course, outcomes)).toEqual(
        outcomeResults(statements, course, outcomes),
      );
      const passed = (all: readonly Statement[]): boolean =>
        formSittings(all, course, 'b').some((each) => each.passed);
      expect(passed(again)).toBe(passed(statements));
    }
  });

  test('has the same statements in every visit, so that two saved files merge without counting twice', () => {
    const statements = recordOf([
      readLesson({ course, lesson: 'x' }),
      ...sitting('a', 1, () => true),
    ]);
    const again = unfoldRecord(foldRecord(statements, model), model, ACTOR, 'en');
    expect(again.map(({ id }) => id)).toEqual(statements.map(({ id }) => id));
  });

  test('never carries prose where the LMS has no room for it', () => {
    const folded = foldRecord(
      recordOf([
        keptText({ course, kind: 'finding', id: 'hash-bench', text: 'a secret sentence' }),
      ]),
      model,
    );
    const [lab] = snapshotNames(model).filter(([, name]) => name.startsWith('lab-'));
    const snapshots = {
      [lab?.[0] ?? '']: { stamp: 'x', snapshot: { note: 'another sentence', time: '22:10' } },
    };
    const scenario = model.scenario!;
    const caseKey = snapshotNames(model).find(([, name]) => name === 'case')?.[0] ?? '';
    const memory = {
      version: 1,
      role: scenario.roles[0],
      run: 1,
      place: 'choosing',
      trail: [{ node: scenario.nodes[0]!.id, option: scenario.nodes[0]!.options[0]! }],
      reasons: { [scenario.nodes[0]!.id]: 'a third sentence' },
    };
    const carried = carry({ folded, snapshots: { ...snapshots, [caseKey]: memory } });
    const bare = back(writeRecord(carried, model, narrow).text);
    expect(JSON.stringify(bare)).not.toMatch(/sentence/);
    expect(JSON.stringify(bare)).toContain('22:10');
    expect(back(writeRecord(carried, model, wide).text)).toEqual(carried);
  });

  test('keeps the reasons of a case that has changed, and goes on keeping them beside a new run', () => {
    const scenario = model.scenario!;
    const caseKey = snapshotNames(model).find(([, name]) => name === 'case')?.[0] ?? '';
    const [node] = scenario.nodes;
    const memory = (text: string): unknown => ({
      version: 1,
      role: scenario.roles[0],
      run: 1,
      place: 'choosing',
      trail: [{ node: node!.id, option: node!.options[0]! }],
      reasons: { [node!.id]: text },
    });
    const { text } = writeRecord(
      carry({ snapshots: { [caseKey]: memory('Nobody had asked.') } }),
      model,
      wide,
    );
    const changed: CourseModel = { ...model, scenario: { ...scenario, id: 'another-way' } };
    const come = back(text, changed);
    expect(come.snapshots).toEqual({ [olderKey(caseKey)]: 'Nobody had asked.' });
    expect(come.folded.prose).toEqual([]);
    const snapshots = { ...come.snapshots, [caseKey]: memory('A second thought.') };
    const next = writeRecord({ ...come, snapshots }, changed, wide);
    expect(back(next.text, changed).snapshots).toEqual(snapshots);
    expect(back(next.text, model).snapshots[olderKey(caseKey)]).toContain('Nobody had asked.');
    expect(writeRecord({ ...come, snapshots }, changed, narrow).text).not.toContain('asked');
  });

  test('leaves out the oldest of more own words than the LMS has room for, and says how much', () => {
    const long = 'x'.repeat(9000);
    const folded = foldRecord(
      recordOf(
        ['a', 'b', 'c'].map((id) => keptText({ course, kind: 'reason', id, text: long + id })),
      ),
      model,
    );
    const { text, proseLeft } = writeRecord(carry({ folded }), model, wide);
    expect(proseLeft).toBe(9001);
    expect(back(text).folded.prose.map(({ id }) => id)).toEqual(['reason/b', 'reason/c']);
  });

  test('leaves out a half-done lab that has no room, keeps every result, and says so', () => {
    const lab = snapshotNames(model).find(([, name]) => name.startsWith('lab-'))?.[0] ?? '';
    const huge = Array.from({ length: 2000 }, (_, at) => at);
    const { text, left } = writeRecord(worstRecord(model, { [lab]: huge }), model, narrow);
    expect(left).toEqual([lab]);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(back(text).folded).toEqual(worstRecord(model).folded);
  });
});

describe('what an LMS gives back', () => {
  const { text } = writeRecord(worstRecord(model), model, narrow);

  test('is read as empty, as ours, or as unreadable, and nothing ever throws', () => {
    expect(readRecord('', model).kind).toBe('empty');
    for (const damaged of [
      'x',
      '{"a":1}',
      'C2abcdefgh',
      text.slice(0, -1),
      text.slice(0, 200),
      `${text}A`,
    ]) {
      expect(readRecord(damaged, model).kind).toBe('unreadable');
    }
    const number = seededNumbers(7);
    for (let turn = 0; turn < 300; turn += 1) {
      const at = number(text.length);
      const other = text.slice(0, at) + 'ABC-_~.'.charAt(number(7)) + text.slice(at + 1);
      if (other !== text) expect(readRecord(other, model).kind).toBe('unreadable');
    }
  });

  test('keeps what belongs to another version of the course as it was, and gives it back to that version', () => {
    const newer: CourseModel = {
      ...model,
      forms: { ...model.forms, b: [...model.forms.b].reverse() },
    };
    const read = back(text, newer);
    expect(read.foreign.length).toBeGreaterThan(0);
    expect(read.folded.forms.b).toEqual([]);
    expect(read.folded.forms.a).toEqual(worstRecord(model).folded.forms.a);
    const home = back(writeRecord(read, newer, narrow).text);
    expect(home.folded).toEqual(worstRecord(model).folded);
    expect(home.foreign).toEqual([]);
  });
});
