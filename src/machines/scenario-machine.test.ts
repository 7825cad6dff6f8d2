import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import type { Role } from '../domain/roles.ts';
import { compileScenario, placeOf, type ScenarioEvent } from './scenario-machine.ts';
import { ladderCase } from './scenario.fixture.ts';

function walk(events: readonly ScenarioEvent[], role: Role = 'judge') {
  const actor = createActor(compileScenario(ladderCase(), role)).start();
  for (const event of events) actor.send(event);
  const snapshot = actor.getSnapshot();
  return { place: placeOf(snapshot), trail: snapshot.context.trail, snapshot };
}

const choose = (option: string): ScenarioEvent => ({ type: 'choose', option });
const goOn: ScenarioEvent = { type: 'goOn' };
const skip: ScenarioEvent = { type: 'skipReason' };
const begin: ScenarioEvent = { type: 'begin' };

/** All nine decisions of a role that is careful throughout, but for the options named by index. */
function whole(other: Readonly<Record<number, string>> = {}): ScenarioEvent[] {
  const asked = [0, 3, 8];
  return [
    begin,
    ...Array.from({ length: 9 }, (_, index) => [
      choose(other[index] ?? 'careful'),
      ...(asked.includes(index) ? [skip] : []),
      goOn,
    ]).flat(),
  ];
}

describe('a case in one role', () => {
  test('begins at the first node of the sequence', () => {
    expect(walk([begin]).place).toEqual({ kind: 'choosing', node: 't1' });
  });

  test('asks for a reason after choosing where the node wants one', () => {
    expect(walk([begin, choose('careful')]).place).toEqual({ kind: 'reasoning', node: 't1' });
    expect(walk([begin, choose('careful'), { type: 'giveReason' }]).place).toEqual({
      kind: 'consequence',
      node: 't1',
    });
  });

  test('shows the consequence at once where no reason is wanted', () => {
    const { place } = walk([begin, choose('careful'), skip, goOn, choose('careful')]);
    expect(place).toEqual({ kind: 'consequence', node: 't2' });
  });

  test.each(['investigator', 'examiner', 'prosecutor', 'judge'] as const)(
    'puts the own nodes of the %s in the slots',
    (role) => {
      const { place } = walk([begin, choose('careful'), skip, goOn, choose('careful'), goOn], role);
      expect(place).toEqual({ kind: 'choosing', node: `${role}-1` });
    },
  );

  test('does not know an option of another node', () => {
    const { place, trail } = walk([begin, choose('rain')]);
    expect(place).toEqual({ kind: 'choosing', node: 't1' });
    expect(trail).toEqual([]);
  });

  test('comes to the last ending when no flag is set', () => {
    expect(walk(whole()).place).toEqual({ kind: 'ended', ending: 'returned' });
  });

  test('comes to the first ending whose flag is set, whenever it was set', () => {
    expect(walk(whole({ 0: 'trap' })).place).toEqual({ kind: 'ended', ending: 'found-out' });
    expect(walk(whole({ 8: 'trap' })).place).toEqual({ kind: 'ended', ending: 'found-out' });
  });

  test('ends at once where an option says so, after its consequence', () => {
    const early = [begin, choose('careful'), skip, goOn, choose('rain')];
    expect(walk(early).place).toEqual({ kind: 'consequence', node: 't2' });
    expect(walk([...early, goOn]).place).toEqual({ kind: 'ended', ending: 'sent-home' });
    expect(walk([...early, goOn, goOn]).place).toEqual({ kind: 'debrief' });
  });

  test('goes back to any earlier decision from the review and forgets what came after', () => {
    const { place, trail } = walk([...whole({ 4: 'trap' }), goOn, { type: 'back', to: 4 }]);
    expect(place).toEqual({ kind: 'choosing', node: 'judge-2' });
    expect(trail.map((choice) => choice.node)).toEqual(['t1', 't2', 'judge-1', 't3']);
  });

  test('forgets the flag of a decision that is taken anew', () => {
    expect(
      walk([...whole({ 8: 'trap' }), { type: 'back', to: 8 }, choose('careful'), skip, goOn]).place,
    ).toEqual({ kind: 'ended', ending: 'returned' });
  });

  test('does not go to a decision that has not been taken', () => {
    expect(walk([begin, choose('careful'), skip, goOn, { type: 'back', to: 3 }]).place).toEqual({
      kind: 'choosing',
      node: 't2',
    });
  });

  test('starts anew with an empty trail', () => {
    const { place, trail } = walk([...whole(), { type: 'restart' }]);
    expect(place).toEqual({ kind: 'intro' });
    expect(trail).toEqual([]);
  });

  test('keeps nothing but the decisions in its memory', () => {
    const { snapshot } = walk([begin, choose('careful'), { type: 'giveReason' }]);
    expect(snapshot.context).toEqual({ trail: [{ node: 't1', option: 'careful' }] });
  });
});
