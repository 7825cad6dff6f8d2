import { createActor, type ActorRefFrom, type Snapshot, type SnapshotFrom } from 'xstate';
import { hashBenchMachine, type BenchInput } from '../../machines/lab-hash-bench.ts';
import { onPageChange } from '../../progress/page-change.ts';
import { openProgress, type Progress } from '../../progress/progress.ts';
import { snapshotKey } from '../../progress/snapshots.ts';
import { openRecorder } from '../progress/record.ts';
import { readUi } from '../words.ts';
import { recordSteps } from './record.ts';

export type BenchSnapshot = SnapshotFrom<typeof hashBenchMachine>;

/** What the page tells its islands in `<script type="application/json" data-lab>`: keys and truth, no words. */
export interface BenchPage {
  readonly course: string;
  readonly lab: string;
  /** Changes when the lab's data change, so that an old half-finished state is not put on new rows. */
  readonly stamp: string;
  readonly input: BenchInput;
  /** Kinds of fault and ratings in the order in which the learner is offered them. */
  readonly faults: readonly string[];
  readonly ratings: readonly string[];
  readonly truth: readonly {
    readonly row: string;
    readonly fault: string;
    readonly rating: string;
    readonly defensible: readonly string[];
  }[];
  readonly decoys: readonly string[];
  readonly receipt: { readonly seed: number; readonly sha256: string };
}

/** The one bench of a page; its islands share it. */
export interface Bench {
  readonly page: BenchPage;
  readonly actor: ActorRefFrom<typeof hashBenchMachine>;
  readonly progress: Progress;
}

let opened: Promise<Bench> | undefined;
onPageChange(() => (opened = undefined));

/** The bench of this page, resumed where the learner left it. Every island of the page gets the same one. */
export function openBench(): Promise<Bench> {
  opened ??= startBench();
  return opened;
}

async function startBench(): Promise<Bench> {
  const page = JSON.parse(
    document.querySelector('script[data-lab]')?.textContent ?? '{}',
  ) as BenchPage;
  const key = snapshotKey(page.course, 'lab', page.lab);
  const progress = await openProgress();
  const saved = await progress.loadSnapshot(key).catch(() => undefined);
  const actor = resume(page, saved);
  const recorder = openRecorder(readUi());
  actor.subscribe(() => {
    // A full or refused store must not stop the lab: the recorder says so and keeps what waits.
    void recorder.saveSnapshot(key, { stamp: page.stamp, snapshot: actor.getPersistedSnapshot() });
  });
  const bench = { page, actor, progress };
  recordSteps(bench, recorder);
  return bench;
}

function resume(page: BenchPage, saved: unknown): ActorRefFrom<typeof hashBenchMachine> {
  const kept = saved as { stamp: string; snapshot: Snapshot<unknown> } | undefined;
  if (kept?.stamp === page.stamp) {
    try {
      return createActor(hashBenchMachine, { input: page.input, snapshot: kept.snapshot }).start();
    } catch {
      // A snapshot of an older machine is dropped; the learner starts the lab again.
    }
  }
  return createActor(hashBenchMachine, { input: page.input }).start();
}

/** Marks the wrapper of an island as taken over, so that the page does not bring the static part back. */
export function markReady(element: Element): void {
  element.closest<HTMLElement>('[data-enhance]')?.setAttribute('data-ready', '');
}
