import { setup } from './setup.ts';
import { assign, type SnapshotFrom } from 'xstate';
import type { Role } from '../domain/roles.ts';
import { endingOf, lineOf, optionOf, type Choice, type Scenario } from '../domain/scenario.ts';

/** What a learner can do in a case. Reasons are not in here: their words stay with the page. */
export type ScenarioEvent =
  | { readonly type: 'begin' }
  | { readonly type: 'choose'; readonly option: string }
  | { readonly type: 'giveReason' }
  | { readonly type: 'skipReason' }
  | { readonly type: 'goOn' }
  /** Takes the decision with this index (from 0) anew; what came after it is forgotten. */
  | { readonly type: 'back'; readonly to: number }
  | { readonly type: 'restart' };

/**
 * Compiles a case for one role to a machine: `intro`, one state per node (`choosing`, `reasoning` where a
 * reason is asked, `consequence`), one state per ending, `debrief`. Flags and ending follow from the trail.
 * Throws when the line names a node that the case does not have; `check` reports that to the author first.
 */
export function compileScenario(scenario: Scenario, role: Role) {
  const line = lineOf(scenario, role);
  const endings = Object.keys(scenario.endings);

  const base = setup({
    types: {
      context: {} as { readonly trail: readonly Choice[] },
      events: {} as ScenarioEvent,
    },
    guards: {
      nodeHasOption: ({ event }, node: string) =>
        event.type === 'choose' && optionOf(scenario, { node, option: event.option }) !== undefined,
      lastDecisionEndsWith: ({ context }, ending: string) => {
        const last = context.trail[context.trail.length - 1];
        return last !== undefined && optionOf(scenario, last)?.ends === ending;
      },
      caseEndsWith: ({ context }, ending: string) => endingOf(scenario, context.trail) === ending,
      goesBackTo: ({ context, event }, index: number) =>
        event.type === 'back' && event.to === index && context.trail.length > index,
    },
    actions: {
      recordChoice: assign({
        trail: ({ context, event }, node: string) =>
          event.type === 'choose'
            ? [...context.trail, { node, option: event.option }]
            : context.trail,
      }),
      cutTrail: assign({
        trail: ({ context }, length: number) => context.trail.slice(0, length),
      }),
    },
  });

  const stateOfNode = (node: string, index: number) => {
    const spine = scenario.nodes[node];
    if (!spine) throw new Error(`The case ${scenario.id} has no node ${node}.`);
    const next = line[index + 1];
    return base.createStateConfig({
      initial: 'choosing',
      states: {
        choosing: {
          on: {
            choose: {
              guard: { type: 'nodeHasOption', params: node },
              target: spine.reason ? 'reasoning' : 'consequence',
              actions: { type: 'recordChoice', params: node },
            },
          },
        },
        reasoning: { on: { giveReason: 'consequence', skipReason: 'consequence' } },
        consequence: {
          on: {
            goOn: [
              ...endings.map((ending) => ({
                guard: { type: 'lastDecisionEndsWith' as const, params: ending },
                target: `#ended.${ending}`,
              })),
              ...(next === undefined
                ? endings.map((ending) => ({
                    guard: { type: 'caseEndsWith' as const, params: ending },
                    target: `#ended.${ending}`,
                  }))
                : [{ target: `#deciding.${next}` }]),
            ],
          },
        },
      },
    });
  };

  const first = line[0];
  if (first === undefined) throw new Error(`The case ${scenario.id} has no node for ${role}.`);
  return base.createMachine({
    id: 'case',
    context: { trail: [] },
    initial: 'intro',
    on: {
      back: line.map((node, index) => ({
        guard: { type: 'goesBackTo' as const, params: index },
        target: `#deciding.${node}`,
        actions: { type: 'cutTrail' as const, params: index },
      })),
      restart: { target: '.intro', actions: { type: 'cutTrail', params: 0 } },
    },
    states: {
      intro: { on: { begin: `#deciding.${first}` } },
      deciding: {
        id: 'deciding',
        initial: first,
        states: Object.fromEntries(
          line.map((node) => [node, stateOfNode(node, line.indexOf(node))]),
        ),
      },
      ended: {
        id: 'ended',
        initial: endings[0] ?? '',
        states: Object.fromEntries(endings.map((ending) => [ending, {}])),
        on: { goOn: 'debrief' },
      },
      debrief: {},
    },
  });
}

/** The machine of a case in one role. */
export type ScenarioMachine = ReturnType<typeof compileScenario>;
/** A moment of a case. */
export type ScenarioSnapshot = SnapshotFrom<ScenarioMachine>;

/** Where a learner stands. */
export type ScenarioPlace =
  | { readonly kind: 'intro' | 'debrief' }
  | { readonly kind: 'choosing' | 'reasoning' | 'consequence'; readonly node: string }
  | { readonly kind: 'ended'; readonly ending: string };

/** Reads the state value of a snapshot, so that nobody else has to know its shape. */
export function placeOf(snapshot: Pick<ScenarioSnapshot, 'value'>): ScenarioPlace {
  const value = snapshot.value;
  if (typeof value === 'string') return { kind: value };
  if ('ended' in value) return { kind: 'ended', ending: value.ended };
  const [node, kind] = Object.entries(value.deciding)[0] ?? ['', 'choosing'];
  return { kind, node };
}
