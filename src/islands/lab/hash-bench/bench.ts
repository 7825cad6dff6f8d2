import type { ActorRefFrom, SnapshotFrom } from 'xstate';
import { hashBenchMachine, type BenchInput } from '../../../machines/lab-hash-bench.ts';
import { recordedSteps } from './record.ts';
import { labOpener, type LabPage, type Session } from '../session.ts';

export type BenchSnapshot = SnapshotFrom<typeof hashBenchMachine>;

/** The page of the hash bench. */
export interface BenchPage extends LabPage {
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
export interface Bench extends Session<BenchPage, typeof hashBenchMachine> {
  readonly actor: ActorRefFrom<typeof hashBenchMachine>;
}

/** The bench of this page. */
export const openBench: () => Promise<Bench> = labOpener<BenchPage, typeof hashBenchMachine>({
  machineOf: ({ input }) => ({ machine: hashBenchMachine, input }),
  record: recordedSteps,
});
