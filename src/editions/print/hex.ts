import type { HTMLElement } from 'node-html-parser';
import { parsePage } from '../packed/read.ts';

/**
 * Sets the bytes of a file eight to a line, with one offset before and their letters behind, as the site does on a
 * narrow screen: a book reader has no grid, and would put the second offset between the bytes and tear the letters.
 */
export function setHex(article: HTMLElement): void {
  for (const row of article.querySelectorAll('.lab-hex [role=row]')) {
    const offsets = row.querySelectorAll('.lab-offset');
    const letters = row.querySelectorAll('.lab-text');
    const bytes = row.querySelectorAll('[role=cell]').filter((cell) => !letters.includes(cell));
    const lines = offsets.map((offset, half) => {
      const [eight, text] = [bytes[half], letters[half]].map((cell) => cell?.innerHTML ?? '');
      return `<div role="row"><span role="rowheader" class="lab-offset">${offset.innerHTML}</span>  <span role="cell">${eight}</span>  <span role="cell" class="lab-text">${text}</span></div>`;
    });
    row.replaceWith(...parsePage(lines.join('')).childNodes);
  }
}
