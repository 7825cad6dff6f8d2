import { ROLES } from '../domain/roles.ts';
import type { Scenario, ScenarioNode, ScenarioOption } from '../domain/scenario.ts';

/** The parts of a case that a test may bend. */
export type LooseScenario = {
  -readonly [Key in keyof Scenario]: Scenario[Key];
};

const held = { child: 'held', evidence: 'held', law: 'held' } as const;

function option(over: Partial<ScenarioOption> = {}): ScenarioOption {
  return { sound: true, axes: held, sets: [], ...over };
}

function node(over: Partial<ScenarioNode> = {}): ScenarioNode {
  return {
    reason: false,
    options: {
      careful: option(),
      priced: option({ axes: { ...held, law: 'open' } }),
      trap: option({ sound: false, axes: { ...held, evidence: 'open' }, sets: ['gap-hidden'] }),
    },
    ...over,
  };
}

/**
 * A sound case about a borrowed ladder, for tests: six shared nodes, three for each role, three endings. A
 * careful learner can still be sent home early at `t2` (`rain`).
 */
export function ladderCase(): LooseScenario {
  const nodes: Record<string, ScenarioNode> = {
    t1: node({ reason: true }),
    t2: node({
      options: {
        careful: option(),
        rain: option({ ends: 'sent-home' }),
        trap: option({ sound: false, sets: ['gap-hidden'] }),
      },
    }),
    t3: node({ reason: true }),
    t4: node(),
    t5: node(),
    t6: node({ reason: true }),
  };
  const own = Object.fromEntries(
    ROLES.map((role) => [role, [1, 2, 3].map((number) => `${role}-${number}`)]),
  ) as unknown as Scenario['role_nodes'];
  for (const each of Object.values(own).flat()) nodes[each] = node();
  return {
    id: 'ladder',
    roles: ROLES,
    flags: ['gap-hidden', 'never'],
    sequence: ['t1', 't2', 'role', 't3', 'role', 't4', 't5', 'role', 't6'],
    role_nodes: own,
    nodes,
    endings: {
      'sent-home': { any: [], all: ['never'], good: false },
      'found-out': { any: ['gap-hidden'], all: [], good: false },
      returned: { any: [], all: [], good: true },
    },
  };
}
