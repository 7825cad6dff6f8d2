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
  for (const path of PAGES) {
    test(`/${lang}/${path} keeps at least four fifths of its words without script`, async ({
      page,
      browser,
      baseURL,
      javaScriptEnabled,
    }) => {
      test.skip(!javaScriptEnabled, 'one run compares both');
      const words = (): number =>
        (document.querySelector('main')?.innerText.match(/\p{L}+/gu) ?? []).length;
      await page.goto(`/${lang}/${path}`);
      await settled(page);
      const scripted = await page.evaluate(words);
      const context = await browser.newContext({
        javaScriptEnabled: false,
        ...(baseURL === undefined ? {} : { baseURL }),
      });
      const plain = await context.newPage();
      await plain.goto(`/${lang}/${path}`);
      // Script is off for the page, not for the test: its words are counted through the same function.
      const bare = (await plain.locator('main').innerText()).match(/\p{L}+/gu)?.length ?? 0;
      await context.close();
      expect(scripted).toBeGreaterThan(20);
      expect(bare / scripted).toBeGreaterThanOrEqual(0.8);
    });
  }
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
