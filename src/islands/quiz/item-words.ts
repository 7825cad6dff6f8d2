import { readWord } from '../words.ts';

/** The words of one question, read from its static part. */
export interface ItemWords {
  /** HTML of `ask`, `exhibit`, `explain`, `option.<key>`, `feedback.<key>`, ...; empty when the question has none. */
  html(name: string): string;
  /** The same as plain text on one line, for names of buttons and entries of lists. */
  text(name: string): string;
}

/** Reads the words of question `id` below `page`. */
export function readItemWords(page: ParentNode, id: string): ItemWords {
  const root = page.querySelector(`[data-words="${id}"]`) ?? document.createElement('div');
  return {
    html: (name) => readWord(root, name),
    text: (name) =>
      (root.querySelector(`[data-w="${name}"]`)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
  };
}
