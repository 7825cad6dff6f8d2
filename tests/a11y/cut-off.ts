import type { Page } from '@playwright/test';

/**
 * Words that stand outside the window, which the page clips: nobody can read them. Words that a part of the page
 * scrolls to, and words for screen readers alone, are not meant.
 */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isReached = (element: Element | null): boolean => {
      if (element === null) return false;
      const { overflowX, clipPath, visibility } = getComputedStyle(element);
      return (
        ['auto', 'scroll'].includes(overflowX) ||
        clipPath === 'inset(50%)' ||
        visibility === 'hidden' ||
        isReached(element.parentElement)
      );
    };
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent?.trim() ?? '';
      if (words === '' || isReached(text.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const outside = [...range.getClientRects()].some(
        (box) => box.width > 1 && (box.right > width + 1 || box.left < -1),
      );
      if (outside) found.add(words.slice(0, 60));
    }
    return [...found];
  });
}
