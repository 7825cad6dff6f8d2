import { describe, expect, test } from 'vitest';
import type { ScenarioNode } from '../domain/scenario.ts';
import { proveScenario } from './scenario-proof.ts';
import { ladderCase, type LooseScenario } from './scenario.fixture.ts';

/** The ladder case with one thing bent. */
function broken(bend: (scenario: LooseScenario) => void) {
  const scenario = structuredClone<LooseScenario>(ladderCase());
  bend(scenario);
  return proveScenario(scenario);
}

function bendNode(scenario: LooseScenario, key: string, over: Partial<ScenarioNode>): void {
  const node = scenario.nodes[key];
  if (!node) throw new Error(key);
  scenario.nodes = { ...scenario.nodes, [key]: { ...node, ...over } };
}

function optionsOf(scenario: LooseScenario, key: string): ScenarioNode['options'] {
  return scenario.nodes[key]?.options ?? {};
}

describe('a sound case', () => {
  const proof = proveScenario(ladderCase());

  test('has nothing wrong with it', () => {
    expect(proof.findings).toEqual([]);
  });

  test('is walked in every role', () => {
    expect(proof.roles.map((each) => each.role)).toEqual([
      'investigator',
      'examiner',
      'prosecutor',
      'judge',
    ]);
  });

  test('counts every way: all decisions, and those that leave at the second', () => {
    // 3 options at t1; at t2 two go on to seven more decisions, one ends the case.
    expect(proof.roles.map((each) => each.paths)).toEqual(Array(4).fill(3 * (2 * 3 ** 7 + 1)));
  });

  test('says which endings sound decisions reach', () => {
    expect(proof.roles[0]?.endings).toEqual(['sent-home', 'found-out', 'returned']);
    expect(proof.roles[0]?.soundEndings).toEqual(['sent-home', 'returned']);
  });

  test('stays small, however many ways there are', () => {
    for (const { states } of proof.roles) expect(states).toBeLessThan(100);
  });
});

describe('a case with one fault', () => {
  test('names a node that the sequence invents', () => {
    const { findings, roles } = broken((each) => {
      each.sequence = each.sequence.map((step) => (step === 't4' ? 't-4' : step));
    });
    expect(findings).toContainEqual({ kind: 'node-unknown', node: 't-4' });
    expect(roles).toEqual([]);
  });

  test('names a node that a role invents', () => {
    const { findings } = broken((each) => {
      each.role_nodes = { ...each.role_nodes, judge: ['judge-1', 'judge-2', 'jugde-3'] };
    });
    expect(findings).toContainEqual({ kind: 'node-unknown', node: 'jugde-3', role: 'judge' });
  });

  test('names a role that has too few nodes of its own', () => {
    const { findings } = broken((each) => {
      each.role_nodes = { ...each.role_nodes, judge: ['judge-1', 'judge-2'] };
    });
    expect(findings).toEqual([
      { kind: 'role-slots', role: 'judge', wanted: 3, found: 2 },
      { kind: 'decision-count', role: 'judge', wanted: 9, found: 8 },
      { kind: 'node-unreachable', node: 'judge-3' },
    ]);
  });

  test('names a node that nobody comes to', () => {
    const { findings } = broken((each) => {
      each.nodes = {
        ...each.nodes,
        island: { ...each.nodes['t4'], reason: false } as ScenarioNode,
      };
    });
    expect(findings).toEqual([{ kind: 'node-unreachable', node: 'island' }]);
  });

  test('names nodes behind a decision that always ends the case', () => {
    const { findings } = broken((each) => {
      const options = Object.entries(optionsOf(each, 't6')).map(([key, option]) => [
        key,
        { ...option, ends: 'returned' },
      ]);
      bendNode(each, 't5', { options: Object.fromEntries(options) as ScenarioNode['options'] });
    });
    expect(findings).toContainEqual({ kind: 'node-unreachable', node: 't6' });
  });

  test('names a flag that is set but not declared', () => {
    const { findings } = broken((each) => {
      each.flags = ['never'];
    });
    expect(findings).toContainEqual({
      kind: 'flag-unknown',
      flag: 'gap-hidden',
      node: 't1',
      option: 'trap',
    });
    expect(findings).toContainEqual({
      kind: 'flag-unknown',
      flag: 'gap-hidden',
      ending: 'found-out',
    });
    expect(findings).toContainEqual({ kind: 'ending-unreachable', ending: 'found-out' });
  });

  test('names an ending that an option invents', () => {
    const { findings } = broken((each) => {
      each.endings = {
        'found-out': { any: ['gap-hidden'], all: [], good: false },
        returned: { any: [], all: [], good: true },
      };
    });
    expect(findings).toContainEqual({
      kind: 'ending-unknown',
      ending: 'sent-home',
      node: 't2',
      option: 'rain',
    });
  });

  test('names an ending that nobody comes to', () => {
    const { findings } = broken((each) => {
      each.endings = { ...each.endings, 'after-all': { any: [], all: [], good: false } };
    });
    expect(findings).toEqual([{ kind: 'ending-unreachable', ending: 'after-all' }]);
  });

  test('says where and with which flags the case stands still', () => {
    const { findings, roles } = broken((each) => {
      each.endings = { ...each.endings, returned: { any: [], all: ['never'], good: true } };
    });
    expect(findings).toContainEqual({
      kind: 'no-way-out',
      role: 'judge',
      node: 't6',
      flags: [],
      circle: false,
    });
    expect(roles[0]?.paths).toBe(0);
  });

  test('says where the learner walks in a circle', () => {
    const { findings } = broken((each) => {
      each.sequence = ['t1', 't2', 'role', 't3', 'role', 't4', 't5', 'role', 't1'];
      bendNode(each, 't2', { options: optionsOf(each, 't5') });
    });
    expect(findings).toContainEqual({ kind: 'node-twice', node: 't1', role: 'judge' });
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'no-way-out', role: 'judge', node: 't1', circle: true }),
    );
  });

  test('names a node with a fourth option', () => {
    const { findings } = broken((each) => {
      const options = optionsOf(each, 't4');
      bendNode(each, 't4', {
        options: { ...options, fourth: options['careful'] } as ScenarioNode['options'],
      });
    });
    expect(findings).toEqual([{ kind: 'option-count', node: 't4', wanted: 3, found: 4 }]);
  });

  test.each([
    [true, 'careful'],
    [false, 'trap'],
  ])('names a node where every option has sound = %s', (sound, key) => {
    const { findings } = broken((each) => {
      const same = optionsOf(each, 't4')[key];
      bendNode(each, 't4', { options: { a: same, b: same, c: same } as ScenarioNode['options'] });
    });
    expect(findings).toContainEqual({ kind: 'nothing-to-decide', node: 't4', sound });
  });

  test('counts the reasons that a role is asked for', () => {
    const { findings } = broken((each) => bendNode(each, 'judge-2', { reason: true }));
    expect(findings).toEqual([{ kind: 'reason-count', role: 'judge', wanted: 3, found: 4 }]);
  });

  test('notices when sound decisions always end well', () => {
    const { findings } = broken((each) => {
      bendNode(each, 't2', { options: optionsOf(each, 't5') });
      each.endings = {
        'found-out': { any: ['gap-hidden'], all: [], good: false },
        returned: { any: [], all: [], good: true },
      };
    });
    expect(findings).toEqual([{ kind: 'sound-never-ends-badly' }]);
  });

  test.each([0, 2])('wants one good ending, not %i', (count) => {
    const { findings } = broken((each) => {
      each.endings = Object.fromEntries(
        Object.entries(each.endings).map(([key, rule], index) => [
          key,
          { ...rule, good: index < count },
        ]),
      );
    });
    expect(findings).toEqual([{ kind: 'good-ending', found: count }]);
  });

  test('notices when sound decisions never end well', () => {
    const { findings } = broken((each) => {
      each.endings = {
        'sent-home': { any: [], all: ['never'], good: false },
        'found-out': { any: ['gap-hidden'], all: [], good: true },
        returned: { any: [], all: [], good: false },
      };
    });
    expect(findings).toEqual([{ kind: 'sound-never-ends-well' }]);
  });
});
