import { describe, expect, test } from 'vitest';
import { HIGHEST_SEQUENCE, sequenceAfter } from './sequence.ts';
import { readStatement } from './statement-check.ts';
import { statementOf } from './statement.fixture.ts';
import {
  activityOf,
  answeredItem,
  chose,
  finishedForm,
  readLesson,
  SEQUENCE,
  sequenceOf,
  type Statement,
} from './statement.ts';
import { uuidFrom } from './uuid.ts';

const lesson = statementOf(readLesson({ course: 'a1-tea', lesson: 'boiling' }), { sequence: 7 });
const sitting = statementOf(
  finishedForm({
    course: 'a1-tea',
    form: 'a',
    attempt: 1,
    right: 9,
    of: 12,
    passed: false,
    outcomes: { boil: { right: 3, of: 3 } },
    missedSafety: ['hot-water'],
  }),
  { sequence: 8 },
);

describe('a statement', () => {
  test('has the shape of xAPI', () => {
    expect(lesson.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(lesson).toEqual({
      id: lesson.id,
      actor: {
        objectType: 'Agent',
        account: {
          homePage: 'https://custodia.example',
          name: '6f1c1b62-7a0f-4d0e-9a3e-2f6f3f0f0001',
        },
      },
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { en: 'read' } },
      object: {
        objectType: 'Activity',
        id: 'tag:custodia.example,2026:a1-tea/lesson/boiling',
        definition: { type: 'http://adlnet.gov/expapi/activities/lesson' },
      },
      result: { completion: true },
      context: {
        platform: 'Custodia',
        language: 'en',
        extensions: { 'tag:custodia.example,2026:seq': 7 },
      },
      timestamp: '2026-11-23T10:00:00.000Z',
    });
  });

  test('says "not yet passed" of a sitting with a missed safety item, whatever its points', () => {
    expect(sitting.verb).toEqual({
      id: 'http://adlnet.gov/expapi/verbs/failed',
      display: { en: 'not yet passed' },
    });
    expect(sitting.result).toMatchObject({
      success: false,
      score: { raw: 9, min: 0, max: 12, scaled: 0.75 },
    });
  });

  test('tells which course, kind and thing it is about, also for things with parts', () => {
    const decision = chose({
      course: 'a1-tea',
      scenario: 'cold-cup',
      role: 'judge',
      node: 'sip',
      option: 'wait',
      run: 1,
    });
    expect(activityOf(statementOf(decision, { sequence: 1 }))).toEqual({
      course: 'a1-tea',
      kind: 'decision',
      id: 'cold-cup/sip',
    });
  });

  test('gets a UUID of version 4 whatever the bytes are', () => {
    expect(uuidFrom(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000');
    expect(uuidFrom(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });

  test('never gets a sequence above the ceiling', () => {
    expect(sequenceAfter(0)).toBe(1);
    expect(sequenceAfter(HIGHEST_SEQUENCE)).toBe(HIGHEST_SEQUENCE);
  });
});

describe('reading a statement from a file', () => {
  const answered = statementOf(
    answeredItem({
      course: 'a1-tea',
      form: 'p',
      item: 'p-1',
      attempt: 1,
      response: 'a[,]b',
      success: false,
      partial: true,
    }),
    { sequence: 9 },
  );

  test.each([lesson, sitting, answered])('gives back what was written', (statement) => {
    expect(readStatement(JSON.parse(JSON.stringify(statement)))).toEqual(statement);
  });

  test('leaves out fields it does not know', () => {
    expect(readStatement({ ...lesson, stored: 'x', authority: {} })).toEqual(lesson);
  });

  const without = (field: keyof Statement): unknown =>
    Object.fromEntries(Object.entries(lesson).filter(([key]) => key !== field));
  const sequenced = (value: unknown): unknown => ({
    ...lesson,
    context: { ...lesson.context, extensions: { [SEQUENCE]: value } },
  });
  let deep: unknown = 'bottom';
  for (let level = 0; level < 9; level += 1) deep = { deep };
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'statement'],
    ['a list', [lesson]],
    ['one without id', without('id')],
    ['one without actor', without('actor')],
    ['one without verb', without('verb')],
    ['one without object', without('object')],
    ['one without context', without('context')],
    ['one without time', without('timestamp')],
    ['an id that is no UUID', { ...lesson, id: '<b>1</b>' }],
    ['a time without Z', { ...lesson, timestamp: '2026-11-23T10:00:00+01:00' }],
    ['a day that does not exist', { ...lesson, timestamp: '2026-13-41T10:00:00Z' }],
    ['a sequence that is no number', sequenced('7')],
    ['a sequence of half', sequenced(0.5)],
    ['a sequence of 0', sequenced(0)],
    ['a sequence above the ceiling', sequenced(HIGHEST_SEQUENCE + 1)],
    [
      'a text longer than a learner can keep',
      { ...lesson, result: { response: 'x'.repeat(20_001) } },
    ],
    ['a score without a maximum', { ...lesson, result: { score: { raw: 1 } } }],
    ['success as text', { ...lesson, result: { success: 'true' } }],
    ['extensions that are too deep', { ...lesson, result: { extensions: { deep } } }],
  ])('refuses %s', (_, value) => {
    expect(readStatement(value)).toBeUndefined();
  });

  test('cannot be used to reach the prototype of objects', () => {
    const text = JSON.stringify(lesson).replace(
      '"extensions":{',
      '"extensions":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
    const read = readStatement(JSON.parse(text));
    expect(read).toEqual(lesson);
    expect(Object.keys(read?.context.extensions ?? {})).toEqual([SEQUENCE]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('the sequence of a statement is read from its context', () => {
  expect(sequenceOf(lesson)).toBe(7);
});
