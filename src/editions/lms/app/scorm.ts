import type { Statement } from '../../../domain/statement.ts';
import { activityOf, contextWord } from '../../../domain/statement.ts';
import { setRecordHost } from '../../../progress/host.ts';
import type { CourseModel } from '../model.ts';
import type { LmsWords } from '../words.ts';
import { findApi } from './find-api.ts';
import { openNotices, type Notices } from './notices.ts';
import { openPlace } from './place.ts';
import { standingOf } from './report.ts';
import type { Dialect } from './scorm-dialect.ts';
import { openLmsRecord, type LmsRecord } from './store.ts';

/** What a package was made with. */
export interface LmsPackage {
  readonly model: CourseModel;
  readonly words: LmsWords;
  /** The page it opens with: `en/a2-acquire-hash-hand-over/`. */
  readonly start: string;
  /** Whether each answer of a form is told, besides the state and the score. */
  readonly interactions: boolean;
}

type Api = Readonly<Record<string, (...values: string[]) => unknown>>;

/** How long the learner may go on before what they did is committed. */
const QUIET = 1500;
/** How long to wait before a commit that was refused is tried again by itself. */
const PATIENCE = 20_000;

/**
 * Talks to the LMS: opens the session, gives the record to the pages, tells the LMS what happens, ends the session
 * when the page goes. Where no LMS is found the browser keeps the record, and every page says that nothing reaches one.
 */
export function connectScorm(dialect: Dialect, pack: LmsPackage): void {
  const api = findApi(dialect.api, window) as Api | undefined;
  const call = caller(api);
  const opened = api !== undefined && call(dialect.call.initialize, '') === 'true';
  if (!opened) {
    openNotices(pack.words, true).show('none');
    openPlace(pack.start, '', () => undefined);
    return;
  }
  const get = (element: string): string => call(dialect.call.get, element);
  const mode = get(dialect.element.mode);
  const looking = mode === 'browse' || mode === 'review';
  const notices = openNotices(pack.words, dialect.room.prose > 0);
  if (looking) notices.show('look');
  startSession({ dialect, pack, notices, call, get, writing: !looking });
}

/** Calls the LMS. One that throws, or answers something else than a text, counts as one that refuses. */
function caller(api: Api | undefined): (name: string, ...values: string[]) => string {
  return (name, ...values) => {
    try {
      // Called on the object: some LMSs ask for `this`.
      const answer = api?.[name]?.(...values);
      return ['string', 'boolean', 'number'].includes(typeof answer) ? String(answer) : '';
    } catch {
      return '';
    }
  };
}

interface Session {
  readonly dialect: Dialect;
  readonly pack: LmsPackage;
  readonly notices: Notices;
  readonly call: (name: string, ...values: string[]) => string;
  readonly get: (element: string) => string;
  /** False in browse and review: nothing is set, only the session is ended. */
  readonly writing: boolean;
}

function startSession({ dialect, pack, notices, call, get, writing }: Session): void {
  const { element } = dialect;
  const began = Date.now();
  const told = new Map<string, string>();
  const finals = new Map(Object.keys(dialect.final).map((each) => [each, get(each)]));
  let answers: Statement[] = [];
  let count = pack.interactions ? Number(get('cmi.interactions._count')) || 0 : 0;
  let record: LmsRecord | undefined;
  let allowed = writing;
  let over = false;
  let waiting = 0;

  /** Sets a value that is not set yet. Final values stand: nobody loses a pass by looking in again. */
  const set = (name: string, value: string): boolean => {
    const last = finals.get(name) ?? '';
    if (dialect.final[name]?.includes(last) && !dialect.final[name].includes(value)) return true;
    if (told.get(name) === value) return true;
    if (call(dialect.call.set, name, value) !== 'true') return false;
    told.set(name, value);
    return true;
  };
  const setAll = (): boolean => {
    if (!record) return true;
    const written = record.write(dialect.room);
    if (written.left.length > 0 || written.proseLeft > 0) notices.show('full');
    else notices.hide('full');
    const standing = standingOf(record.statements(), pack.model);
    let fine = set(element.state, written.text);
    for (const [name, value] of dialect.standing(standing, pack.model.forms.b.length > 0)) {
      fine = set(name, value) && fine;
    }
    // An LMS that refuses one of these loses nothing that the learner did.
    set(element.location, place.now());
    set(element.time, dialect.duration(Date.now() - began));
    // Always: without it an LMS of SCORM 2004 forgets the state, and whoever looks in again would begin from nothing.
    set(element.exit, 'suspend');
    tellAnswers();
    return fine;
  };
  const tellAnswers = (): void => {
    for (const statement of pack.interactions ? answers : []) {
      const form = contextWord(statement, 'form');
      const items = form === 'a' || form === 'b' ? pack.model.forms[form] : [];
      const item = items.find(({ id }) => id === activityOf(statement)?.id);
      const { response = '', success = false } = statement.result ?? {};
      const time = new Date(statement.timestamp);
      const values = item ? dialect.interaction(count, item, { response, success, time }) : [];
      for (const [name, value] of values) call(dialect.call.set, name, value);
      if (values.length > 0) count += 1;
    }
    answers = [];
  };
  const save = (): void => {
    clearTimeout(waiting);
    waiting = 0;
    if (!allowed || over || !record) return;
    const set = setAll();
    const fine = call(dialect.call.commit, '') === 'true' && set;
    if (fine) notices.hide('refused');
    else {
      notices.show('refused', { word: 'again', press: save });
      waiting = window.setTimeout(save, PATIENCE);
    }
  };
  const soon = (): void => {
    if (!allowed || over) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(save, QUIET);
  };
  const place = openPlace(pack.start, get(element.location), soon);

  const store = openLmsRecord(get(element.state), pack.model, (fresh) => {
    answers.push(...fresh.filter(({ verb }) => verb.id.endsWith('/answered')));
    soon();
  }).then((opened) => {
    record = opened;
    if (opened.unreadable) {
      // Whatever it is, it is not ours to throw away.
      allowed = false;
      if (writing) {
        notices.show('unreadable', {
          word: 'begin',
          press: () => {
            allowed = true;
            notices.hide('unreadable');
            save();
          },
        });
      }
    } else save();
    if (opened.foreign) notices.show('changed');
    return opened.store;
  });
  setRecordHost({ store });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
  addEventListener('pagehide', () => {
    if (over) return;
    // Ending a session saves it. A commit now would be one too many: browsers let no LMS wait for its server here.
    if (allowed) setAll();
    clearTimeout(waiting);
    over = true;
    call(dialect.call.finish, '');
  });
  addEventListener('pageshow', (event) => {
    // Back from the browser's memory: that session is over, and a new one begins with a new document.
    if (event.persisted) location.reload();
  });
}
