import { createActor, type Actor } from 'xstate';
import { nextRun } from '../../domain/folds/cases.ts';
import type { Role } from '../../domain/roles.ts';
import type { Choice, Scenario } from '../../domain/scenario.ts';
import { chose, keptText, reachedEnding, type StatementDraft } from '../../domain/statement.ts';
import {
  compileScenario,
  placeOf,
  type ScenarioEvent,
  type ScenarioMachine,
  type ScenarioPlace,
  type ScenarioSnapshot,
} from '../../machines/scenario-machine.ts';
import {
  eventsTo,
  REASON_LENGTH,
  rememberCase,
  type ScenarioMemory,
} from '../../machines/scenario-memory.ts';
import { openProgress } from '../../progress/progress.ts';
import { snapshotKey } from '../../progress/snapshots.ts';
import { keepOlder } from '../progress/older.ts';
import { openRecorder } from '../progress/record.ts';
import type { UiWords } from '../words.ts';
import { findLeft } from './case-past.ts';

/** One learner going through one case: the machine, the reasons beside it, and what is stored of both. */
export interface CaseRun {
  /** The role of the running case; `undefined` while the learner chooses one. */
  readonly role: Role | undefined;
  readonly place: ScenarioPlace;
  readonly trail: readonly Choice[];
  /** The learner's reasons by node. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What an earlier visit left behind; `undefined` when there was none or it no longer fits the case. */
  readonly left: ScenarioMemory | undefined;
  readonly paused: boolean;
  /** True when the reasons of this review have been kept. */
  readonly kept: boolean;
  /** False when nothing outlives the window. */
  readonly durable: boolean;
  begin(role: Role): void;
  /** Takes up what `left` describes. */
  resume(): void;
  send(event: ScenarioEvent): void;
  /** Takes a reason; an empty one counts as none. */
  giveReason(text: string): void;
  /** Goes to the choice of a role; what was decided is forgotten. */
  leaveRole(): void;
  setPaused(paused: boolean): void;
  keepReasons(): void;
  stop(): void;
}

const START: ScenarioPlace = { kind: 'intro' };

/** Opens the case for the current learner. Resolves when an earlier visit has been looked for. */
export async function openCaseRun(
  course: string,
  scenario: Scenario,
  ui: UiWords,
): Promise<CaseRun> {
  const progress = await openProgress();
  const recorder = openRecorder(ui);
  const key = snapshotKey(course, 'case', scenario.id);
  const saved = await progress.loadSnapshot(key).catch(() => undefined);
  let left = $state.raw(findLeft(saved, scenario));
  const dropped = left ? undefined : saved;
  await keepOlder(progress, recorder, ui, { kind: 'case', key, dropped, whole: true });
  let role = $state.raw<Role>();
  let now = $state.raw<ScenarioSnapshot>();
  let reasons = $state.raw<Readonly<Record<string, string>>>({});
  let paused = $state(false);
  let kept = $state(false);
  let actor: Actor<ScenarioMachine> | undefined;
  const statements = await progress.statements().catch(() => []);
  let runs = nextRun(statements, course, scenario.id) - 1;
  let run = runs;

  const record = (draft: StatementDraft): void => void recorder.record(draft);
  const remember = (): void => {
    if (role && now) {
      void recorder.saveSnapshot(key, rememberCase(role, now, reasons, run));
    }
  };
  const open = (as: Role): Actor<ScenarioMachine> => {
    actor?.stop();
    actor = createActor(compileScenario(scenario, as)).start();
    role = as;
    now = actor.getSnapshot();
    return actor;
  };

  const send = (event: ScenarioEvent): void => {
    if (!actor || !role || !actor.getSnapshot().can(event)) return;
    const before = placeOf(actor.getSnapshot());
    actor.send(event);
    now = actor.getSnapshot();
    const place = placeOf(now);
    if (event.type === 'choose' && 'node' in before) {
      reasons = without(reasons, before.node);
      record(
        chose({
          course,
          scenario: scenario.id,
          role,
          node: before.node,
          option: event.option,
          run,
        }),
      );
    }
    if (place.kind === 'ended' && before.kind !== 'ended') {
      record(reachedEnding({ course, scenario: scenario.id, role, ending: place.ending, run }));
    }
    if (place.kind !== 'debrief') kept = false;
    remember();
  };

  return {
    get role() {
      return role;
    },
    get place() {
      return now ? placeOf(now) : START;
    },
    get trail() {
      return now?.context.trail ?? [];
    },
    get reasons() {
      return reasons;
    },
    get left() {
      return left;
    },
    get paused() {
      return paused;
    },
    get kept() {
      return kept;
    },
    durable: progress.durable,
    begin(as) {
      open(as);
      runs += 1;
      run = runs;
      reasons = {};
      send({ type: 'begin' });
    },
    resume() {
      if (!left) return;
      const playing = open(left.role);
      for (const event of eventsTo(scenario, left)) playing.send(event);
      now = playing.getSnapshot();
      reasons = left.reasons;
      run = left.run;
    },
    send,
    giveReason(text) {
      const place = now && placeOf(now);
      const line = text.trim().slice(0, REASON_LENGTH);
      if (!line || place?.kind !== 'reasoning') return;
      reasons = { ...reasons, [place.node]: line };
      send({ type: 'giveReason' });
    },
    leaveRole() {
      actor?.stop();
      actor = undefined;
      now = undefined;
      left = undefined;
      reasons = {};
      void recorder.dropSnapshot(key);
    },
    setPaused(value) {
      paused = value;
    },
    keepReasons() {
      for (const [node, text] of Object.entries(reasons)) {
        record(keptText({ course, kind: 'reason', id: `${scenario.id}/${node}`, text }));
      }
      kept = true;
    },
    stop: () => actor?.stop(),
  };
}

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
