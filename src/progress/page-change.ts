const NAME = 'custodia:page';

/**
 * Calls `run` whenever this document shows another page. On the site that never happens, every page is a
 * document of its own; in the packed app one document shows all pages, and what was opened for one page must
 * be opened anew for the next.
 */
export function onPageChange(run: () => void): void {
  if (typeof document !== 'undefined') document.addEventListener(NAME, run);
}

/** Says that this document now shows another page. */
export function tellPageChange(): void {
  document.dispatchEvent(new Event(NAME));
}
