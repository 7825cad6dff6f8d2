import type { Locale } from '../../i18n/locales.ts';

/** Characters of a heading that the narrowest page shows in one line. */
const LINE = 8;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Two characters at least: the list of words knows few long ones and takes the rest apart, `哈希` too. */
const WORD = /^\p{Script=Han}{2,}$/u;

/**
 * A heading in the parts between which a line may break. Chinese has no spaces, so that browsers break it inside words;
 * headings break after a mark (`word-break: keep-all`), and in a clause longer than a line between two words that are
 * surely two. Other languages come back as they are.
 */
export function headingParts(text: string, locale: Locale): string[] {
  if (locale !== 'zh') return [text];
  const parts = [''];
  for (const clause of text.split(/(?<=[、。，：；？！）》])/u)) {
    let before = '';
    for (const { segment } of words.segment(clause)) {
      const apart = clause.length > LINE && WORD.test(before) && WORD.test(segment);
      if (apart) parts.push(segment);
      else parts.push((parts.pop() ?? '') + segment);
      before = segment;
    }
  }
  return parts;
}
