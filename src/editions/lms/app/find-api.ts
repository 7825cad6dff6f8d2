/** How many windows are looked through on the way up. The standard's own example stops at 500; nobody nests that deep. */
const MOST_PARENTS = 25;

/**
 * Looks for the object of an LMS in this window, its parents, the window that opened it, and that one's parents.
 * A window of another site refuses to be looked into; it is passed over.
 */
export function findApi<T extends object>(name: string, from: Window): T | undefined {
  return searchUp<T>(name, from) ?? searchOpener<T>(name, from);
}

function searchOpener<T extends object>(name: string, from: Window): T | undefined {
  for (const window of [from, topOf(from)]) {
    try {
      const opener = window.opener as Window | null;
      const found = opener ? searchUp<T>(name, opener) : undefined;
      if (found) return found;
    } catch {
      /* Opened by another site. */
    }
  }
  return undefined;
}

function topOf(window: Window): Window {
  try {
    return window.top ?? window;
  } catch {
    return window;
  }
}

function searchUp<T extends object>(name: string, from: Window): T | undefined {
  let window = from;
  for (let step = 0; step < MOST_PARENTS; step += 1) {
    const found = lookInto<T>(name, window);
    if (found) return found;
    if (window.parent === window) return undefined;
    window = window.parent;
  }
  return undefined;
}

function lookInto<T extends object>(name: string, window: Window): T | undefined {
  try {
    const found = (window as unknown as Readonly<Record<string, unknown>>)[name];
    return typeof found === 'object' && found !== null ? (found as T) : undefined;
  } catch {
    return undefined;
  }
}
