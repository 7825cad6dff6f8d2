import { describe, expect, test } from 'vitest';
import { courseState, type CoursePlan } from '../domain/folds/course.ts';
import { statementOf } from '../domain/statement.fixture.ts';
import { keptText, readLesson, type Statement } from '../domain/statement.ts';
import { LARGEST_FILE, openProgressFile, readProgressFile, writeProgressFile } from './file.ts';
import { newLearner } from './identity.ts';
import { nameProblem, tidyName } from './learners.ts';
import { memoryStore } from './memory.ts';
import { recordsOver, type Records } from './progress.ts';
import { daysBetween, loadFromFile, saveToFile, takeFile } from './transfer.ts';

const actor = '6f1c1b62-7a0f-4d0e-9a3e-2f6f3f0f0001';
const read = (lesson: string) => readLesson({ course: 'a1-tea', lesson });
const plan: CoursePlan = {
  course: 'a1-tea',
  version: '1.0',
  parts: [
    { kind: 'lesson', id: 'boiling' },
    { kind: 'lesson', id: 'pouring' },
  ],
};
const two = [
  statementOf(read('boiling'), { sequence: 1, actor }),
  statementOf(read('pouring'), { sequence: 2, actor }),
];
const written = (statements: readonly Statement[] = two, notes = false): string =>
  writeProgressFile({ actor, statements, saved: '2026-11-23T10:00:00.000Z', notes });
const changed = (change: object): string =>
  JSON.stringify({ ...(JSON.parse(written()) as object), ...change });

describe('a progress file', () => {
  test('gives back what was written', () => {
    expect(readProgressFile(written())).toEqual({ owner: actor, statements: two, refused: 0 });
    expect(readProgressFile(written([]))).toEqual({ owner: actor, statements: [], refused: 0 });
  });

  test('holds the learner\u2019s own texts only when asked to', () => {
    const text = 'I would ask first.';
    const note = statementOf(keptText({ course: 'a1-tea', kind: 'reason', id: 'sip', text }), {
      sequence: 3,
    });
    expect(written([...two, note])).not.toContain(text);
    expect(written([...two, note], true)).toContain(text);
  });

  test.each([
    ['no JSON', '<!doctype html><title>x</title>', 'damaged'],
    ['an empty file', '', 'damaged'],
    ['a list', '[]', 'foreign'],
    ['nothing', 'null', 'foreign'],
    ['JSON of another product', '{"format":"other","version":1,"statements":[]}', 'foreign'],
    ['a version that is no number', changed({ version: '1' }), 'foreign'],
    ['a newer version', changed({ version: 2 }), 'newer'],
    ['statements that are no list', changed({ statements: {} }), 'damaged'],
    ['a file cut in the middle', written().slice(0, -200), 'cut'],
    ['a file cut by one letter', written().trimEnd().slice(0, -1), 'cut'],
  ])('is refused as a whole: %s', (_, text, why) => {
    expect(readProgressFile(text)).toBe(why);
  });

  test('is refused by its size before a byte is read', async () => {
    const file = {
      size: LARGEST_FILE + 1,
      text: () => Promise.reject(new Error('it was read')),
    } as unknown as Blob;
    expect(await openProgressFile(file)).toBe('large');
  });

  test('says so when the browser cannot read it', async () => {
    const file = { size: 10, text: () => Promise.reject(new Error('no')) } as unknown as Blob;
    expect(await openProgressFile(file)).toBe('unreadable');
  });

  test('is taken in part, with counts, when single entries are damaged', () => {
    const text = changed({ statements: [two[0], { id: 'x' }, null, two[1], '<script>'] });
    expect(readProgressFile(text)).toEqual({ owner: actor, statements: two, refused: 3 });
  });

  test('may begin with a byte order mark', () => {
    expect(readProgressFile(`\uFEFF${written()}`)).toMatchObject({ statements: two });
  });
});

describe('loading a file', () => {
  function open(): Records {
    const silent = { ring: () => undefined, listen: () => () => undefined };
    return recordsOver(memoryStore(), silent);
  }
  const blob = (text: string): Blob => new Blob([text]);
  const stateOf = async (records: Records) =>
    courseState(await records.store.statements((await records.store.current()).id), plan);

  test('on another computer gives the same state; a second time changes nothing', async () => {
    const [here, there] = [open(), open()];
    const learner = await here.store.current();
    for (const lesson of ['boiling', 'pouring']) {
      await here.store.append(learner.id, (sequence) =>
        statementOf(read(lesson), { sequence, actor: learner.actor }),
      );
    }
    const file = await saveToFile(here, learner, new Date(2026, 10, 23), false);
    expect(file.name).toBe('custodia-progress-2026-11-23.json');
    const first = await loadFromFile(there, await there.store.current(), blob(file.text));
    expect(first).toEqual({ kind: 'taken', read: 2, refused: 0, added: 2 });
    expect(await stateOf(there)).toEqual(await stateOf(here));
    expect((await there.store.current()).actor).toBe(learner.actor);
    const second = await loadFromFile(there, await there.store.current(), blob(file.text));
    expect(second).toEqual({ kind: 'taken', read: 2, refused: 0, added: 0 });
    expect(await stateOf(there)).toEqual(await stateOf(here));
  });

  test('asks first when the file is somebody else\u2019s, and then merges', async () => {
    const records = open();
    const learner = await records.store.current();
    const own = await records.store.append(learner.id, (sequence) =>
      statementOf(read('washing-up'), { sequence, actor: learner.actor, name: 'own' }),
    );
    const outcome = await loadFromFile(records, learner, blob(written()));
    expect(outcome.kind).toBe('other');
    expect(await records.store.statements(learner.id)).toEqual([own]);
    if (outcome.kind !== 'other') return;
    await takeFile(records, learner, outcome.content);
    expect(await records.store.statements(learner.id)).toHaveLength(3);
    // Once merged, the same file is no longer a stranger's.
    expect(await loadFromFile(records, learner, blob(written()))).toMatchObject({ added: 0 });
  });

  test('asks an empty record too when the file is a neighbour\u2019s', async () => {
    const records = open();
    await records.store.putLearner({ ...newLearner('Sam'), actor });
    const kim = newLearner('Kim');
    await records.store.putLearner(kim);
    expect((await loadFromFile(records, kim, blob(written()))).kind).toBe('other');
  });

  test('touches nothing when the file is refused', async () => {
    const records = open();
    const learner = await records.store.current();
    const outcome = await loadFromFile(records, learner, blob('{'));
    expect(outcome).toEqual({ kind: 'refused', why: 'damaged' });
    expect(await records.store.statements(learner.id)).toEqual([]);
    expect(await records.store.current()).toEqual(learner);
  });
});

describe('names', () => {
  test('are one tidy line of text, whatever is typed', () => {
    expect(tidyName('  Kim \n Lee ')).toBe('Kim Lee');
    expect(tidyName('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
    expect(Array.from(tidyName('\u{1F600}'.repeat(60)))).toHaveLength(40);
  });

  test('are refused when empty or already there, but a learner may keep their own', () => {
    const kim = newLearner('Kim');
    expect(nameProblem(' ', [kim])).toBe('empty');
    expect(nameProblem(' Kim', [kim])).toBe('taken');
    expect(nameProblem('Kim', [kim], kim.id)).toBeUndefined();
  });
});

test('days are counted over months and clock changes', () => {
  expect(daysBetween('2026-10-24', '2026-11-02')).toBe(9);
  expect(daysBetween('2026-03-28', '2026-03-29')).toBe(1);
});
