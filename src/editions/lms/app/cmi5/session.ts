import type { Statement } from '../../../../domain/statement.ts';
import { uuidFrom } from '../../../../domain/uuid.ts';
import type { RecordStore } from '../../../../progress/store.ts';
import { sumOf } from '../../state/bits.ts';
import type { Notices } from '../notices.ts';
import { returnTo, type Place } from '../place.ts';
import { standingOf } from '../report.ts';
import type { LmsPackage } from '../scorm.ts';
import { openLmsRecord, type LmsRecord } from '../store.ts';
import { keepPending, NOTHING, readKept, readPending, type Kept } from './kept.ts';
import { readLaunchData, type Launch, type LaunchData } from './launch.ts';
import { fetchToken, openLrs, type Lrs } from './lrs.ts';
import { openQueue } from './queue.ts';
import { allowedStatement, definedStatement, type Sent } from './statements.ts';

/** Name of the document in which the LMS keeps the record. */
const STATE = 'custodia';
const QUIET = 1500;
const PATIENCE = 15_000;
const ROOM = { characters: 200_000, prose: 20_000 };

/** Opens the session and gives the record. Never rejects: without a session the record lasts as long as the window. */
export async function openSession(
  launch: Launch,
  pack: LmsPackage,
  notices: Notices,
  place: Place & { moved: () => void },
): Promise<RecordStore> {
  const token = await fetchToken(launch.fetch);
  if (token.kind !== 'fine') return withoutSession(pack, notices, token.kind === 'offline');
  const lrs = openLrs(launch, token.value);
  const [told, state] = await Promise.all([
    lrs.getState('LMS.LaunchData'),
    lrs.getState(STATE),
    // The specification wants the learner's wishes to be asked for; a package in one language has nothing to change.
    lrs.getPreferences(),
  ]);
  const data = told.kind === 'fine' ? readLaunchData(told.value) : undefined;
  if (!data || (state.kind !== 'fine' && state.kind !== 'nothing')) {
    return withoutSession(pack, notices, told.kind === 'offline' || state.kind === 'offline');
  }
  const kept = state.kind === 'fine' ? readKept(state.value) : NOTHING;
  return runSession({ launch, data, lrs, pack, notices, kept, place });
}

async function withoutSession(
  pack: LmsPackage,
  notices: Notices,
  offline: boolean,
): Promise<RecordStore> {
  if (offline) notices.show('offline', { word: 'again', press: () => location.reload() });
  else notices.show('ended');
  const record = await openLmsRecord('', pack.model, () => undefined);
  return { ...record.store, durable: false };
}

interface Session {
  readonly launch: Launch;
  readonly data: LaunchData;
  readonly lrs: Lrs;
  readonly pack: LmsPackage;
  readonly notices: Notices;
  readonly kept: Kept;
  readonly place: Place & { moved: () => void };
}

async function runSession({
  launch,
  data,
  lrs,
  pack,
  notices,
  kept,
  place,
}: Session): Promise<RecordStore> {
  const began = Date.now();
  const normal = data.launchMode === 'Normal';
  const pending = normal ? readPending(launch.registration) : undefined;
  const text = pending && pending.count > kept.count ? pending.record : kept.record;
  /** Statements of ours that have not been sent yet, as they were recorded. */
  const own = new Map<string, Statement>();
  const tell = { completed: kept.completed, passed: kept.passed };
  let count = Math.max(kept.count, pending?.count ?? 0);
  let record: LmsRecord | undefined = undefined;
  let writing = normal;
  let over = false;
  let dirty = false;
  let waiting = 0;
  let working: Promise<void> = Promise.resolve();

  const queue = openQueue(
    (batch) => lrs.send(batch),
    () => undefined,
  );
  const of = (): { since: number; now: Date } => ({ since: Date.now() - began, now: new Date() });
  queue.add(definedStatement('initialized', launch, data, of()));

  const addOwn = (statement: Statement): void => {
    const sent = allowedStatement(statement, launch, data);
    if (!sent) return;
    own.set(statement.id, statement);
    queue.add(sent);
  };
  const addDefined = (
    verb: 'completed' | 'passed',
    score?: { right: number; of: number },
  ): void => {
    const statement = definedStatement(verb, launch, data, { ...of(), score });
    // One for each registration, whatever happens between sending it and writing down that it was sent.
    queue.add({ ...statement, id: onceOnly(launch, verb) });
  };
  /** Puts what the standing asks for in front of what is sent. */
  const addStanding = (): void => {
    if (!record || !normal) return;
    const { completed, passed, score } = standingOf(record.statements(), pack.model);
    const scaled = score ? score.right / score.of : 0;
    const enough = data.masteryScore === undefined || scaled >= data.masteryScore;
    if (passed && enough && !tell.passed) {
      tell.passed = true;
      addDefined('passed', score);
    }
    if (completed && !tell.completed) {
      tell.completed = true;
      addDefined('completed');
    }
  };
  const written = (prose: boolean): Kept | undefined => {
    const out = record?.write(prose ? ROOM : { ...ROOM, prose: 0 });
    if (!out) return undefined;
    if (out.left.length > 0 || out.proseLeft > 0) notices.show('full');
    else notices.hide('full');
    return { record: out.text, place: place.now(), count, ...tell };
  };
  const goneOffline = (): void => {
    notices.show('offline');
    const state = written(false);
    // Without own words: other people may use this browser.
    if (state) keepPending(launch.registration, { ...state, statements: [...own.values()] });
    waiting = window.setTimeout(save, PATIENCE);
  };
  const work = async (): Promise<void> => {
    if (over) return;
    addStanding();
    const outcome = await queue.flush();
    if (outcome === 'ended') {
      over = true;
      notices.show('ended');
      return;
    }
    if (outcome === 'offline') {
      goneOffline();
      return;
    }
    own.clear();
    const state = writing && dirty ? written(true) : undefined;
    if (state) {
      dirty = false;
      const answer = await lrs.putState(STATE, JSON.stringify(state));
      if (answer.kind !== 'fine') dirty = true;
      if (answer.kind === 'offline') {
        goneOffline();
        return;
      }
      if (answer.kind !== 'fine') notices.show('refused', { word: 'again', press: save });
      else notices.hide('refused');
    }
    notices.hide('offline');
    keepPending(launch.registration, undefined);
  };
  function save(): void {
    clearTimeout(waiting);
    working = working.then(work, work);
  }
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(save, QUIET);
  };
  const changed = (): void => {
    if (!writing) return;
    count += 1;
    dirty = true;
    soon();
  };
  returnTo(pack.start, kept.place);
  place.moved = changed;

  const opened = await openLmsRecord(text, pack.model, (fresh) => {
    if (normal) fresh.forEach(addOwn);
    changed();
  });
  record = opened;
  if (!normal) notices.show('look');
  if (opened.foreign) notices.show('changed');
  if (opened.unreadable && normal) {
    writing = false;
    notices.show('unreadable', {
      word: 'begin',
      press: () => {
        writing = true;
        notices.hide('unreadable');
        changed();
      },
    });
  }
  // What an earlier session could not send is told in this one, as of now: its own session is closed.
  const now = new Date().toISOString();
  for (const statement of pending?.statements ?? []) addOwn({ ...statement, timestamp: now });
  save();

  addEventListener('online', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
  const end = (): void => {
    if (over) return;
    over = true;
    clearTimeout(waiting);
    addStanding();
    const rest: Sent[] = [...queue.takeAll(), definedStatement('terminated', launch, data, of())];
    void lrs.send(rest, true);
    const state = writing && dirty ? written(true) : undefined;
    if (state) void lrs.putState(STATE, JSON.stringify(state), true);
  };
  addEventListener('pagehide', end);
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  const { returnURL } = data;
  if (returnURL !== undefined) {
    notices.offer('back', () => {
      end();
      location.replace(returnURL);
    });
  }
  return opened.store;
}

function onceOnly({ registration, activityId }: Launch, verb: string): string {
  const bytes = new Uint8Array(16);
  for (let part = 0; part < 4; part += 1) {
    const sum = sumOf(`${part}|${registration}|${activityId}|${verb}`);
    new DataView(bytes.buffer).setUint32(part * 4, sum);
  }
  return uuidFrom(bytes);
}
