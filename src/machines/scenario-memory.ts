import { isRecord } from '../domain/is-record.ts';
import type { Role } from '../domain/roles.ts';
import { ROLES } from '../domain/roles.ts';
import type { Choice, Scenario } from '../domain/scenario.ts';
import {
  placeOf,
  type ScenarioEvent,
  type ScenarioPlace,
  type ScenarioSnapshot,
} from './scenario-machine.ts';

/**
 * What is kept of a running case so that it can be taken up again: the decisions, not the machine's own
 * snapshot. Playing them again proves that they still fit the case, also after its content has changed.
 */
export interface ScenarioMemory {
  readonly version: 1;
  readonly role: Role;
  /** Which time the learner goes through the case, from 1. */
  readonly run: number;
  readonly place: ScenarioPlace['kind'];
  readonly trail: readonly Choice[];
  /** One line per node, in the learner's own words. Empty once the case is finished. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The longest reason that is taken, in characters. */
export const REASON_LENGTH = 200;

/** What to keep of this moment. Reasons are left out once the review has been reached. */
export function rememberCase(
  role: Role,
  snapshot: ScenarioSnapshot,
  reasons: Readonly<Record<string, string>>,
  run: number,
): ScenarioMemory {
  const place = placeOf(snapshot).kind;
  return {
    version: 1,
    role,
    run,
    place,
    trail: snapshot.context.trail,
    reasons: place === 'debrief' || place === 'intro' ? {} : reasons,
  };
}

/** Reads what a store gave back; `undefined` for anything that is not a whole memory of version 1. */
export function readMemory(value: unknown): ScenarioMemory | undefined {
  if (!isRecord(value) || value['version'] !== 1) return undefined;
  const { role, run, place, trail, reasons } = value;
  const known =
    ROLES.some((each) => each === role) &&
    Number.isSafeInteger(run) &&
    PLACES.some((each) => each === place) &&
    Array.isArray(trail) &&
    trail.every(isChoice) &&
    isRecord(reasons) &&
    Object.values(reasons).every(
      (text) => typeof text === 'string' && text.length <= REASON_LENGTH,
    );
  return known ? (value as unknown as ScenarioMemory) : undefined;
}

/** The events that lead from the start to the remembered place. Whoever sends them stops at the first that cannot happen. */
export function eventsTo(scenario: Scenario, memory: ScenarioMemory): ScenarioEvent[] {
  if (memory.place === 'intro') return [];
  const passed = memory.trail.flatMap((choice, index): ScenarioEvent[] => {
    const choose: ScenarioEvent = { type: 'choose', option: choice.option };
    const last = index === memory.trail.length - 1;
    if (last && memory.place === 'reasoning') return [choose];
    const reason: ScenarioEvent[] = scenario.nodes[choice.node]?.reason
      ? [{ type: 'skipReason' }]
      : [];
    if (last && memory.place === 'consequence') return [choose, ...reason];
    return [choose, ...reason, { type: 'goOn' }];
  });
  return [
    { type: 'begin' },
    ...passed,
    ...(memory.place === 'debrief' ? [{ type: 'goOn' } as const] : []),
  ];
}

const PLACES: readonly ScenarioPlace['kind'][] = [
  'intro',
  'choosing',
  'reasoning',
  'consequence',
  'ended',
  'debrief',
];

function isChoice(value: unknown): value is Choice {
  return (
    isRecord(value) && typeof value['node'] === 'string' && typeof value['option'] === 'string'
  );
}
