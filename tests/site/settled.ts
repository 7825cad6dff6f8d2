import { expect, type Page } from '@playwright/test';

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

/** Waits until nothing waits any more to be stored. Before, `localStorage` holds it for a page that is closed. */
export async function stored(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith('custodia:ahead:')),
      ),
    )
    .toEqual([]);
}
