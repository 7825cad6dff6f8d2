import { HTMLElement, TextNode } from 'node-html-parser';

const INLINE = /^(?:a|b|bdi|code|em|i|small|span|strong)$/i;
/** Machine text and drawings: every space in them means something. */
const AS_IT_STANDS = 'pre, svg, .lab-hex, [role=table]';
/** Chinese punctuation brings its own space. */
const WIDE = /^[、。，．：；？！）」』】]|[、。，：；？！（「『【]$/u;

/**
 * Puts a space between parts of a line that only style kept apart, such as a lesson's number, its title and its minutes;
 * a book reader with a style of its own, and whoever copies the line, would read one word.
 */
export function addSpaces(root: HTMLElement): void {
  const keep = new Set(
    root.querySelectorAll(AS_IT_STANDS).flatMap((part) => [part, ...part.querySelectorAll('*')]),
  );
  for (const parent of [root, ...root.querySelectorAll('*')]) {
    if (keep.has(parent)) continue;
    const parts = parent.childNodes;
    for (let index = parts.length - 1; index > 0; index -= 1) {
      const before = parts[index - 1];
      const after = parts[index];
      if (
        isWords(before) &&
        isWords(after) &&
        !WIDE.test(before.textContent) &&
        !WIDE.test(after.textContent)
      )
        parts.splice(index, 0, new TextNode(' ', parent));
    }
  }
}

function isWords(part: unknown): part is HTMLElement {
  return (
    part instanceof HTMLElement && INLINE.test(part.rawTagName) && part.textContent.trim() !== ''
  );
}
