import {
  createActor,
  type ActorRefFrom,
  type AnyActorRef,
  type AnyStateMachine,
  type InputFrom,
  type Snapshot,
  type SnapshotFrom,
} from 'xstate';
import { wroteFinding } from '../../domain/statement.ts';
import { findingMachine, type FindingInput } from '../../machines/finding.ts';
import { onPageChange } from '../../progress/page-change.ts';
import { openProgress, type Progress } from '../../progress/progress.ts';
import { snapshotKey } from '../../progress/snapshots.ts';
import { keepOlder } from '../progress/older.ts';
import { openRecorder, type Recorder } from '../progress/record.ts';
import { readUi } from '../words.ts';

/** What the page of every lab tells its islands in `<script type="application/json" data-lab>`: keys and truth, no words. */
export interface LabPage {
  readonly course: string;
  readonly lab: string;
  /** Changes when the lab's data change, so that an old half-finished state is not put on new rows. */
  readonly stamp: string;
  readonly finding: FindingInput;
}

/** What the parts of a page that concern any lab are given. */
export interface LabSession {
  readonly page: LabPage;
  readonly finding: ActorRefFrom<typeof findingMachine>;
  readonly progress: Progress;
  readonly recorder: Recorder;
  /**
   * Starts one more machine of the page, such as the desk beside its sheets. It is resumed and saved with the lab
   * under its name.
   */
  readonly add: <M extends AnyStateMachine>(
    name: string,
    machine: M,
    input: InputFrom<M>,
  ) => ActorRefFrom<M>;
}

/** The one lab of a page; its islands share it. */
export interface Session<P extends LabPage, M extends AnyStateMachine> extends LabSession {
  readonly page: P;
  readonly actor: ActorRefFrom<M>;
}

/** What makes one kind of lab out of its page. */
export interface LabKind<P extends LabPage, M extends AnyStateMachine> {
  readonly machineOf: (page: P) => { readonly machine: M; readonly input: InputFrom<M> };
  /** Tells the record what of the lab has just been finished. */
  readonly record: (
    before: SnapshotFrom<M>,
    now: SnapshotFrom<M>,
    session: Session<P, M>,
  ) => readonly Parameters<Recorder['record']>[0][];
}

let announce: (session: LabSession) => void = () => undefined;
let opened: Promise<LabSession>;

function waitForLab(): void {
  opened = new Promise((resolve) => (announce = resolve));
}
waitForLab();
onPageChange(waitForLab);

/** The lab of this page for parts that work in every lab. It comes as soon as a part of the lab's own has opened it. */
export function openedLab(): Promise<LabSession> {
  return opened;
}

interface Kept {
  readonly stamp: string;
  readonly lab: Snapshot<unknown>;
  readonly finding: Snapshot<unknown>;
  /** Snapshots of machines that were added, by name. */
  readonly more?: Readonly<Record<string, Snapshot<unknown>>>;
}

/**
 * A function that opens the lab of this page, resumed where the learner left it. Every island of the page gets
 * the same one. Of a snapshot that an older version of the lab wrote, what the learner had put in is kept apart and
 * offered on the page.
 */
export function labOpener<P extends LabPage, M extends AnyStateMachine>(
  kind: LabKind<P, M>,
): () => Promise<Session<P, M>> {
  let started: Promise<Session<P, M>> | undefined;
  onPageChange(() => (started = undefined));
  return () => (started ??= startLab(kind));
}

async function startLab<P extends LabPage, M extends AnyStateMachine>(
  kind: LabKind<P, M>,
): Promise<Session<P, M>> {
  const page = JSON.parse(document.querySelector('script[data-lab]')?.textContent ?? '{}') as P;
  const key = snapshotKey(page.course, 'lab', page.lab);
  // The parts of this page wait for it. In the packed app another page may wait by the time the lab is open.
  const tell = announce;
  const progress = await openProgress();
  const saved = (await progress.loadSnapshot(key).catch(() => undefined)) as Kept | undefined;
  const { actor, finding, kept } = resume(kind, page, saved);
  const ui = readUi();
  const recorder = openRecorder(ui);
  const keepApart = (dropped: unknown, whole: boolean): Promise<void> =>
    keepOlder(progress, recorder, ui, { kind: 'lab', key, dropped, whole });
  // Before anything of this visit is saved in its place.
  await keepApart(kept ? undefined : saved, true);
  const more = new Map<string, AnyActorRef>();
  const save = (): void => {
    // A full or refused store must not stop the lab: the recorder says so and keeps what waits.
    void recorder.saveSnapshot(key, {
      stamp: page.stamp,
      lab: (actor as AnyActorRef).getPersistedSnapshot(),
      finding: finding.getPersistedSnapshot(),
      more: {
        ...kept?.more,
        ...Object.fromEntries([...more].map(([name, each]) => [name, each.getPersistedSnapshot()])),
      },
    } satisfies Kept);
  };
  (actor as AnyActorRef).subscribe(save);
  finding.subscribe(save);
  const session: Session<P, M> = {
    page,
    actor,
    finding,
    progress,
    recorder,
    add: (name, machine, input) => {
      const added = startAdded(machine, input, kept?.more?.[name], (dropped) => {
        void keepApart(dropped, false);
      });
      more.set(name, added as AnyActorRef);
      (added as AnyActorRef).subscribe(save);
      return added;
    },
  };
  recordSteps(kind, session);
  recordFinding(session);
  tell(session);
  return session;
}

function resume<P extends LabPage, M extends AnyStateMachine>(
  { machineOf }: LabKind<P, M>,
  page: P,
  saved: Kept | undefined,
): Pick<Session<P, M>, 'actor' | 'finding'> & { readonly kept?: Kept } {
  const { machine, input } = machineOf(page);
  const start = (kept?: Kept): Pick<Session<P, M>, 'actor' | 'finding'> => ({
    // The types of a machine's actor depend on the machine, which is not known here.
    actor: createActor<AnyStateMachine>(machine, {
      input: input,
      ...(kept && { snapshot: kept.lab }),
    }).start() as unknown as ActorRefFrom<M>,
    finding: createActor(findingMachine, {
      input: page.finding,
      ...(kept && { snapshot: kept.finding }),
    }).start(),
  });
  if (!saved) return start();
  if (saved.stamp === page.stamp) {
    try {
      return { ...start(saved), kept: saved };
    } catch {
      // A snapshot that an older machine wrote.
    }
  }
  return start();
}

function startAdded<M extends AnyStateMachine>(
  machine: M,
  input: InputFrom<M>,
  snapshot: Snapshot<unknown> | undefined,
  onDropped: (snapshot: Snapshot<unknown>) => void,
): ActorRefFrom<M> {
  const start = (kept: { snapshot?: Snapshot<unknown> }): ActorRefFrom<M> =>
    createActor<AnyStateMachine>(machine, {
      input: input,
      ...kept,
    }).start() as unknown as ActorRefFrom<M>;
  if (!snapshot) return start({});
  try {
    return start({ snapshot });
  } catch {
    onDropped(snapshot);
    return start({});
  }
}

/** Writes a learning record whenever a step is finished. No words of the learner are stored. */
function recordSteps<P extends LabPage, M extends AnyStateMachine>(
  { record }: LabKind<P, M>,
  session: Session<P, M>,
): void {
  const actor = session.actor as AnyActorRef;
  let before = actor.getSnapshot() as SnapshotFrom<M>;
  actor.subscribe((snapshot) => {
    const now = snapshot as SnapshotFrom<M>;
    const drafts = record(before, now, session);
    before = now;
    // The lab goes on when a record cannot be stored: the recorder says so and tries again when asked.
    for (const draft of drafts) void session.recorder.record(draft);
  });
}

/** Writes a learning record when the finding holds: the keys of its parts, no prose. */
function recordFinding({ finding, page, recorder }: LabSession): void {
  const { course, lab } = page;
  let held = finding.getSnapshot().matches('holding');
  finding.subscribe((now) => {
    const holds = now.matches('holding');
    if (holds && !held) {
      const keys = Object.entries(now.context.fields).map((pair) => pair.join(':'));
      void recorder.record(wroteFinding({ course, lab, keys }));
    }
    held = holds;
  });
}

/** Marks the wrapper of an island as taken over, so that the page does not bring the static part back. */
export function markReady(element: Element | undefined): void {
  element?.closest<HTMLElement>('[data-enhance]')?.setAttribute('data-ready', '');
}

/**
 * Hands a part of the page what it waits for, with the wrapper around its static words, and marks the part as taken
 * over. In the packed app the page may have been left meanwhile; then nothing happens.
 */
export function whenOpened<T>(
  place: HTMLElement | undefined,
  opening: Promise<T>,
  begin: (opened: T, wrapper: HTMLElement) => void,
): void {
  void opening.then((opened) => {
    // Each part in a task of its own: a slow computer hears a key or a touch between two of them.
    setTimeout(() => {
      if (!place?.isConnected) return;
      begin(opened, place.closest<HTMLElement>('[data-enhance]') ?? document.body);
      markReady(place);
    });
  });
}
