import { courseBytes, hasCourseFile } from '../../../content/course-files.ts';
import { cellsOf, tablesOf, type Table } from '../../../labs/wal-bench/tables.ts';
import { pageOf, readWal, withWal, type Frame, type Wal } from '../../../labs/wal-bench/wal.ts';

/** A chat as its files stand in a lab's folder. */
export interface Chat {
  readonly id: string;
  readonly main: Uint8Array;
  readonly log?: { readonly bytes: Uint8Array; readonly wal: Wal };
}

/**
 * Reads `<id>.db` and, where there is one, `<id>.db-wal`.
 *
 * @throws when the main file is missing or the log cannot be read
 */
export function readChat(folder: string, id: string): Chat {
  const main = courseBytes(`${folder}/${id}.db`);
  const path = `${folder}/${id}.db-wal`;
  if (!hasCourseFile(path)) return { id, main };
  const bytes = courseBytes(path);
  const wal = readWal(bytes);
  if (typeof wal === 'string') throw new Error(`${path} is no WAL that can be read: ${wal}.`);
  return { id, main, log: { bytes, wal } };
}

/** A state of a chat with its tables. */
export interface State {
  readonly kind: 'main' | 'log' | 'frame' | 'left-over';
  readonly number?: number;
  readonly tables: readonly Table[];
}

/** Every state that the files of a chat hold, the main file alone first. */
export function statesOf({ main, log }: Chat): readonly State[] {
  const alone: State = { kind: 'main', tables: tablesOf(main) };
  if (!log) return [alone];
  const { bytes, wal } = log;
  const frames = wal.frames.filter(({ state, commit }) => state === 'applied' && commit !== 0);
  return [
    alone,
    ...frames.slice(0, -1).map(({ number }) => ({
      kind: 'frame' as const,
      number,
      tables: tablesOf(withWal(main, bytes, wal, number)),
    })),
    { kind: 'log', tables: tablesOf(withWal(main, bytes, wal)) },
    ...wal.frames
      .filter(({ state }) => state === 'left-over')
      .map((frame) => leftOver(frame, bytes, wal, alone.tables)),
  ];
}

/** The page of a left-over frame, under the columns of the table whose rows stand on that page. */
function leftOver(frame: Frame, bytes: Uint8Array, wal: Wal, tables: readonly Table[]): State {
  const rows = cellsOf(pageOf(bytes, wal, frame), frame.page);
  // The chats keep their tables in the order of their pages, which begin behind the first.
  const table = tables[frame.page - 2];
  return {
    kind: 'left-over',
    number: frame.number,
    tables: table ? [{ ...table, rows }] : [],
  };
}
