import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import {
  exampleIsRead,
  rightAtFirst,
  sheetState,
  worksheetMachine,
  type SheetShape,
  type WorksheetEvent,
  type WorksheetSnapshot,
} from './lab-worksheet.ts';
import { sorted, stuckStates, type WalkedNode } from './walk.fixture.ts';

const cards: SheetShape = {
  id: 'cards',
  step: 'half-done',
  slots: [
    { kind: 'choice', id: 'one.state', options: ['a', 'b', 'c'], correct: 'a', defensible: ['b'] },
    { kind: 'several', id: 'one.why', options: ['x', 'y'], correct: ['x'], defensible: [] },
  ],
};
const own: SheetShape = {
  id: 'own-sheet',
  step: 'own',
  slots: [{ kind: 'number', id: 'minutes', accepts: [4], tolerance: 0, traps: [] }],
};
const machine = worksheetMachine([cards, own]);

const give = (sheet: string, slot: string, answer: string | string[]): WorksheetEvent => ({
  type: 'answer',
  sheet,
  slot,
  answer,
});
const on = (sheet: string, type: 'check' | 'hint' | 'show' | 'again'): WorksheetEvent => ({
  type,
  sheet,
});

function run(...events: WorksheetEvent[]): WorksheetSnapshot {
  const actor = createActor(machine).start();
  events.forEach((event) => actor.send(event));
  return actor.getSnapshot();
}

/** A state for the walk: without what only counts, so that the walk ends. */
const serializeState = ({ value, context }: WorksheetSnapshot): string =>
  JSON.stringify([
    value,
    ...[context.answers, context.verdicts, context.first, context.hints].map(sorted),
  ]);

test.each([cards, own])(
  'every state of a sheet is reached, and none is a dead end: %j',
  (sheet) => {
    const small = worksheetMachine([sheet]);
    const events: WorksheetEvent[] = [
      ...(sheet === cards
        ? [
            give('cards', 'one.state', 'a'),
            give('cards', 'one.state', 'c'),
            give('cards', 'one.why', ['x']),
          ]
        : [give('own-sheet', 'minutes', '4'), give('own-sheet', 'minutes', 'four')]),
      on(sheet.id, 'check'),
      on(sheet.id, 'hint'),
      on(sheet.id, 'show'),
      on(sheet.id, 'again'),
    ];
    const map = getAdjacencyMap(small, { events, serializeState, limit: 20_000 });
    const nodes = Object.entries(map) as [string, WalkedNode<WorksheetSnapshot>][];
    expect([...new Set(nodes.map(([, { state }]) => sheetState(state, sheet.id)))].sort()).toEqual([
      'open',
      'shown',
      'solved',
    ]);
    expect(nodes.every(([, { state }]) => (state.context.hints[sheet.id] ?? 0) <= 2)).toBe(true);
    expect(
      stuckStates(nodes, (state) => sheetState(state, sheet.id) === 'solved', serializeState),
    ).toEqual([]);
  },
);

test('the work on one sheet never moves another', () => {
  const now = run(give('cards', 'one.state', 'c'), on('cards', 'show'), on('cards', 'hint'));
  expect(sheetState(now, 'cards')).toBe('shown');
  expect(sheetState(now, 'own-sheet')).toBe('open');
  expect(now.context.hints).toEqual({});
});

test('what is filled in is judged, what is empty stays open', () => {
  const now = run(give('cards', 'one.state', 'c'), on('cards', 'check'));
  expect(now.context.verdicts).toEqual({ cards: { 'one.state': 'wrong' } });
  expect(sheetState(now, 'cards')).toBe('open');
});

test('a number that cannot be read is not judged', () => {
  const now = run(give('own-sheet', 'minutes', 'four'), on('own-sheet', 'check'));
  expect(now.context.verdicts['own-sheet']).toEqual({});
});

test('defensible choices solve a sheet', () => {
  const now = run(
    give('cards', 'one.state', 'b'),
    give('cards', 'one.why', ['x']),
    on('cards', 'check'),
  );
  expect(sheetState(now, 'cards')).toBe('solved');
  expect(now.context.verdicts['cards']).toEqual({ 'one.state': 'defensible', 'one.why': 'right' });
});

test('a changed answer loses its verdict, and the first verdict is kept for the record', () => {
  const wrong = run(
    give('cards', 'one.state', 'c'),
    on('cards', 'check'),
    give('cards', 'one.state', 'a'),
  );
  expect(wrong.context.verdicts['cards']).toEqual({});
  const solved = run(
    give('cards', 'one.state', 'c'),
    on('cards', 'check'),
    give('cards', 'one.state', 'a'),
    give('cards', 'one.why', ['x']),
    on('cards', 'check'),
  );
  expect(rightAtFirst(solved, 'cards')).toBe(1);
});

test('answers that are no options, slots and sheets that do not exist are refused', () => {
  const now = run(
    give('cards', 'one.state', 'z'),
    give('cards', 'nowhere', 'a'),
    give('nowhere', 'one.state', 'a'),
    on('nowhere', 'check'),
  );
  expect(now.context).toMatchObject({ answers: {}, verdicts: {} });
});

test('a solved sheet takes no more answers until it is started again', () => {
  const solved = [give('own-sheet', 'minutes', '4'), on('own-sheet', 'check')];
  const after = run(...solved, give('own-sheet', 'minutes', '5'));
  expect(after.context.answers['own-sheet']).toEqual({ minutes: '4' });
  const again = run(...solved, on('own-sheet', 'again'));
  expect(sheetState(again, 'own-sheet')).toBe('open');
  expect(again.context.answers['own-sheet']).toEqual({});
  expect(rightAtFirst(again, 'own-sheet')).toBe(1);
});

test('the example is read once', () => {
  expect(exampleIsRead(run())).toBe(false);
  expect(exampleIsRead(run({ type: 'read' }))).toBe(true);
});

test('a worksheet that was put away goes on where it was', () => {
  const half = createActor(machine).start();
  half.send(give('cards', 'one.state', 'c'));
  half.send(on('cards', 'check'));
  const stored = JSON.parse(JSON.stringify(half.getPersistedSnapshot())) as never;
  const again = createActor(worksheetMachine([cards, own]), { snapshot: stored }).start();
  again.send(give('cards', 'one.state', 'a'));
  again.send(give('cards', 'one.why', ['x']));
  again.send(on('cards', 'check'));
  expect(sheetState(again.getSnapshot(), 'cards')).toBe('solved');
});
