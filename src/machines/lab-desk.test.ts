import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { clean, shape } from '../labs/desk/desk.fixture.ts';
import type { Entry } from '../labs/desk/shape.ts';
import { deskMachine, type DeskEvent, type DeskSnapshot } from './lab-desk.ts';
import { sorted, stuckStates, type WalkedNode } from './walk.fixture.ts';

const enter = (field: string, entry: Entry): DeskEvent => ({ type: 'enter', field, entry });
const cleanly = Object.entries(clean).map(([field, entry]) => enter(field, entry));

function run(...events: DeskEvent[]): DeskSnapshot {
  const actor = createActor(deskMachine, { input: shape }).start();
  events.forEach((event) => actor.send(event));
  return actor.getSnapshot();
}

test('every state is reached, and from everywhere a form can be answered', () => {
  const serializeState = ({ value, context }: DeskSnapshot): string =>
    JSON.stringify([value, sorted(context.draft), context.page, context.tried, context.reply]);
  const map = getAdjacencyMap(deskMachine, {
    input: shape,
    events: [
      enter('danger', { picked: ['yes'] }),
      enter('danger', { picked: ['no'] }),
      enter('called', { text: 'Done.' }),
      enter('about', { picked: ['account'] }),
      { type: 'open', page: 'emergency' },
      { type: 'send' },
      { type: 'revise' },
      { type: 'clear' },
    ],
    serializeState,
    limit: 5_000,
  });
  const nodes = Object.entries(map) as [string, WalkedNode<DeskSnapshot>][];
  expect([...new Set(nodes.map(([, { state }]) => state.value))].sort()).toEqual([
    'answered',
    'drafting',
  ]);
  expect(stuckStates(nodes, (state) => state.matches('answered'), serializeState)).toEqual([]);
});

test('a form that the data block stays here, and the learner is told', () => {
  const now = run(enter('danger', { picked: ['no'] }), { type: 'send' });
  expect(now.matches('drafting')).toBe(true);
  expect(now.context).toMatchObject({ tried: true, reply: undefined, first: undefined });
});

test('a form goes out, is answered, changed and answered again; the first points are kept', () => {
  const weak = [...cleanly, enter('from', { picked: ['from-bare'] })];
  const returned = run(...weak, { type: 'send' });
  expect(returned.context).toMatchObject({ reply: 'no-offset-back', first: 3 });
  const kept = run(...weak, { type: 'send' }, enter('from', { picked: ['from'] }));
  expect(kept.context.draft['from']).toEqual({ picked: ['from-bare'] });
  const again = run(
    ...weak,
    { type: 'send' },
    { type: 'revise' },
    enter('from', { picked: ['from'] }),
    { type: 'send' },
  );
  expect(again.context).toMatchObject({ reply: 'accepted', first: 3 });
});

test.each([
  enter('nowhere', { text: 'x' }),
  enter('about', { picked: ['yes'] }),
  enter('about', { picked: ['account', 'account'] }),
  enter('from', { picked: ['from', 'from-bare'] }),
  enter('to', { notKnown: 'Asked.' }),
  enter('to', { text: 'free words' }),
  enter('facts', { text: 'x'.repeat(4001) }),
])('%j does not belong to the form and is refused', (event) => {
  expect(run(event).context.draft).toEqual({});
});

test('a closed page cannot be opened', () => {
  expect(run({ type: 'open', page: 'emergency' }).context.page).toBe('first');
  expect(
    run(enter('danger', { picked: ['yes'] }), { type: 'open', page: 'emergency' }).context.page,
  ).toBe('emergency');
});

test('emptying forgets the form, not how far the learner came', () => {
  const now = run(...cleanly, { type: 'send' }, { type: 'clear' });
  expect(now.matches('drafting')).toBe(true);
  expect(now.context).toMatchObject({ draft: {}, page: 'first', reply: undefined, first: 4 });
});

test('a half-filled form goes on where it was', () => {
  const half = createActor(deskMachine, { input: shape }).start();
  cleanly.forEach((event) => half.send(event));
  const stored = JSON.parse(JSON.stringify(half.getPersistedSnapshot())) as never;
  const again = createActor(deskMachine, { input: shape, snapshot: stored }).start();
  again.send({ type: 'send' });
  expect(again.getSnapshot().context.reply).toBe('accepted');
});
