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

/**
 * Shows what the page says without script beside what script shows: quizzes, cases and forms to fill in by hand stand
 * there whole, so that one visit measures all their words.
 */
export async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-static]'))
      part.style.display = 'block';
  });
}

/** Times that a line parts from their offset from UTC. */
export async function brokenTimes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement?.closest('script, option')) continue;
      for (const time of (text.textContent ?? '').matchAll(
        /\d\d:\d\d(?::\d\d)? ?[+-]\d\d:?\d\d(?!\d)/g,
      )) {
        const range = document.createRange();
        range.setStart(text, time.index);
        range.setEnd(text, time.index + time[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) found.push(time[0]);
      }
    }
    return found;
  });
}

/** Words of a table's row that a button of that row covers. */
export async function covered(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tr button')].flatMap((button) => {
      const over = button.getBoundingClientRect();
      const row = button.closest('tr');
      if (over.width === 0 || !row) return [];
      const found: string[] = [];
      const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (button.contains(text) || text.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const under = [...range.getClientRects()].some(
          (box) =>
            box.left < over.right &&
            box.right > over.left &&
            box.top < over.bottom &&
            box.bottom > over.top,
        );
        if (under) found.push(text.textContent ?? '');
      }
      return found;
    }),
  );
}
