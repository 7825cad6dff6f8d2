import { recordHost } from './host.ts';

const KEY = 'custodia:record-kept';

/** Remembers that this browser holds a record, so that pages without one need not open the storage. */
export function rememberRecord(): void {
  for (const pocket of pockets()) {
    try {
      pocket().setItem(KEY, '1');
    } catch {
      /* Then pages look into the storage only when asked to. */
    }
  }
}

/** Whether this browser may hold a record. */
export function mayHaveRecord(): boolean {
  if (recordHost()) return true;
  return pockets().some((pocket) => {
    try {
      return pocket().getItem(KEY) !== null;
    } catch {
      return false;
    }
  });
}

/** Forgets it again, once the last learner is deleted. */
export function forgetRecord(): void {
  for (const pocket of pockets()) {
    try {
      pocket().removeItem(KEY);
    } catch {
      /* Nothing was kept. */
    }
  }
}

/** As functions: merely naming a refused storage throws. */
function pockets(): (() => Storage)[] {
  return [() => localStorage, () => sessionStorage];
}
