import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { clean, shape } from '../../labs/desk/desk.fixture.ts';
import { deskMachine, type DeskEvent } from '../../machines/lab-desk.ts';
import { recordedForm } from './desk.ts';

test('a form is recorded when it is accepted: points held at first, no words', () => {
  const actor = createActor(deskMachine, { input: shape }).start();
  const events: DeskEvent[] = [
    ...Object.entries({ ...clean, from: { picked: ['from-bare'] } }).map(
      ([field, entry]): DeskEvent => ({ type: 'enter', field, entry }),
    ),
    { type: 'send' },
    { type: 'revise' },
    { type: 'enter', field: 'from', entry: { picked: ['from'] } },
    { type: 'send' },
  ];
  const drafts = events.flatMap((event) => {
    const before = actor.getSnapshot();
    actor.send(event);
    return recordedForm(before, actor.getSnapshot(), { course: 'c', lab: 'desk' });
  });
  expect(
    drafts.map(({ object, result }) => [
      object.id.split('/').slice(1).join('/'),
      result?.score?.raw,
      result?.score?.max,
    ]),
  ).toEqual([['step/desk/own', 3, 4]]);
  expect(JSON.stringify(drafts)).not.toContain('pitch');
});
