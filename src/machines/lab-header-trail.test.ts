import { createActor } from 'xstate';
import { expect, test } from 'vitest';
import { headerTrailMachine } from './lab-header-trail.ts';

const input = { own: ['store', 'mx'], servers: ['store', 'mx', 'out', 'elsewhere'] };
const start = () => createActor(headerTrailMachine, { input }).start();

test('the message is read on demand, and the own servers are trusted from the start', () => {
  const actor = start();
  actor.send({ type: 'trust', server: 'out', trusted: true });
  expect(actor.getSnapshot().context.trusted).toEqual(['store', 'mx']);
  actor.send({ type: 'read' });
  expect(actor.getSnapshot().value).toBe('reading');
  actor.send({ type: 'parsed', lines: ['a', 'b'] });
  expect(actor.getSnapshot().value).toBe('shown');
  expect(actor.getSnapshot().context.lines).toEqual(['a', 'b']);
});

test('trust is given and taken back, and the order of the servers stays', () => {
  const actor = start();
  actor.send({ type: 'read' });
  actor.send({ type: 'parsed', lines: [] });
  actor.send({ type: 'trust', server: 'out', trusted: true });
  actor.send({ type: 'trust', server: 'store', trusted: false });
  expect(actor.getSnapshot().context.trusted).toEqual(['mx', 'out']);
  actor.send({ type: 'trust', server: 'store', trusted: true });
  expect(actor.getSnapshot().context.trusted).toEqual(['store', 'mx', 'out']);
});

test('a server that the message does not know changes nothing', () => {
  const actor = start();
  actor.send({ type: 'read' });
  actor.send({ type: 'parsed', lines: [] });
  actor.send({ type: 'trust', server: 'nobody', trusted: true });
  expect(actor.getSnapshot().context.trusted).toEqual(['store', 'mx']);
});

test('a reading that failed can be tried again', () => {
  const actor = start();
  actor.send({ type: 'read' });
  actor.send({ type: 'failed' });
  expect(actor.getSnapshot().value).toBe('failed');
  actor.send({ type: 'read' });
  expect(actor.getSnapshot().value).toBe('reading');
});
