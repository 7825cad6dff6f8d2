import { expect, test } from 'vitest';
import { createActor, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { failingFields, findingMachine, type FindingEvent } from './finding.ts';
import { sorted, stuckStates, type WalkedNode } from './walk.fixture.ts';

type Snapshot = SnapshotFrom<typeof findingMachine>;
const input = { what: ['receipt', 'file'], limit: ['nothing-before'] };
const fill = (field: string, option: string): FindingEvent => ({ type: 'fill', field, option });
const check: FindingEvent = { type: 'checkFinding' };

function run(...events: FindingEvent[]): Snapshot {
  const actor = createActor(findingMachine, { input }).start();
  events.forEach((event) => actor.send(event));
  return actor.getSnapshot();
}

test('every state is reached, and from everywhere the finding can be written', () => {
  const serializeState = ({ value, context }: Snapshot): string =>
    JSON.stringify([value, sorted(context.fields)]);
  const map = getAdjacencyMap(findingMachine, {
    input,
    events: [
      fill('what', 'receipt'),
      fill('what', 'laptop'),
      fill('limit', 'nothing-before'),
      fill('nowhere', 'receipt'),
      check,
    ],
    serializeState,
    limit: 1_000,
  });
  const nodes = Object.entries(map) as [string, WalkedNode<Snapshot>][];
  expect([...new Set(nodes.map(([, { state }]) => state.value))].sort()).toEqual([
    'failing',
    'holding',
    'writing',
  ]);
  expect(stuckStates(nodes, (state) => state.matches('holding'), serializeState)).toEqual([]);
});

test('a finding is checked when every field is filled, and a field can be changed after it failed', () => {
  expect(run(fill('what', 'receipt'), check).matches('writing')).toBe(true);
  const failing = run(fill('what', 'laptop'), fill('limit', 'nothing-before'), check);
  expect(failing.matches('failing')).toBe(true);
  expect(failingFields(failing.context)).toEqual(['what']);
  const mended = run(
    fill('what', 'laptop'),
    fill('limit', 'nothing-before'),
    check,
    fill('what', 'receipt'),
    check,
  );
  expect(mended.matches('holding')).toBe(true);
});

test('an option beside the model one can hold too', () => {
  expect(run(fill('what', 'file'), fill('limit', 'nothing-before'), check).matches('holding')).toBe(
    true,
  );
});
