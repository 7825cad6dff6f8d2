import type { Axis, Role } from './roles.ts';

/** What a decision did to a line: it held, or it was left open and cost something. */
export type Effect = 'held' | 'open';

/** One thing the learner may do at a node. */
export interface ScenarioOption {
  /** Defensible on what was known then. */
  readonly sound: boolean;
  readonly axes: Readonly<Record<Axis, Effect>>;
  /** Flags that this decision sets. */
  readonly sets: readonly string[];
  /** Ends the case at once with this ending. */
  readonly ends?: string | undefined;
}

/** One decision of a case. */
export interface ScenarioNode {
  /** The learner is asked for one line of reason after choosing. */
  readonly reason: boolean;
  readonly options: Readonly<Record<string, ScenarioOption>>;
}

/** When an ending is reached: all of `all` are set, and one of `any` where `any` names one. */
export interface EndingRule {
  readonly any: readonly string[];
  readonly all: readonly string[];
  /** The ending that everybody hopes for. */
  readonly good: boolean;
}

/** The graph of a case without its words. `courses/<course>/scenario.yaml` is read into this shape. */
export interface Scenario {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly flags: readonly string[];
  /** Nodes in order; `role` stands for the next own node of the learner's role. */
  readonly sequence: readonly string[];
  readonly role_nodes: Readonly<Record<Role, readonly string[]>>;
  readonly nodes: Readonly<Record<string, ScenarioNode>>;
  /** Asked from first to last. */
  readonly endings: Readonly<Record<string, EndingRule>>;
}

/** A decision taken: at `node` the learner chose `option`. */
export interface Choice {
  readonly node: string;
  readonly option: string;
}

/** The word in `sequence` that stands for a node of the learner's own role. */
export const ROLE_SLOT = 'role';

/** The nodes that a learner in this role meets, in order, when no decision ends the case early. */
export function lineOf(scenario: Scenario, role: Role): string[] {
  const own = scenario.role_nodes[role];
  let met = 0;
  return scenario.sequence.flatMap((step) => {
    if (step !== ROLE_SLOT) return [step];
    const node = own[met];
    met += 1;
    return node === undefined ? [] : [node];
  });
}

/** The option that a choice names, or `undefined` when the case does not have it. */
export function optionOf(scenario: Scenario, choice: Choice): ScenarioOption | undefined {
  return scenario.nodes[choice.node]?.options[choice.option];
}

/** Every flag that the decisions of a trail have set, in the order of `scenario.flags`. */
export function flagsOf(scenario: Scenario, trail: readonly Choice[]): string[] {
  const set = new Set(trail.flatMap((choice) => optionOf(scenario, choice)?.sets ?? []));
  return scenario.flags.filter((flag) => set.has(flag));
}

/** The first ending whose rule holds for these flags; `undefined` when none does. */
export function endingFor(scenario: Scenario, flags: readonly string[]): string | undefined {
  return Object.entries(scenario.endings).find(
    ([, rule]) =>
      rule.all.every((flag) => flags.includes(flag)) &&
      (rule.any.length === 0 || rule.any.some((flag) => flags.includes(flag))),
  )?.[0];
}

/** The ending of a finished trail: the one its last decision forces, or the first whose rule holds. */
export function endingOf(scenario: Scenario, trail: readonly Choice[]): string | undefined {
  const last = trail[trail.length - 1];
  const forced = last && optionOf(scenario, last)?.ends;
  return forced ?? endingFor(scenario, flagsOf(scenario, trail));
}

/** One way on from a node: who goes it, and to which node; `undefined` when the case ends after it. */
export interface WayOn {
  readonly roles: readonly Role[];
  readonly next: string | undefined;
}

/** Where each role that meets this node goes next, roles with the same next node together. */
export function waysOn(scenario: Scenario, node: string): WayOn[] {
  const ways = new Map<string | undefined, Role[]>();
  for (const role of scenario.roles) {
    const line = lineOf(scenario, role);
    const index = line.indexOf(node);
    if (index < 0) continue;
    const next = line[index + 1];
    ways.set(next, [...(ways.get(next) ?? []), role]);
  }
  return [...ways].map(([next, roles]) => ({ roles, next }));
}

/** Every node once, in the order of the sequence; in the place of `role` come that step's nodes of all roles. */
export function nodesInOrder(scenario: Scenario): string[] {
  let slot = 0;
  const nodes = scenario.sequence.flatMap((step) => {
    if (step !== ROLE_SLOT) return [step];
    const own = scenario.roles.map((role) => scenario.role_nodes[role][slot]);
    slot += 1;
    return own.filter((node) => node !== undefined);
  });
  return [...new Set(nodes)];
}
