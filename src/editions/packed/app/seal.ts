import { SEALED, sealedWords } from '../../../domain/sealed-words.ts';

/** The words that the seal of a page was made of. */
function wordsOfPage(page: Document | undefined): string {
  const article = page?.querySelector(SEALED);
  return article ? sealedWords(article) : '';
}

/**
 * Answers the link beside the seal: saves the page's words under the name that the link gives. What islands have
 * made of the page meanwhile does not count, so the words are taken from the page as it was packed.
 */
export function offerSealedWords(pageShown: () => Document | undefined): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a[data-seal-words]')
        : null;
    if (!link) return;
    event.preventDefault();
    const words = new Blob([wordsOfPage(pageShown())], { type: 'text/plain;charset=utf-8' });
    const address = URL.createObjectURL(words);
    const file = document.createElement('a');
    file.href = address;
    file.download = link.download;
    file.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });
}
