import { expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { createActor } from 'xstate';
import { offlineMachine } from './offline-machine.ts';

test('every state is reached, and every one leads back to rest', () => {
  const events = [
    { type: 'keep', pack: 'en/a' },
    { type: 'renew' },
    { type: 'come', come: { bytes: 1, of: 2 } },
    { type: 'stop' },
    { type: 'broke', trouble: 'network' },
    { type: 'goOn' },
    { type: 'done' },
    { type: 'remove', pack: 'en/a' },
  ] as const;
  const paths = getShortestPaths(offlineMachine, {
    events,
    serializeState: ({ value, context }) => `${value} ${context.pack ?? '-'}`,
  });
  const states = new Set(paths.map(({ state }) => state.value));
  expect([...states].sort()).toEqual(['broken', 'fetching', 'paused', 'removing', 'resting']);
  for (const { state } of paths) {
    const actor = createActor(offlineMachine, { snapshot: state }).start();
    actor.send({ type: 'goOn' });
    actor.send({ type: 'done' });
    expect(actor.getSnapshot().value).toBe('resting');
  }
});

test('breaking off keeps how far it had come, and going on forgets the trouble only', () => {
  const actor = createActor(offlineMachine).start();
  actor.send({ type: 'keep', pack: 'en/a' });
  actor.send({ type: 'come', come: { bytes: 30, of: 90 } });
  actor.send({ type: 'broke', trouble: 'network' });
  expect(actor.getSnapshot().context).toEqual({
    pack: 'en/a',
    come: { bytes: 30, of: 90 },
    trouble: 'network',
  });
  actor.send({ type: 'goOn' });
  expect(actor.getSnapshot().value).toBe('fetching');
  expect(actor.getSnapshot().context.trouble).toBeUndefined();
  expect(actor.getSnapshot().context.pack).toBe('en/a');
});

test('while one course comes, another is not begun', () => {
  const actor = createActor(offlineMachine).start();
  actor.send({ type: 'keep', pack: 'en/a' });
  actor.send({ type: 'keep', pack: 'en/b' });
  actor.send({ type: 'remove', pack: 'en/a' });
  expect(actor.getSnapshot().context.pack).toBe('en/a');
  expect(actor.getSnapshot().value).toBe('fetching');
});
