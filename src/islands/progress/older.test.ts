import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { olderEntries, withOlder } from '../../domain/older.ts';
import { shape } from '../../labs/desk/desk.fixture.ts';
import { findingMachine } from '../../machines/finding.ts';
import { deskMachine } from '../../machines/lab-desk.ts';
import { worksheetMachine } from '../../machines/lab-worksheet.ts';

/** A lab as its page saves it, with something put in everywhere. */
function savedLab(): unknown {
  const sheets = createActor(
    worksheetMachine([
      {
        id: 'kettle',
        step: 'own',
        slots: [
          { kind: 'number', id: 'minutes', accepts: [4], tolerance: 0, traps: [] },
          {
            kind: 'several',
            id: 'leaves',
            options: ['green', 'black'],
            correct: ['green'],
            defensible: [],
          },
        ],
      },
    ]),
  ).start();
  sheets.send({ type: 'answer', sheet: 'kettle', slot: 'minutes', answer: '12' });
  sheets.send({
    type: 'answer',
    sheet: 'kettle',
    slot: 'leaves',
    answer: ['green', 'black'],
  });
  sheets.send({ type: 'check', sheet: 'kettle' });
  const finding = createActor(findingMachine, { input: { state: ['same', 'other'] } }).start();
  finding.send({ type: 'fill', field: 'state', option: 'other' });
  const desk = createActor(deskMachine, { input: shape }).start();
  desk.send({ type: 'enter', field: 'facts', entry: { text: 'The pitch was booked twice.' } });
  return JSON.parse(
    JSON.stringify({
      stamp: '00000000',
      lab: sheets.getPersistedSnapshot(),
      finding: finding.getPersistedSnapshot(),
      more: { desk: desk.getPersistedSnapshot() },
    }),
  );
}

test('everything that was typed or chosen in a lab is found, and nothing that the lab itself wrote', () => {
  expect(olderEntries(savedLab())).toEqual([
    { path: ['kettle', 'minutes'], values: ['12'] },
    { path: ['kettle', 'leaves'], values: ['green', 'black'] },
    { path: ['state'], values: ['other'] },
    { path: ['facts', 'text'], values: ['The pitch was booked twice.'] },
  ]);
});

test('the reasons of a case are found, whatever else its version was', () => {
  const reasons = { 'first-call': 'Nobody had asked.', later: ' ' };
  expect(olderEntries({ version: 7, way: ['a', 'b'], reasons })).toEqual([
    { path: ['first-call'], values: ['Nobody had asked.'] },
  ]);
});

test.each([undefined, null, 'text', 7, [], {}, { lab: 'broken' }, { answers: null }])(
  'there is nothing in %o',
  (saved) => {
    expect(olderEntries(saved)).toEqual([]);
  },
);

test('words of two older versions stand one after the other, and the same words once', () => {
  expect(withOlder(undefined, '')).toBe('');
  expect(withOlder(undefined, 'tea: 4')).toBe('tea: 4');
  expect(withOlder('tea: 45', 'tea: 4')).toBe('tea: 45\n\ntea: 4');
  expect(withOlder('tea: 45\n\ntea: 4', 'tea: 4')).toBe('tea: 45\n\ntea: 4');
  expect(withOlder('tea: 4', '')).toBe('tea: 4');
});
