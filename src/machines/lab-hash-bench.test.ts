import { expect, test } from 'vitest';
import { createActor, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import {
  foundRows,
  hashBenchMachine,
  sortedRightly,
  type BenchEvent,
  type BenchInput,
} from './lab-hash-bench.ts';
import { sorted, stuckStates, type WalkedNode } from './walk.fixture.ts';

type Snapshot = SnapshotFrom<typeof hashBenchMachine>;

const input: BenchInput = {
  length: 4,
  start: { byte: 1, bit: 0 },
  statements: { all: ['holds', 'fails'], holding: ['holds'] },
  clean: ['c1', 'c2'],
  own: { rows: ['r1', 'r2', 'r3'], faults: { r1: 'no-receiver', r3: 'no-offset' } },
};

function run(...events: BenchEvent[]): Snapshot {
  const actor = createActor(hashBenchMachine, { input }).start();
  events.forEach((event) => actor.send(event));
  return actor.getSnapshot();
}

/** The walks take one faulty and one sound row: with more the number of states grows past use. */
const walked: BenchInput = { ...input, own: { rows: ['r1', 'r2'], faults: { r1: 'no-receiver' } } };

/** What a learner can do in one region, and where the region is done. */
const REGIONS: Record<string, { events: BenchEvent[]; reached: string[]; done: string[] }> = {
  file: {
    events: [
      { type: 'flip', byte: 0, bit: 7 },
      { type: 'flip', byte: 9, bit: 0 },
      { type: 'putBack' },
    ],
    reached: ['changed', 'original'],
    done: ['original'],
  },
  statements: {
    events: [
      { type: 'choose', statement: 'holds' },
      { type: 'choose', statement: 'fails' },
      { type: 'checkStatements' },
    ],
    reached: ['choosing', 'right', 'wrong'],
    done: ['right'],
  },
  clean: {
    events: [{ type: 'accuse', row: 'c1' }, { type: 'accuse', row: 'c2' }, { type: 'judge' }],
    reached: ['accusing', 'agreed', 'reading'],
    done: ['agreed'],
  },
  own: {
    events: [
      ...['r1', 'r2'].map((row): BenchEvent => ({ type: 'mark', row })),
      ...['r1', 'r2'].map((row): BenchEvent => ({ type: 'rate', row, rating: 'serious' })),
      { type: 'nameFault', row: 'r1', fault: 'no-receiver' },
      { type: 'nameFault', row: 'r1', fault: 'no-offset' },
      { type: 'nameFault', row: 'r2', fault: 'no-offset' },
      { type: 'checkRows' },
      { type: 'showRest' },
      { type: 'startOver' },
    ],
    reached: ['marking', 'shown', 'solved'],
    done: ['solved'],
  },
};

/** A state for the walk: without what only counts, so that the walk ends. */
const serializeState = ({ value, context }: Snapshot): string => {
  const { flip, chosen, accused, marks, verdicts } = context;
  return JSON.stringify([
    value,
    flip,
    [...chosen].sort(),
    [...accused].sort(),
    sorted(marks),
    sorted(verdicts),
  ]);
};

test.each(Object.entries(REGIONS))(
  'every state of %s can be reached, and from everywhere the work can be finished',
  (region, { events, reached, done }) => {
    const stateOf = (snapshot: Snapshot): string =>
      (snapshot.value as Record<string, string>)[region] ?? '';
    const map = getAdjacencyMap(hashBenchMachine, {
      input: walked,
      events,
      serializeState,
      limit: 20_000,
    });
    const nodes = Object.entries(map) as [string, WalkedNode<Snapshot>][];
    expect([...new Set(nodes.map(([, node]) => stateOf(node.state)))].sort()).toEqual(reached);

    const isDone = (snapshot: Snapshot): boolean => done.includes(stateOf(snapshot));
    expect(stuckStates(nodes, isDone, serializeState)).toEqual([]);
  },
);

test('the work of one region never moves another', () => {
  const start = run().value as Record<string, string>;
  for (const [region, { events }] of Object.entries(REGIONS)) {
    const paths = getShortestPaths(hashBenchMachine, {
      input: walked,
      events,
      serializeState,
      limit: 20_000,
    });
    expect(paths.length).toBeGreaterThan(1);
    for (const { state } of paths) {
      expect({ ...(state.value as Record<string, string>), [region]: '' }).toEqual({
        ...start,
        [region]: '',
      });
    }
  }
});

test('the bench starts as the worked example and keeps the bit while the file is restored', () => {
  expect(run().context.flip).toEqual({ byte: 1, bit: 0 });
  const back = run({ type: 'flip', byte: 3, bit: 7 }, { type: 'putBack' });
  expect(back.matches({ file: 'original' })).toBe(true);
  expect(back.context.flip).toEqual({ byte: 3, bit: 7 });
});

test.each([
  [4, 0],
  [-1, 0],
  [0, 8],
  [0.5, 1],
  [Number.NaN, 0],
])('byte %d, bit %d is not in the file and is refused', (byte, bit) => {
  expect(run({ type: 'flip', byte, bit }).context.flip).toEqual(input.start);
});

test('nothing chosen is not checked; a wrong choice is, and the first sorting is kept', () => {
  expect(run({ type: 'checkStatements' }).matches({ statements: 'choosing' })).toBe(true);
  const wrong = run({ type: 'choose', statement: 'fails' }, { type: 'checkStatements' });
  expect(wrong.matches({ statements: 'wrong' })).toBe(true);
  expect(sortedRightly(wrong.context)).toBe(0);
  const right = run(
    { type: 'choose', statement: 'fails' },
    { type: 'checkStatements' },
    { type: 'choose', statement: 'fails' },
    { type: 'choose', statement: 'holds' },
    { type: 'checkStatements' },
  );
  expect(right.matches({ statements: 'right' })).toBe(true);
  expect(right.context.statementsAtFirst).toBe(0);
});

test('accusing everything is the error of the clean log', () => {
  const accused = run(
    { type: 'accuse', row: 'c1' },
    { type: 'accuse', row: 'c2' },
    { type: 'judge' },
  );
  expect(accused.matches({ clean: 'accusing' })).toBe(true);
  expect(accused.context.cleanAtFirst).toBe(false);
  expect(run({ type: 'judge' }).matches({ clean: 'agreed' })).toBe(true);
});

const named = (row: string, fault: string): BenchEvent[] => [
  { type: 'mark', row },
  { type: 'nameFault', row, fault },
  { type: 'rate', row, rating: 'explain' },
];

test('checking tells a fault found, a wrong kind and a sound row apart', () => {
  const { context } = run(
    ...named('r1', 'no-receiver'),
    ...named('r2', 'no-offset'),
    ...named('r3', 'seal-changed'),
    { type: 'checkRows' },
  );
  expect(context.verdicts).toEqual({ r1: 'found', r2: 'sound', r3: 'other-fault' });
  expect(foundRows(context)).toEqual(['r1']);
});

test('a mark without its rating is not judged', () => {
  const { context } = run(
    { type: 'mark', row: 'r1' },
    { type: 'nameFault', row: 'r1', fault: 'no-receiver' },
    { type: 'checkRows' },
  );
  expect(context.verdicts).toEqual({});
});

test('a fault that was found stays found and can no longer be unmarked', () => {
  const { context } = run(
    ...named('r1', 'no-receiver'),
    { type: 'checkRows' },
    { type: 'mark', row: 'r1' },
  );
  expect(foundRows(context)).toEqual(['r1']);
});

test('a changed mark loses its verdict', () => {
  const { context } = run(
    ...named('r1', 'no-offset'),
    { type: 'checkRows' },
    { type: 'nameFault', row: 'r1', fault: 'no-receiver' },
  );
  expect(context.verdicts).toEqual({});
});

test('all faults named solve the record, even with a sound row marked; showing the rest does not count as finding', () => {
  const solved = run(
    ...named('r1', 'no-receiver'),
    ...named('r2', 'no-offset'),
    ...named('r3', 'no-offset'),
    { type: 'checkRows' },
  );
  expect(solved.matches({ own: 'solved' })).toBe(true);
  const shown = run(...named('r1', 'no-receiver'), { type: 'checkRows' }, { type: 'showRest' });
  expect(shown.matches({ own: 'shown' })).toBe(true);
  expect(foundRows(shown.context)).toEqual(['r1']);
});

test('starting again forgets marks, verdicts and hints', () => {
  const { context } = run(
    ...named('r1', 'no-receiver'),
    { type: 'hint' },
    { type: 'checkRows' },
    { type: 'showRest' },
    { type: 'startOver' },
  );
  expect(context).toMatchObject({ marks: {}, verdicts: {}, hints: 0 });
});

test('a bench that was put away goes on where it was', () => {
  const half = createActor(hashBenchMachine, { input }).start();
  named('r1', 'no-receiver').forEach((event) => half.send(event));
  const stored = JSON.parse(JSON.stringify(half.getPersistedSnapshot())) as never;
  const again = createActor(hashBenchMachine, { input, snapshot: stored }).start();
  again.send({ type: 'checkRows' });
  expect(foundRows(again.getSnapshot().context)).toEqual(['r1']);
});
