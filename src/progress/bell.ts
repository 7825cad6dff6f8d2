/** Tells other windows of this browser that a record has changed. */
export interface Bell {
  /** Rings in every other window. */
  ring(): void;
  /** Called when another window rings. Returns the way to stop. */
  listen(listener: () => void): () => void;
}

const NAME = 'custodia:record';

/** `BroadcastChannel` where there is one, else a changing entry in `localStorage`, else silence. */
export function openBell(): Bell {
  const listeners = new Set<() => void>();
  const hear = (): void => listeners.forEach((listener) => listener());
  let ring: () => void = () => undefined;
  try {
    if (typeof BroadcastChannel === 'function') {
      const channel = new BroadcastChannel(NAME);
      channel.addEventListener('message', hear);
      ring = () => channel.postMessage('');
    } else if (typeof localStorage === 'object') {
      addEventListener('storage', (event) => {
        if (event.key === NAME) hear();
      });
      let count = 0;
      ring = () => {
        localStorage.setItem(NAME, `${Date.now()}.${(count += 1)}`);
      };
    }
  } catch {
    /* A browser that refuses both: windows then see changes on the next visit. */
  }
  return {
    ring: () => {
      try {
        ring();
      } catch {
        /* The record itself is stored; only other windows learn of it later. */
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
