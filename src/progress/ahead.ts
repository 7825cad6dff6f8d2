/**
 * What is still on its way into the storage. IndexedDB answers later, and a page that is closed before takes the
 * last answer with it; `localStorage` writes at once. So a snapshot or a learning record waits here until it is stored.
 */

const keyOf = (learner: string, key: string): string => `custodia:ahead:${learner}:${key}`;

/** Keeps a value at once. Where the browser refuses, there is only the storage itself. */
export function holdAhead(learner: string, key: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(learner, key), JSON.stringify(value));
  } catch {
    letGoAhead(learner, key);
  }
}

/** The value that did not get into the storage any more; `undefined` when all did. */
export function heldAhead(learner: string, key: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(learner, key));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All values of a learner that wait under keys that begin so. */
export function allHeldAhead(learner: string, start: string): unknown[] {
  const before = keyOf(learner, '');
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(before + start))
      .map((name) => heldAhead(learner, name.slice(before.length)))
      .filter((value) => value !== undefined);
  } catch {
    return [];
  }
}

/** Lets go of a value. */
export function letGoAhead(learner: string, key: string): void {
  try {
    localStorage.removeItem(keyOf(learner, key));
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
