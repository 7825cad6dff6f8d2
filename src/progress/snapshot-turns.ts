import { heldAhead, holdAhead, letGoAhead } from './ahead.ts';
import { newId } from './identity.ts';

/** A snapshot that waits for its turn to be stored. */
interface Held {
  /** The window that holds it. */
  readonly window: string;
  /** The version that was stored when that window read the snapshot; empty for none. */
  readonly after: string;
  readonly value: unknown;
}

/**
 * Two windows may show one part of a course. The one that stores first goes on; what the other would store is older
 * work, and would wipe the newer. A stored snapshot carries a version, which names the window that wrote it; this
 * window may write over its own versions and over the one that it has read.
 */
export interface SnapshotTurns {
  /** Takes note of the version that is stored, and gives the value that is newest: the stored or a held one. */
  readonly read: (
    learner: string,
    key: string,
    stored: { version?: string; value: unknown } | undefined,
  ) => unknown;
  /** Whether this window may store the snapshot over what is stored. If not, it may not until it has read again. */
  readonly mayStore: (learner: string, key: string, version: string) => boolean;
  /** The version for the next value that this window stores. */
  readonly next: () => string;
  /** Keeps a value that waits to be stored, so that a page that is closed now still comes back to it. */
  readonly hold: (learner: string, key: string, value: unknown) => void;
  /** Lets go of a value that is stored, unless a newer one waits by now. */
  readonly letGo: (learner: string, key: string, stored: unknown) => void;
  /** Takes note that nothing is stored any more, and lets go of what waits. */
  readonly drop: (learner: string, key: string) => void;
}

/** The turns of this window. */
export function openSnapshotTurns(): SnapshotTurns {
  const window = newId();
  let count = 0;
  const seen = new Map<string, string>();
  const lost = new Set<string>();
  const nameOf = (learner: string, key: string): string => `${learner}/${key}`;
  const heldOf = (learner: string, key: string): Partial<Held> | undefined =>
    (heldAhead(learner, key) as Partial<Held> | null) ?? undefined;
  return {
    read: (learner, key, stored) => {
      const version = stored?.version ?? '';
      const name = nameOf(learner, key);
      seen.set(name, version);
      lost.delete(name);
      const held = heldOf(learner, key);
      if (held?.window === undefined) return stored?.value;
      if (held.after === version || version.startsWith(`${held.window}/`)) return held.value;
      // Another window has gone on since.
      letGoAhead(learner, key);
      return stored?.value;
    },
    mayStore: (learner, key, version) => {
      const name = nameOf(learner, key);
      // A window that has read nothing began with nothing.
      const free = version === '' || version === seen.get(name);
      if (!lost.has(name) && (free || version.startsWith(`${window}/`))) return true;
      lost.add(name);
      if (heldOf(learner, key)?.window === window) letGoAhead(learner, key);
      return false;
    },
    next: () => `${window}/${(count += 1)}`,
    hold: (learner, key, value) => {
      const name = nameOf(learner, key);
      if (lost.has(name)) return;
      holdAhead(learner, key, { window, after: seen.get(name) ?? '', value } satisfies Held);
    },
    letGo: (learner, key, stored) => {
      if (JSON.stringify(heldOf(learner, key)?.value) === JSON.stringify(stored))
        letGoAhead(learner, key);
    },
    drop: (learner, key) => {
      seen.set(nameOf(learner, key), '');
      letGoAhead(learner, key);
    },
  };
}
