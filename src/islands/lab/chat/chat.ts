import { digestHex } from '../../../labs/hash-bench/digest.ts';
import { readWal, withWal } from '../../../labs/wal-bench/wal.ts';

/** The bytes of a chat as the page carries them, in base64. */
export interface ChatFiles {
  readonly id: string;
  readonly main: string;
  readonly log?: string;
}

/** A state in which a chat can be asked. */
export interface View {
  readonly id: string;
  readonly kind: 'main' | 'log' | 'frame' | 'opened';
  /** The last frame that is taken into account, for `frame`. */
  readonly number?: number;
  readonly bytes: Uint8Array;
}

/** Bytes that a page carries. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** The states of a chat: the main file alone, with its log, and after each earlier change that the log holds. */
export function viewsOf({ main: base64, log }: ChatFiles): readonly View[] {
  const main = bytesOf(base64);
  const alone: View = { id: 'main', kind: 'main', bytes: main };
  if (log === undefined) return [alone];
  const bytes = bytesOf(log);
  const wal = readWal(bytes);
  if (typeof wal === 'string') return [alone];
  const commits = wal.frames.filter(({ state, commit }) => state === 'applied' && commit !== 0);
  return [
    alone,
    { id: 'log', kind: 'log', bytes: withWal(main, bytes, wal) },
    ...commits.slice(0, -1).map(({ number }) => ({
      id: `frame-${number}`,
      kind: 'frame' as const,
      number,
      bytes: withWal(main, bytes, wal, number),
    })),
  ];
}

/** SHA-256 of bytes, 64 characters. */
export function sha256(bytes: Uint8Array): string {
  return digestHex('sha-256', bytes);
}

/** A text with its `{places}` filled. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
