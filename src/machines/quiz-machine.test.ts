import { describe, expect, test } from 'vitest';
import { createActor, initialTransition, transition, type SnapshotFrom } from 'xstate';
import type { Kind } from '../domain/question.ts';
import {
  currentAnswer,
  currentItem,
  openItems,
  quizMachine,
  resultOf,
  type QuizEmitted,
  type QuizEvent,
  type QuizMode,
} from './quiz-machine.ts';
import { restoreQuiz, saveQuiz } from './quiz-saved.ts';
import { RESPONSES, twoOf } from './quiz.fixture.ts';
import { eventsOf, placeOf } from './quiz-walk.fixture.ts';

type Snapshot = SnapshotFrom<typeof quizMachine>;
const KINDS: readonly Kind[] = ['one', 'several', 'order', 'numeric', 'match', 'fault'];
const MODES: readonly QuizMode[] = ['pretest', 'posttest', 'practice'];
const inputOf = (mode: QuizMode, kind: Kind) => ({ mode, items: twoOf(kind), pass: 2 });

/**
 * All states that can be reached, with the edges that leave them. The second sitting is not walked further. Our own
 * walk, because the types of `xstate/graph` refuse a machine that emits typed events.
 */
function walk(
  mode: QuizMode,
  kind: Kind,
): { state: Snapshot; edges: { event: QuizEvent; next: Snapshot }[] }[] {
  const [start] = initialTransition(quizMachine, inputOf(mode, kind));
  const found = new Map([
    [placeOf(start), { state: start, edges: [] as { event: QuizEvent; next: Snapshot }[] }],
  ]);
  // A map goes on over what is added to it on the way.
  for (const { state, edges } of found.values()) {
    if (state.context.attempt > 1) continue;
    for (const event of eventsOf(kind)) {
      const [next] = transition(quizMachine, state, event);
      edges.push({ event, next });
      if (!found.has(placeOf(next))) found.set(placeOf(next), { state: next, edges: [] });
    }
  }
  return [...found.values()];
}

/** A sitting by a list of events; also what was told to the page. */
function sit(
  mode: QuizMode,
  kind: Kind,
  ...events: QuizEvent[]
): { snapshot: Snapshot; told: QuizEmitted[] } {
  const actor = createActor(quizMachine, { input: inputOf(mode, kind) });
  const told: QuizEmitted[] = [];
  actor.on('*', (event) => told.push(event));
  actor.start();
  for (const event of events) actor.send(event);
  return { snapshot: actor.getSnapshot(), told };
}
const right = (kind: Kind): QuizEvent => ({ type: 'answer', response: RESPONSES[kind].right });
const wrong = (kind: Kind): QuizEvent => ({ type: 'answer', response: RESPONSES[kind].wrong });

describe.each(MODES.flatMap((mode) => KINDS.map((kind) => [mode, kind] as const)))(
  'every path of a %s with questions of kind %s',
  (mode, kind) => {
    const states = walk(mode, kind);

    test('is walked, and stays small enough to walk', () => {
      expect(states.length).toBeGreaterThan(mode === 'practice' ? 5 : 20);
      expect(states.length).toBeLessThan(1_000);
    });

    test('leads on: no place without a way out but the last', () => {
      const stuck = states.filter(
        ({ state, edges }) =>
          state.context.attempt === 1 &&
          edges.every(({ next }) => placeOf(next) === placeOf(state)),
      );
      expect(stuck.map(({ state }) => placeOf(state))).toEqual([]);
    });

    test('can still reach the result from everywhere', () => {
      if (mode === 'practice') {
        expect(states.every(({ state }) => !state.matches('results'))).toBe(true);
        return;
      }
      const good = new Set(
        states.filter(({ state }) => state.matches('results')).map(({ state }) => placeOf(state)),
      );
      expect(good.size).toBeGreaterThan(3);
      for (let before = -1; before !== good.size;) {
        before = good.size;
        for (const { state, edges } of states) {
          if (edges.some(({ next }) => good.has(placeOf(next)))) good.add(placeOf(state));
        }
      }
      const lost = states.filter(
        ({ state }) => state.context.attempt === 1 && !good.has(placeOf(state)),
      );
      expect(lost.map(({ state }) => placeOf(state))).toEqual([]);
    });

    test('can be left and taken up again at every place', () => {
      for (const { state } of states) {
        if (state.matches('skipped')) continue; // One practice question is not saved.
        const back = restoreQuiz(inputOf(mode, kind), JSON.parse(JSON.stringify(saveQuiz(state))));
        expect(back, placeOf(state)).toBeDefined();
        const same = placeOf(state).replace('{"answering":"unready"}', '{"answering":"open"}');
        expect(back && placeOf(back)).toBe(same);
      }
    });

    test('shows feedback only where there is something to show it on', () => {
      const shown = states.filter(({ state }) => state.matches('checked'));
      expect(shown.length > 0).toBe(mode !== 'pretest');
      for (const { state } of shown) expect(currentAnswer(state.context).checked).toBeDefined();
    });

    test('never changes a first answer once feedback was given', () => {
      if (mode === 'pretest') return;
      for (const { state, edges } of states) {
        for (const { next } of edges.filter(
          (edge) => edge.next.context.attempt === state.context.attempt,
        )) {
          for (const item of state.context.items) {
            const before = state.context.answers[item.id]?.first;
            if (before) expect(next.context.answers[item.id]?.first).toBe(before);
          }
        }
      }
    });

    test('asks a skipped question again before the result, unless the learner ends', () => {
      for (const { state, edges } of states) {
        for (const { event, next } of edges) {
          if (
            next.matches('results') &&
            !state.matches('results') &&
            openItems(next.context).length > 0
          ) {
            expect(event.type).toBe('finish');
          }
        }
      }
    });
  },
);

test('a right first answer and a wrong one give one of two, and the red line decides', () => {
  const { snapshot, told } = sit(
    'posttest',
    'one',
    { type: 'start' },
    right('one'),
    { type: 'check' },
    { type: 'next' },
    wrong('one'),
    { type: 'check' },
    { type: 'retry' },
    right('one'),
    { type: 'check' },
    { type: 'next' },
  );
  expect(snapshot.matches('results')).toBe(true);
  expect(resultOf(snapshot.context)).toMatchObject({
    right: 1,
    of: 2,
    passed: false,
    missedSafety: ['second'],
  });
  expect(
    told.map((event) =>
      event.type === 'answered'
        ? `${event.item} ${event.outcome} ${event.counts ? 'counts' : 'again'}`
        : event.type,
    ),
  ).toEqual(['first right counts', 'second wrong counts', 'second right again', 'finished']);
});

test('before the lessons an answer may change until the end, and nothing is told before', () => {
  const start = sit(
    'pretest',
    'one',
    { type: 'start' },
    wrong('one'),
    { type: 'check' },
    { type: 'back' },
    right('one'),
    { type: 'check' },
  );
  expect(start.told).toEqual([]);
  const { snapshot, told } = sit(
    'pretest',
    'one',
    { type: 'start' },
    wrong('one'),
    { type: 'check' },
    { type: 'back' },
    right('one'),
    { type: 'check' },
    right('one'),
    { type: 'check' },
  );
  expect(snapshot.matches('results')).toBe(true);
  expect(told).toMatchObject([
    { type: 'finished', attempt: 1, result: { right: 2, passed: true } },
  ]);
});

test('skipping costs nothing: the question comes again and counts as any other', () => {
  const { snapshot } = sit(
    'posttest',
    'match',
    { type: 'start' },
    { type: 'skip' },
    right('match'),
    { type: 'check' },
    { type: 'next' },
  );
  expect(snapshot.matches('overview')).toBe(true);
  expect(openItems(snapshot.context).map((item) => item.id)).toEqual(['first']);
  const end = sit(
    'posttest',
    'match',
    { type: 'start' },
    { type: 'skip' },
    right('match'),
    { type: 'check' },
    { type: 'next' },
    { type: 'resume' },
    right('match'),
    { type: 'check' },
    { type: 'next' },
  );
  expect(resultOf(end.snapshot.context)).toMatchObject({ right: 2, passed: true });
});

test('a check without an answer says so and judges nothing', () => {
  const { snapshot, told } = sit('posttest', 'numeric', { type: 'start' }, { type: 'check' });
  expect(snapshot.matches({ answering: 'unready' })).toBe(true);
  expect(told).toEqual([]);
});

test('a response that belongs to no option of the question is not taken', () => {
  const { snapshot } = sit(
    'posttest',
    'one',
    { type: 'start' },
    { type: 'answer', response: { kind: 'pick', picked: ['nonsense'] } },
  );
  expect(currentAnswer(snapshot.context).response).toEqual({ kind: 'pick', picked: [] });
});

test('a new sitting is empty and bears the next number', () => {
  const { snapshot } = sit(
    'posttest',
    'one',
    { type: 'start' },
    { type: 'skip' },
    { type: 'skip' },
    { type: 'finish' },
    { type: 'again' },
  );
  expect(snapshot.context).toMatchObject({ attempt: 2, at: 0, answers: {} });
  expect(currentItem(snapshot.context).id).toBe('first');
});

describe('a saved sitting that cannot be trusted starts afresh', () => {
  const input = inputOf('posttest', 'one');
  const saved = saveQuiz(
    sit('posttest', 'one', { type: 'start' }, wrong('one'), { type: 'check' }).snapshot,
  );

  test('while the same one, whole, is taken up', () => {
    expect(restoreQuiz(input, saved)?.matches('checked')).toBe(true);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'checked'],
    ['a list', [saved]],
    ['an older shape', { ...saved, shape: 0 }],
    ['another mode', { ...saved, mode: 'pretest' }],
    ['other questions', { ...saved, items: ['first', 'third'] }],
    ['fewer questions', { ...saved, items: ['first'] }],
    ['a place that does not exist', { ...saved, state: 'cheating' }],
    ['a place that asks for an answer without one', { ...saved, answers: {} }],
    [
      'open questions where none is open',
      {
        ...saved,
        state: 'overview',
        answers: { first: saved.answers['first'], second: saved.answers['first'] },
      },
    ],
    ['a question number behind the last', { ...saved, at: 2 }],
    ['half a question number', { ...saved, at: 0.5 }],
    ['sitting number zero', { ...saved, attempt: 0 }],
    ['an answer to an unknown question', { ...saved, answers: { third: ['truth', null, null] } }],
    ['an unknown option', { ...saved, answers: { first: ['nonsense', 'nonsense', 'wrong'] } }],
    ['an unknown judgement', { ...saved, answers: { first: ['truth', 'truth', 'excellent'] } }],
    ['a judgement on nothing', { ...saved, answers: { first: ['truth', null, 'wrong'] } }],
    ['answers as a list', { ...saved, answers: [] }],
    ['an answer that is no list', { ...saved, answers: { first: 'truth' } }],
  ])('%s', (_, damaged) => {
    expect(restoreQuiz(input, damaged)).toBeUndefined();
  });
});
