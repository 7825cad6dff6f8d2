import type { Role } from '../domain/roles.ts';
import { lineOf, ROLE_SLOT, type Scenario } from '../domain/scenario.ts';

/** What every case of Custodia has, whatever it is about. */
const CASE_SHAPE = {
  /** Decisions that a learner meets in any role. */
  decisions: 9,
  /** Nodes at which a reason is asked, met in any role. */
  reasons: 3,
  /** Options at every node. */
  options: 3,
} as const;

/** One thing that is wrong with a case, as data. `content/checks/scenario.ts` gives it a place and a sentence. */
export type ScenarioFinding =
  /** `sequence` or `role_nodes` names a node that is not there. */
  | { readonly kind: 'node-unknown'; readonly node: string; readonly role?: Role }
  /** A line meets the same node twice. */
  | { readonly kind: 'node-twice'; readonly node: string; readonly role: Role }
  /** No role ever comes to this node. */
  | { readonly kind: 'node-unreachable'; readonly node: string }
  | {
      readonly kind: 'flag-unknown';
      readonly flag: string;
      readonly node: string;
      readonly option: string;
    }
  | { readonly kind: 'flag-unknown'; readonly flag: string; readonly ending: string }
  /** An option ends the case with an ending that is not there. */
  | {
      readonly kind: 'ending-unknown';
      readonly ending: string;
      readonly node: string;
      readonly option: string;
    }
  /** No role ever comes to this ending. */
  | { readonly kind: 'ending-unreachable'; readonly ending: string }
  /** From this node on, with these flags, the case never ends for this role. */
  | {
      readonly kind: 'no-way-out';
      readonly role: Role;
      readonly node: string;
      readonly flags: readonly string[];
      /** True when the learner walks in a circle, false when the case stands still. */
      readonly circle: boolean;
    }
  | {
      readonly kind: 'role-slots';
      readonly role: Role;
      readonly wanted: number;
      readonly found: number;
    }
  | {
      readonly kind: 'decision-count';
      readonly role: Role;
      readonly wanted: number;
      readonly found: number;
    }
  | {
      readonly kind: 'reason-count';
      readonly role: Role;
      readonly wanted: number;
      readonly found: number;
    }
  | {
      readonly kind: 'option-count';
      readonly node: string;
      readonly wanted: number;
      readonly found: number;
    }
  /** All options of a node are sound, or none is: there is nothing to decide. */
  | { readonly kind: 'nothing-to-decide'; readonly node: string; readonly sound: boolean }
  /** Not exactly one ending is marked as the good one. */
  | { readonly kind: 'good-ending'; readonly found: number }
  /** Nobody who decides soundly ever comes to an ending other than the good one. */
  | { readonly kind: 'sound-never-ends-badly' }
  /** Nobody who decides soundly ever comes to the good ending. */
  | { readonly kind: 'sound-never-ends-well' };

/** What can be seen without walking: names that point nowhere and numbers that are off. */
export function shapeFindings(scenario: Scenario): ScenarioFinding[] {
  return [
    ...unknownNames(scenario),
    ...scenario.roles.flatMap((role) => lineFindings(scenario, role)),
    ...nodeFindings(scenario),
    ...goodEnding(scenario),
  ];
}

function goodEnding(scenario: Scenario): ScenarioFinding[] {
  const found = Object.values(scenario.endings).filter(({ good }) => good).length;
  return found === 1 ? [] : [{ kind: 'good-ending', found }];
}

function unknownNames(scenario: Scenario): ScenarioFinding[] {
  const hasNode = (node: string): boolean => scenario.nodes[node] !== undefined;
  const hasFlag = (flag: string): boolean => scenario.flags.includes(flag);
  return [
    ...scenario.sequence
      .filter((step) => step !== ROLE_SLOT && !hasNode(step))
      .map((node) => ({ kind: 'node-unknown', node }) as const),
    ...scenario.roles.flatMap((role) =>
      scenario.role_nodes[role]
        .filter((node) => !hasNode(node))
        .map((node) => ({ kind: 'node-unknown', node, role }) as const),
    ),
    ...Object.entries(scenario.nodes).flatMap(([node, { options }]) =>
      Object.entries(options).flatMap(([option, { sets, ends }]) => [
        ...sets
          .filter((flag) => !hasFlag(flag))
          .map((flag) => ({ kind: 'flag-unknown', flag, node, option }) as const),
        ...(ends !== undefined && scenario.endings[ends] === undefined
          ? [{ kind: 'ending-unknown', ending: ends, node, option } as const]
          : []),
      ]),
    ),
    ...Object.entries(scenario.endings).flatMap(([ending, rule]) =>
      [...rule.any, ...rule.all]
        .filter((flag) => !hasFlag(flag))
        .map((flag) => ({ kind: 'flag-unknown', flag, ending }) as const),
    ),
  ];
}

function lineFindings(scenario: Scenario, role: Role): ScenarioFinding[] {
  const line = lineOf(scenario, role);
  const slots = scenario.sequence.filter((step) => step === ROLE_SLOT).length;
  const own = scenario.role_nodes[role].length;
  const reasons = line.filter((node) => scenario.nodes[node]?.reason).length;
  return [
    ...(own === slots ? [] : [{ kind: 'role-slots', role, wanted: slots, found: own } as const]),
    ...(line.length === CASE_SHAPE.decisions
      ? []
      : [
          {
            kind: 'decision-count',
            role,
            wanted: CASE_SHAPE.decisions,
            found: line.length,
          } as const,
        ]),
    ...(reasons === CASE_SHAPE.reasons
      ? []
      : [{ kind: 'reason-count', role, wanted: CASE_SHAPE.reasons, found: reasons } as const]),
    ...line
      .filter((node, index) => line.indexOf(node) !== index)
      .map((node) => ({ kind: 'node-twice', node, role }) as const),
  ];
}

function nodeFindings(scenario: Scenario): ScenarioFinding[] {
  return Object.entries(scenario.nodes).flatMap(([node, spine]): ScenarioFinding[] => {
    const options = Object.values(spine.options);
    const sound = options.filter((option) => option.sound).length;
    const undecided = options.length > 0 && (sound === 0 || sound === options.length);
    return [
      ...(options.length === CASE_SHAPE.options
        ? []
        : [
            {
              kind: 'option-count',
              node,
              wanted: CASE_SHAPE.options,
              found: options.length,
            } as const,
          ]),
      ...(undecided ? [{ kind: 'nothing-to-decide', node, sound: sound > 0 } as const] : []),
    ];
  });
}
