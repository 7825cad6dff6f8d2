/**
 * What is still on its way into the storage. IndexedDB answers later, and a page that is closed before takes the
 * last answer with it; `localStorage` writes at once. So a snapshot waits here until it is stored.
 */

const keyOf = (learner: string, key: string): string => `custodia:ahead:${learner}:${key}`;

/** Keeps a snapshot at once. Where the browser refuses, there is only the storage itself. */
export function holdAhead(learner: string, key: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(learner, key), JSON.stringify(value));
  } catch {
    letGoAhead(learner, key);
  }
}

/** The snapshot that did not get into the storage any more; `undefined` when all did. */
export function heldAhead(learner: string, key: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(learner, key));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lets go of a snapshot; with `stored` only when nothing newer has come since. */
export function letGoAhead(learner: string, key: string, stored?: unknown): void {
  try {
    const name = keyOf(learner, key);
    if (stored !== undefined && localStorage.getItem(name) !== JSON.stringify(stored)) return;
    localStorage.removeItem(name);
  } catch {
    /* Nothing was held. */
  }
}

/** Lets go of everything of a learner. */
export function forgetAhead(learner: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(keyOf(learner, ''))) localStorage.removeItem(name);
    }
  } catch {
    /* Nothing was held. */
  }
}
