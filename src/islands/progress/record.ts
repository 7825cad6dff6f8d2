import type { StatementDraft } from '../../domain/statement.ts';
import { onPageChange } from '../../progress/page-change.ts';
import { openProgress, type Progress } from '../../progress/progress.ts';
import { troubleOf, type TroubleKind } from '../../progress/trouble.ts';
import type { UiWords } from '../words.ts';

/** Stores what a learner does, and tells the learner in one and the same way when that fails. */
export interface Recorder {
  /** Records. Resolves with whether it is stored; what is not stored waits for the next try. Never rejects. */
  record(draft: StatementDraft): Promise<boolean>;
  /** Stores a snapshot; of several that wait under one key only the newest is stored. Never rejects. */
  saveSnapshot(key: string, value: unknown): Promise<boolean>;
  /** Forgets a snapshot, also one that still waits. Never rejects. */
  dropSnapshot(key: string): Promise<boolean>;
}

interface Task {
  readonly key?: string;
  readonly run: (progress: Progress) => Promise<unknown>;
}

let opened: Recorder | undefined;

/**
 * The one recorder of a page; all its islands share it. Trouble is shown in a notice at the lower
 * edge of the window, with a button to try again. The page must carry the interface words of the
 * area `record`.
 */
export function openRecorder(ui: UiWords): Recorder {
  opened ??= startRecorder(ui);
  return opened;
}

function startRecorder(ui: UiWords): Recorder {
  const notice = openNotice(ui);
  let waiting: Task[] = [];
  let turn: Promise<boolean> = Promise.resolve(true);
  let progress: Progress | undefined;
  /** Whether another window has gone on with the part of the course that this page shows. */
  let elsewhere = false;
  const meet = (): void => void openProgress().then((found) => (progress = found));
  meet();
  onPageChange(() => {
    progress = undefined;
    if (elsewhere) notice.hide();
    elsewhere = false;
    meet();
  });

  const storeWaiting = async (): Promise<boolean> => {
    const opened = await openProgress();
    for (let task = waiting[0]; task; task = waiting[0]) {
      try {
        await task.run(opened);
      } catch (cause) {
        const { kind } = troubleOf(cause);
        if (kind !== 'elsewhere') {
          notice.show(kind, () => void store());
          return false;
        }
        // It never may be stored, and must not hold up what may.
        elsewhere = true;
      }
      const stored = task;
      waiting = waiting.filter((each) => each !== stored);
    }
    if (elsewhere) {
      notice.show('elsewhere', () => {
        location.reload();
      });
    } else if (opened.durable) notice.hide();
    else notice.show('window');
    return !elsewhere;
  };
  const store = (task?: Task): Promise<boolean> => {
    if (task) {
      waiting = [...waiting.filter((each) => !task.key || each.key !== task.key), task];
    }
    // One after the other, so that the order of what happened is the order of the record.
    turn = turn.then(storeWaiting, storeWaiting);
    return turn;
  };
  return {
    record: (draft) => {
      // Without a record yet: it is being opened, and stamps it then.
      const given = progress?.hold(draft) ?? draft;
      return store({ run: (all) => all.record(given) });
    },
    saveSnapshot: (key, value) => {
      progress?.holdSnapshot(key, value);
      return store({ key, run: (all) => all.saveSnapshot(key, value) });
    },
    dropSnapshot: (key) => store({ key, run: (all) => all.dropSnapshot(key) }),
  };
}

interface Notice {
  show(kind: TroubleKind | 'window', again?: () => void): void;
  hide(): void;
}

/** A place at the end of the page; it is there from the start, so that its words are read out when they come. */
function openNotice(ui: UiWords): Notice {
  const place = document.createElement('div');
  place.setAttribute('role', 'status');
  place.className = 'recordtrouble';
  place.dataset['unsealed'] = '';
  const take = (): void => (document.querySelector('main article') ?? document.body).append(place);
  take();
  // In the packed app: what waits still waits on the next page.
  onPageChange(take);
  return {
    show: (kind, again) => {
      if (place.dataset['kind'] === kind) return;
      place.dataset['kind'] = kind;
      const words = document.createElement('p');
      words.textContent = ui(`record.${kind}`);
      const actions = document.createElement('p');
      actions.className = 'actions';
      if (again && kind !== 'gone') actions.append(againButton(ui, place, kind, again));
      if (kind !== 'elsewhere') actions.append(saveLink(ui));
      const box = document.createElement('div');
      box.className = 'notice say';
      box.append(words, actions);
      place.replaceChildren(box);
    },
    hide: () => {
      delete place.dataset['kind'];
      place.replaceChildren();
    },
  };
}

function againButton(
  ui: UiWords,
  place: HTMLElement,
  kind: TroubleKind | 'window',
  again: () => void,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = ui(kind === 'elsewhere' ? 'record.reload' : 'record.again');
  button.addEventListener('click', () => {
    // Said anew even when the same trouble comes back.
    delete place.dataset['kind'];
    again();
  });
  return button;
}

function saveLink(ui: UiWords): HTMLAnchorElement {
  const { base = '/', locale = 'en' } = document.documentElement.dataset;
  const link = document.createElement('a');
  link.href = `${base}${locale}/progress/`;
  link.textContent = ui('record.save');
  return link;
}
