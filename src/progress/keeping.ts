/** Whether the browser promises to keep the record: it promised, it did not, or it offers no such promise. */
export type Keeping = 'promised' | 'not-promised' | 'not-offered';

/** `navigator.storage` is missing on plain http and in older browsers, whatever its type says. */
function manager(): StorageManager | undefined {
  const storage = (navigator as { readonly storage?: StorageManager }).storage;
  return typeof storage?.persist === 'function' ? storage : undefined;
}

/** What the browser has promised so far. */
export async function keepingState(): Promise<Keeping> {
  try {
    const storage = manager();
    return !storage ? 'not-offered' : (await storage.persisted()) ? 'promised' : 'not-promised';
  } catch {
    return 'not-offered';
  }
}

/** Asks the browser to keep the record. Call it only when the learner has just pressed a button. */
export async function askToKeep(): Promise<Keeping> {
  try {
    const storage = manager();
    return !storage ? 'not-offered' : (await storage.persist()) ? 'promised' : 'not-promised';
  } catch {
    return 'not-offered';
  }
}
