import type { Page } from '@playwright/test';

/** Waits until every island that starts by itself has started, and every part in sight that script enhances is ready. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (document.querySelector('astro-island[ssr]:is([client="load"], [client="only"])'))
      return false;
    return [...document.querySelectorAll('[data-enhance]:not([data-ready])')].every((part) => {
      const { top, bottom, height } = part.getBoundingClientRect();
      return height === 0 || bottom <= 0 || top >= innerHeight;
    });
  });
}
