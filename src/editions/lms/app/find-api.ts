/** How many windows are looked through on the way up. The standard's own example stops at 500; nobody nests that deep. */
const MOST_PARENTS = 25;

/**
 * Looks for the object of an LMS in this window, its parents, the window that opened it, and that one's parents.
 * A window of another site refuses to be looked into; it is passed over.
 */
export function findApi(name: string, from: Window): object | undefined {
  return searchUp(name, from) ?? searchOpener(name, from);
}

function searchOpener(name: string, from: Window): object | undefined {
  for (const window of [from, topOf(from)]) {
    try {
      const opener = window.opener as Window | null;
      const found = opener ? searchUp(name, opener) : undefined;
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

function searchUp(name: string, from: Window): object | undefined {
  let window = from;
  for (let step = 0; step < MOST_PARENTS; step += 1) {
    const found = lookInto(name, window);
    if (found) return found;
    if (window.parent === window) return undefined;
    window = window.parent;
  }
  return undefined;
}

function lookInto(name: string, window: Window): object | undefined {
  try {
    const found = (window as unknown as Readonly<Record<string, unknown>>)[name];
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}
