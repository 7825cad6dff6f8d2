/** A part of a page, as the build's parser and the browser both give it. */
interface Part {
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<{ replaceWith(text: string): unknown }>;
}

/** The part of a page that is sealed. */
export const SEALED = 'article[data-seal]';

/**
 * The words that the seal of a page is made of: the text of its `<article data-seal>` in document
 * order, without `[data-unsealed]`; Unicode NFC; every run of white space, a line break too, is one
 * space; trimmed. Takes the parts that do not count out of the article it is given.
 */
export function sealedWords(article: Part): string {
  for (const part of article.querySelectorAll('[data-unsealed], script, style, template')) {
    part.replaceWith('');
  }
  for (const line of article.querySelectorAll('br')) line.replaceWith('\n');
  return (article.textContent ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}
