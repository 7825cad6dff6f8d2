import { getAdjacencyMap } from 'xstate/graph';
import type { Role } from '../domain/roles.ts';
import { flagsOf, lineOf, optionOf, type Scenario } from '../domain/scenario.ts';
import {
  compileScenario,
  placeOf,
  type ScenarioEvent,
  type ScenarioPlace,
  type ScenarioSnapshot,
} from './scenario-machine.ts';
import { shapeFindings, type ScenarioFinding } from './scenario-shape.ts';

/** What walking a case in one role has shown. */
export interface RoleProof {
  readonly role: Role;
  /** Different moments: place and flags together. */
  readonly states: number;
  /** Different ways from the first decision to an ending; whether a reason was given makes no difference. */
  readonly paths: number;
  /** Endings that this role can reach, in the order of the case. */
  readonly endings: readonly string[];
  /** Endings that a line of sound decisions only can reach. */
  readonly soundEndings: readonly string[];
}

/** The result of proving a case: what is wrong, and the figures of what was walked. */
export interface ScenarioProof {
  readonly findings: readonly ScenarioFinding[];
  /** Empty when the shape is so broken that the case cannot be walked. */
  readonly roles: readonly RoleProof[];
}

/**
 * Walks a case in every role and says what is wrong with it. The walk is bounded: two moments with the same
 * place and the same flags count as one, and going back is left out, because it only leads to moments already met.
 */
export function proveScenario(scenario: Scenario): ScenarioProof {
  const shape = shapeFindings(scenario);
  const walkable = scenario.roles.every(
    (role) =>
      lineOf(scenario, role).length > 0 &&
      lineOf(scenario, role).every((node) => scenario.nodes[node] !== undefined),
  );
  if (!walkable || Object.keys(scenario.endings).length === 0)
    return { findings: shape, roles: [] };

  const walks = scenario.roles.map((role) => walk(scenario, role));
  const met = new Set(walks.flatMap((each) => [...each.nodes]));
  const reached = new Set(walks.flatMap((each) => each.proof.endings));
  return {
    findings: [
      ...shape,
      ...Object.keys(scenario.nodes)
        .filter((node) => !met.has(node))
        .map((node) => ({ kind: 'node-unreachable', node }) as const),
      ...Object.keys(scenario.endings)
        .filter((ending) => !reached.has(ending))
        .map((ending) => ({ kind: 'ending-unreachable', ending }) as const),
      ...walks.flatMap((each) => each.findings),
      ...soundFindings(
        scenario,
        reached,
        walks.flatMap((each) => each.proof.soundEndings),
      ),
    ],
    roles: walks.map((each) => each.proof),
  };
}

/** Sound decisions can end well, and they can end badly. Said only where one ending is marked as the good one. */
function soundFindings(
  scenario: Scenario,
  reached: ReadonlySet<string>,
  soundly: readonly string[],
): ScenarioFinding[] {
  const marked = Object.keys(scenario.endings).filter((ending) => scenario.endings[ending]?.good);
  const [good] = marked;
  if (good === undefined || marked.length > 1) return [];
  const badly = soundly.some((ending) => ending !== good);
  // An ending that nobody reaches at all is already named.
  const well = soundly.includes(good) || !reached.has(good);
  return [
    ...(badly ? [] : [{ kind: 'sound-never-ends-badly' } as const]),
    ...(well ? [] : [{ kind: 'sound-never-ends-well' } as const]),
  ];
}

interface Walk {
  readonly proof: RoleProof;
  readonly nodes: ReadonlySet<string>;
  readonly findings: readonly ScenarioFinding[];
}

function walk(scenario: Scenario, role: Role): Walk {
  const graph = graphOf(scenario, role);
  const nodes = new Set<string>();
  const endings = new Set<string>();
  for (const { place } of graph.values()) {
    if ('node' in place) nodes.add(place.node);
    if ('ending' in place) endings.add(place.ending);
  }
  const findings = wayOutFindings(graph, role);
  const inOrder = (set: ReadonlySet<string>): string[] =>
    Object.keys(scenario.endings).filter((ending) => set.has(ending));
  return {
    nodes,
    findings,
    proof: {
      role,
      states: graph.size,
      paths: findings.length > 0 ? 0 : countPaths(graph),
      endings: inOrder(endings),
      soundEndings: inOrder(endingsReachedBySoundSteps(graph)),
    },
  };
}

/** One moment of the walk: where, with which flags, and what each event leads to. */
interface Moment {
  readonly place: ScenarioPlace;
  readonly flags: readonly string[];
  /** `sound` is false for the choice of an option that is not. A reason given or skipped is one step. */
  readonly steps: readonly { readonly to: string; readonly sound: boolean }[];
}

/** The moments of a case by their serialised form, the start first. */
type Graph = ReadonlyMap<string, Moment>;

/** One entry of xstate's adjacency map; the library does not export its type. */
interface Walked {
  readonly state: ScenarioSnapshot;
  readonly transitions: Readonly<
    Record<string, { readonly event: ScenarioEvent; readonly state: ScenarioSnapshot }>
  >;
}

function graphOf(scenario: Scenario, role: Role): Graph {
  const serializeState = (state: ScenarioSnapshot): string => serialise(scenario, state);
  const map = getAdjacencyMap(compileScenario(scenario, role), {
    events: (state: ScenarioSnapshot) => eventsAt(scenario, state),
    serializeState,
  }) as Readonly<Record<string, Walked>>;
  return new Map(
    Object.entries(map).map(([key, { state, transitions }]) => {
      const place = placeOf(state);
      const steps = Object.values(transitions)
        .filter(({ event }) => event.type !== 'skipReason')
        .map(({ event, state: next }) => ({
          to: serializeState(next),
          sound:
            event.type !== 'choose' ||
            !('node' in place) ||
            optionOf(scenario, { node: place.node, option: event.option })?.sound === true,
        }));
      return [key, { place, flags: flagsOf(scenario, state.context.trail), steps }];
    }),
  );
}

/** Place and flags; while a consequence is shown also the ending that the decision forces, which is no flag. */
function serialise(scenario: Scenario, state: ScenarioSnapshot): string {
  const { trail } = state.context;
  const last = trail.at(-1);
  const decided = placeOf(state).kind !== 'choosing';
  const forced = decided && last ? optionOf(scenario, last)?.ends : undefined;
  return JSON.stringify([state.value, flagsOf(scenario, trail), forced ?? null]);
}

/** Every event that can happen now, without going back. */
function eventsAt(scenario: Scenario, state: ScenarioSnapshot): ScenarioEvent[] {
  const place = placeOf(state);
  switch (place.kind) {
    case 'intro':
      return [{ type: 'begin' }];
    case 'choosing':
      return Object.keys(scenario.nodes[place.node]?.options ?? {}).map((option) => ({
        type: 'choose',
        option,
      }));
    case 'reasoning':
      return [{ type: 'giveReason' }, { type: 'skipReason' }];
    case 'consequence':
    case 'ended':
      return [{ type: 'goOn' }];
    case 'debrief':
      return [];
  }
}

/** For every decision from which no ending can be reached, one finding, with the fewest flags it happens with. */
function wayOutFindings(graph: Graph, role: Role): ScenarioFinding[] {
  const out = new Set(
    [...graph].filter(([, { place }]) => place.kind === 'debrief').map(([key]) => key),
  );
  let before = -1;
  while (out.size !== before) {
    before = out.size;
    for (const [key, { steps }] of graph) if (steps.some(({ to }) => out.has(to))) out.add(key);
  }
  const found = new Map<string, ScenarioFinding>();
  for (const [key, { place, flags, steps }] of graph) {
    if (out.has(key) || !('node' in place) || found.has(place.node)) continue;
    const stands = steps.every(({ to }) => to === key);
    const circle = !stands && !reachesStandstill(graph, key);
    if (stands || circle) {
      found.set(place.node, { kind: 'no-way-out', role, node: place.node, flags, circle });
    }
  }
  return [...found.values()];
}

function reachesStandstill(graph: Graph, start: string): boolean {
  const seen = new Set([start]);
  for (const key of seen) {
    const steps = graph.get(key)?.steps ?? [];
    if (steps.every(({ to }) => to === key)) return true;
    for (const { to } of steps) seen.add(to);
  }
  return false;
}

/** Ways from the start to the review, each moment met once on its way. */
function countPaths(graph: Graph): number {
  const counted = new Map<string, number>();
  const from = (key: string): number => {
    const known = counted.get(key);
    if (known !== undefined) return known;
    counted.set(key, 0); // a circle adds no way of its own
    const moment = graph.get(key);
    const paths =
      moment?.place.kind === 'debrief'
        ? 1
        : (moment?.steps ?? []).reduce((sum, { to }) => sum + from(to), 0);
    counted.set(key, paths);
    return paths;
  };
  return from([...graph.keys()][0] ?? '');
}

function endingsReachedBySoundSteps(graph: Graph): Set<string> {
  const seen = new Set([...graph.keys()].slice(0, 1));
  const endings = new Set<string>();
  for (const key of seen) {
    const moment = graph.get(key);
    if (moment && 'ending' in moment.place) endings.add(moment.place.ending);
    for (const { to, sound } of moment?.steps ?? []) if (sound) seen.add(to);
  }
  return endings;
}
