import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { worksheetMachine, type WorksheetEvent } from '../../machines/lab-worksheet.ts';
import { recordedSteps, type WorksheetPage } from './worksheet.ts';

const slot = { kind: 'number', id: 'minutes', accepts: [4], tolerance: 0, traps: [] } as const;
const page: WorksheetPage = {
  course: 'a1-tea',
  lab: 'tea-cards',
  stamp: '00000000',
  finding: {},
  sheets: [
    { id: 'first', step: 'own', slots: [{ slot, field: 'minutes' }] },
    { id: 'second', step: 'own', slots: [{ slot, field: 'minutes' }] },
  ],
};

/** The steps that are recorded while the events happen. */
function recorded(...events: WorksheetEvent[]): unknown[] {
  const actor = createActor(
    worksheetMachine(page.sheets.map(({ id, step }) => ({ id, step, slots: [slot] }))),
  ).start();
  return events.flatMap((event) => {
    const before = actor.getSnapshot();
    actor.send(event);
    return recordedSteps(before, actor.getSnapshot(), { page }).map(({ object, result }) => [
      object.id.split('/').at(-1),
      result?.score?.raw,
      result?.score?.max,
    ]);
  });
}

const solve = (sheet: string): WorksheetEvent[] => [
  { type: 'answer', sheet, slot: 'minutes', answer: '4' },
  { type: 'check', sheet },
];

test('the example is recorded when it is read, once', () => {
  expect(recorded({ type: 'read' }, { type: 'read' })).toEqual([['example', 1, 1]]);
});

test('a step is recorded with its last sheet, with what held at first', () => {
  expect(recorded(...solve('first'))).toEqual([]);
  expect(
    recorded(
      ...solve('first'),
      { type: 'check', sheet: 'second' },
      { type: 'show', sheet: 'second' },
    ),
  ).toEqual([['own', 1, 2]]);
});
