/** Chinese characters and full-width marks: no space follows them. */
const NO_SPACE_AFTER = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]$/u;

/**
 * What stands between a text and another of the same language, HTML or plain: nothing after
 * Chinese, else a space. The interface's own gap will not do, since a page in Chinese shows English
 * words where nobody has translated them.
 */
export function gapAfter(text: string): '' | ' ' {
  return NO_SPACE_AFTER.test(text.replace(/<[^>]*>/g, '').trimEnd()) ? '' : ' ';
}

/** Sentences of one language as a running text. */
export function running(sentences: readonly string[]): string {
  return sentences.reduce((text, next) => (text === '' ? next : text + gapAfter(text) + next), '');
}
