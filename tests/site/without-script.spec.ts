import { expect, test } from '@playwright/test';
import { model } from './published.ts';
import { settled } from './settled.ts';

const COURSE = model().id;
const PAGES = [
  '',
  'paths/prosecutor/',
  `${COURSE}/`,
  `${COURSE}/images/`,
  `${COURSE}/quiz-b/`,
  `${COURSE}/case/`,
  `${COURSE}/lab-hash-bench/`,
  'glossary/',
  'search/',
  'about/',
  'safe-use/',
];

for (const lang of ['en', 'ar']) {
  test(`pages in ${lang} keep at least four fifths of their words without script`, async ({
    page,
    browser,
    baseURL,
    javaScriptEnabled,
  }) => {
    test.skip(!javaScriptEnabled, 'one run compares both');
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const plain = await context.newPage();
    const kept: Record<string, number> = {};
    for (const path of PAGES) {
      await page.goto(`/${lang}/${path}`);
      await settled(page);
      const scripted = wordsIn(await page.locator('main').innerText());
      expect(scripted).toBeGreaterThan(20);
      await plain.goto(`/${lang}/${path}`);
      kept[path] = wordsIn(await plain.locator('main').innerText()) / scripted;
    }
    await context.close();
    expect(Object.entries(kept).filter(([, share]) => share < 0.8)).toEqual([]);
  });
}

/** How many words a text has. */
function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

test('a broken island leaves its question readable and the rest of the page alive', async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, 'needs script to break');
  await page.route(/PracticeQuestion.*\.js/, (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/javascript',
      body: 'throw new Error("broken")',
    }),
  );
  await page.goto(`/en/${COURSE}/hashes-for-lawyers/`);
  const question = page.locator('[data-enhance=question]').first();
  await question.scrollIntoViewIfNeeded();
  await expect(question.getByRole('group').first()).toBeVisible({ timeout: 15_000 });
  await expect(question.locator('details').first()).toBeVisible({ timeout: 15_000 });
  await page
    .getByRole('link', { name: /Custodia/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/$/);
});
