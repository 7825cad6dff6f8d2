/**
 * The board on which a learner decides in which order to copy and open the files of a chat. It says what the
 * original and the copies hold after each act, as an ordinary SQLite would leave them.
 */

/** What can be done. `-shm` is left out: it holds no content of its own. */
export const ACTS = [
  'copy-log',
  'copy-main',
  'hash',
  'second-copy',
  'open-original',
  'open-copy',
] as const;
export type Act = (typeof ACTS)[number];

/** A main file before or after the log was merged into it. */
export type MainFile = 'as-found' | 'merged';

/** What lies where. */
export interface Board {
  readonly original: { readonly main: MainFile; readonly log: boolean };
  /** The first copy; a file that was not copied is missing. */
  readonly copy: { readonly main?: MainFile; readonly log: boolean };
  /** Whether values of the first copy were written down, and of which state. */
  readonly hashed: boolean;
  readonly second: boolean;
  /** What somebody has seen so far. */
  readonly seen: Seen | undefined;
  readonly acts: readonly Act[];
}

/** Which messages an opened copy or original shows. */
export type Seen = 'past' | 'present' | 'merged';

/** The board before anything is done. */
export const START: Board = {
  original: { main: 'as-found', log: true },
  copy: { log: false },
  hashed: false,
  second: false,
  seen: undefined,
  acts: [],
};

/** Why an act cannot be done now. */
export type Refusal = 'nothing-copied' | 'log-is-gone' | 'no-main-copied';

/** Whether an act can be done, or why not. */
export function refusalOf(board: Board, act: Act): Refusal | undefined {
  const copied = board.copy.main !== undefined || board.copy.log;
  if (act === 'copy-log' && !board.original.log) return 'log-is-gone';
  if ((act === 'hash' || act === 'second-copy') && !copied) return 'nothing-copied';
  if (act === 'open-copy' && board.copy.main === undefined) return 'no-main-copied';
  return undefined;
}

/** The board after an act. An act that cannot be done changes nothing. */
export function after(board: Board, act: Act): Board {
  if (refusalOf(board, act) !== undefined) return board;
  const done = { ...board, acts: [...board.acts, act] };
  switch (act) {
    case 'copy-log':
      return { ...done, copy: { ...board.copy, log: true } };
    case 'copy-main':
      return { ...done, copy: { ...board.copy, main: board.original.main } };
    case 'hash':
      return { ...done, hashed: true };
    case 'second-copy':
      return { ...done, second: true };
    case 'open-original':
      return {
        ...done,
        original: { main: 'merged', log: false },
        seen: board.original.log ? 'present' : 'merged',
      };
    case 'open-copy':
      return { ...done, ...openedCopy(board) };
  }
}

/** Opening works on the second copy where there is one; else the first copy is merged as an original would be. */
function openedCopy(board: Board): Pick<Board, 'copy' | 'seen'> {
  const { main, log } = board.copy;
  const seen = main === 'merged' ? 'merged' : log ? 'present' : 'past';
  if (board.second || !log || main === undefined) return { copy: board.copy, seen };
  return { copy: { main: 'merged', log: false }, seen };
}

/** What the first copy still tells at the end. */
export type Verdict =
  /** Both files as found, hashed, and what was opened was another copy. */
  | 'all-kept'
  /** Both files as found, but no value was written down before something was opened. */
  | 'no-value'
  /** Only one of the two files. */
  | 'half'
  /** Merged: message 2 is gone from the copy; `lost` when the original was opened as well. */
  | 'merged'
  | 'lost';

/** The verdict on a board on which something was opened; until then there is none. */
export function verdictOf(board: Board): Verdict | undefined {
  if (board.seen === undefined) return undefined;
  const { main, log } = board.copy;
  const kept = main === 'as-found' && log;
  if (kept) {
    const opened = board.acts.findIndex((act) => act === 'open-copy' || act === 'open-original');
    const hashed = board.acts.indexOf('hash');
    return hashed !== -1 && hashed < opened ? 'all-kept' : 'no-value';
  }
  if (main === 'merged') return board.original.main === 'merged' ? 'lost' : 'merged';
  if (main === undefined && !log) return 'lost';
  return 'half';
}
