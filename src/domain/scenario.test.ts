import { describe, expect, test } from 'vitest';
import { ladderCase } from '../machines/scenario.fixture.ts';
import { reviewOf } from './scenario-review.ts';
import { endingOf, flagsOf, lineOf, nodesInOrder, waysOn, type Choice } from './scenario.ts';

const scenario = ladderCase();

/** A judge's whole trail: careful, but for the decisions named by index. */
function trail(other: Readonly<Record<number, string>> = {}): Choice[] {
  return lineOf(scenario, 'judge').map((node, index) => ({
    node,
    option: other[index] ?? 'careful',
  }));
}

describe('the way through a case', () => {
  test('meets six shared nodes and three of the role', () => {
    expect(lineOf(scenario, 'judge')).toEqual([
      ...['t1', 't2', 'judge-1', 't3', 'judge-2', 't4', 't5', 'judge-3', 't6'],
    ]);
  });

  test('parts by role where a node of the role comes next, and is one where it does not', () => {
    expect(waysOn(scenario, 't1')).toEqual([{ roles: scenario.roles, next: 't2' }]);
    expect(waysOn(scenario, 't2').map((way) => way.next)).toEqual([
      'investigator-1',
      'examiner-1',
      'prosecutor-1',
      'judge-1',
    ]);
    expect(waysOn(scenario, 'judge-1')).toEqual([{ roles: ['judge'], next: 't3' }]);
    expect(waysOn(scenario, 't6')).toEqual([{ roles: scenario.roles, next: undefined }]);
  });

  test('shows every node once on the page without script', () => {
    const order = nodesInOrder(scenario);
    expect(order).toHaveLength(18);
    expect(new Set(order)).toEqual(new Set(Object.keys(scenario.nodes)));
    expect(order.slice(0, 4)).toEqual(['t1', 't2', 'investigator-1', 'examiner-1']);
  });
});

describe('flags and endings', () => {
  test('follow from the trail', () => {
    expect(flagsOf(scenario, trail())).toEqual([]);
    expect(flagsOf(scenario, trail({ 0: 'trap', 5: 'trap' }))).toEqual(['gap-hidden']);
    expect(endingOf(scenario, trail())).toBe('returned');
    expect(endingOf(scenario, trail({ 5: 'trap' }))).toBe('found-out');
  });

  test('give way to an ending that the last decision forces', () => {
    const early = [...trail({ 0: 'trap' }).slice(0, 1), { node: 't2', option: 'rain' }];
    expect(endingOf(scenario, early)).toBe('sent-home');
  });
});

describe('the review', () => {
  test('has three lines with one effect per decision', () => {
    const { lines } = reviewOf(scenario, trail({ 3: 'priced', 5: 'trap' }));
    expect(lines.map((line) => line.axis)).toEqual(['child', 'evidence', 'law']);
    const open = lines.map((line) =>
      line.effects.flatMap((effect, index) => (effect === 'open' ? [index] : [])),
    );
    expect(open).toEqual([[], [5], [3]]);
    expect(lines.every((line) => line.effects.length === 9)).toBe(true);
  });

  test('offers the last decision that cost something for another try', () => {
    expect(reviewOf(scenario, trail({ 3: 'priced', 5: 'trap' })).retry).toBe(5);
    expect(reviewOf(scenario, trail()).retry).toBe(8);
  });

  test('says when sound decisions ended badly, and only then', () => {
    const early = [...trail().slice(0, 1), { node: 't2', option: 'rain' }];
    expect(reviewOf(scenario, early).badThoughSound).toBe(true);
    expect(reviewOf(scenario, trail()).badThoughSound).toBe(false);
    expect(reviewOf(scenario, trail({ 2: 'trap' })).badThoughSound).toBe(false);
  });
});
