import { createActor } from 'xstate';
import { expect, test } from 'vitest';
import { consoleMachine, type Result } from './lab-console.ts';

const start = () => createActor(consoleMachine).start();
const rows: Result = { kind: 'rows', columns: ['id'], rows: [['1']], more: false };

test('nothing is asked before SQLite was loaded on request', () => {
  const actor = start();
  actor.send({ type: 'ASK' });
  expect(actor.getSnapshot().value).toBe('asleep');
  actor.send({ type: 'LOAD' });
  actor.send({ type: 'ASK' });
  expect(actor.getSnapshot().value).toBe('loading');
});

test('a question asked while SQLite loads is answered when it has, unless it cannot be loaded', () => {
  const actor = start();
  for (const type of ['LOAD', 'ASK', 'LOADED'] as const) actor.send({ type });
  expect(actor.getSnapshot().value).toBe('asking');
  actor.send({ type: 'ANSWERED', result: rows });
  expect(actor.getSnapshot().context.result).toEqual(rows);

  const failing = start();
  for (const type of ['LOAD', 'ASK', 'FAILED', 'LOAD', 'LOADED'] as const) failing.send({ type });
  expect(failing.getSnapshot().value).toBe('ready');
});

test('a failed load can be tried again', () => {
  const actor = start();
  actor.send({ type: 'LOAD' });
  actor.send({ type: 'FAILED' });
  expect(actor.getSnapshot().value).toBe('failed');
  actor.send({ type: 'LOAD' });
  actor.send({ type: 'LOADED' });
  expect(actor.getSnapshot().value).toBe('ready');
});

test('an answer stays until the next question or another view', () => {
  const actor = start();
  for (const type of ['LOAD', 'LOADED', 'ASK'] as const) actor.send({ type });
  actor.send({ type: 'ANSWERED', result: rows });
  expect(actor.getSnapshot().context.result).toEqual(rows);
  actor.send({ type: 'ASK' });
  expect(actor.getSnapshot().context.result).toBeUndefined();
  actor.send({ type: 'ANSWERED', result: rows });
  actor.send({ type: 'CLEAR' });
  expect(actor.getSnapshot().context.result).toBeUndefined();
});

test('a question that does not end is stopped, is told, and the next one can be asked', () => {
  const actor = start();
  for (const type of ['LOAD', 'LOADED', 'ASK', 'TIMED_OUT'] as const) actor.send({ type });
  expect(actor.getSnapshot().value).toBe('loading');
  expect(actor.getSnapshot().context.result).toEqual({ kind: 'stopped' });
  // The answer of the stopped worker comes too late and is not taken.
  actor.send({ type: 'ANSWERED', result: rows });
  actor.send({ type: 'LOADED' });
  expect(actor.getSnapshot().context.result).toEqual({ kind: 'stopped' });
  actor.send({ type: 'ASK' });
  expect(actor.getSnapshot().value).toBe('asking');
});
