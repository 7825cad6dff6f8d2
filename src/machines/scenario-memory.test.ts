import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { coveringPaths } from './scenario-paths.fixture.ts';
import { compileScenario, placeOf, type ScenarioSnapshot } from './scenario-machine.ts';
import { eventsTo, readMemory, rememberCase } from './scenario-memory.ts';
import { ladderCase } from './scenario.fixture.ts';

/** Every moment of a walk that takes the first covering path of a judge. */
function moments(): ScenarioSnapshot[] {
  const scenario = ladderCase();
  const actor = createActor(compileScenario(scenario, 'judge')).start();
  const seen: ScenarioSnapshot[] = [actor.getSnapshot()];
  actor.subscribe((snapshot) => seen.push(snapshot));
  actor.send({ type: 'begin' });
  for (const { option } of coveringPaths(scenario, 'judge')[0] ?? []) {
    actor.send({ type: 'choose', option });
    if (placeOf(actor.getSnapshot()).kind === 'reasoning') actor.send({ type: 'giveReason' });
    actor.send({ type: 'goOn' });
  }
  actor.send({ type: 'goOn' });
  return seen;
}

describe('taking a case up again', () => {
  test('leads to the same moment from every moment of a walk', () => {
    const all = moments();
    expect(all.length).toBeGreaterThan(20);
    for (const moment of all) {
      const memory = readMemory(JSON.parse(JSON.stringify(rememberCase('judge', moment, {}, 1))));
      const actor = createActor(compileScenario(ladderCase(), 'judge')).start();
      for (const event of memory ? eventsTo(ladderCase(), memory) : []) {
        expect(actor.getSnapshot().can(event)).toBe(true);
        actor.send(event);
      }
      expect(actor.getSnapshot().value).toEqual(moment.value);
      expect(actor.getSnapshot().context).toEqual(moment.context);
    }
  });

  test('keeps reasons while the case runs, and drops them at the review', () => {
    const all = moments();
    const reasons = { t1: 'The ladder has an owner.' };
    const kept = all.map((moment) => rememberCase('judge', moment, reasons, 1));
    expect(kept.find((each) => each.place === 'ended')?.reasons).toEqual(reasons);
    expect(kept.at(-1)).toMatchObject({ place: 'debrief', reasons: {} });
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    [
      'another version',
      { version: 2, role: 'judge', run: 1, place: 'intro', trail: [], reasons: {} },
    ],
    [
      'an unknown role',
      { version: 1, role: 'mayor', run: 1, place: 'intro', trail: [], reasons: {} },
    ],
    [
      'an unknown place',
      { version: 1, role: 'judge', run: 1, place: 'roof', trail: [], reasons: {} },
    ],
    [
      'a trail of words',
      { version: 1, role: 'judge', run: 1, place: 'intro', trail: ['t1'], reasons: {} },
    ],
    [
      'a run that is no number',
      { version: 1, role: 'judge', run: 'x', place: 'intro', trail: [], reasons: {} },
    ],
    ['no trail', { version: 1, role: 'judge', run: 1, place: 'intro', reasons: {} }],
    [
      'a reason that is no text',
      { version: 1, role: 'judge', run: 1, place: 'intro', trail: [], reasons: { t1: 1 } },
    ],
    [
      'a reason that is too long',
      {
        version: 1,
        role: 'judge',
        run: 1,
        place: 'intro',
        trail: [],
        reasons: { t1: 'x'.repeat(201) },
      },
    ],
  ])('refuses %s', (_, value) => {
    expect(readMemory(value)).toBeUndefined();
  });
});

describe('the walks for a test of the page', () => {
  test.each(['investigator', 'examiner', 'prosecutor', 'judge'] as const)(
    'take every option that the %s meets, in few walks',
    (role) => {
      const scenario = ladderCase();
      const paths = coveringPaths(scenario, role);
      const taken = new Set(paths.flat().map(({ node, option }) => `${node} ${option}`));
      expect(taken.size).toBe(9 * 3);
      expect(paths.length).toBeLessThanOrEqual(4);
    },
  );
});
