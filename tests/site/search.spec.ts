import { expect, test } from '@playwright/test';

/** Searching as readers do it: from a lesson, by an address, with words that nothing holds. */
const COURSE = 'a2-acquire-hash-hand-over';

test.beforeEach(({ javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'Without script the page is a list of topics.');
});

test('from a lesson it looks in that module first, then everywhere, and stays so on the way back', async ({
  page,
}) => {
  await page.goto(`/en/${COURSE}/hashes-for-lawyers/`);
  await page.locator('.nav').getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/en\/search\/$/);
  await page.locator('[data-search-form][data-ready]').waitFor();
  await page.getByRole('searchbox').fill('hash');
  await page.keyboard.press('Enter');

  const results = page.locator('.search-results');
  await expect(results.getByRole('status')).toHaveText(/^\d+ places$/);
  await expect(results.locator('h2')).toHaveText([
    'In the module that you come from',
    'Everywhere else',
  ]);
  const [near, far] = [results.locator('ol').nth(0), results.locator('ol').nth(1)];
  for (const link of await near.locator('a').all()) {
    expect(await link.getAttribute('href')).toContain(`/en/${COURSE}/`);
  }
  for (const link of await far.locator('a').all()) {
    expect(await link.getAttribute('href')).not.toContain(`/${COURSE}/`);
  }
  const first = near.locator('li').first();
  await expect(first.locator('.within')).toContainText('A2');
  await expect(first.locator('mark').first()).toHaveText(/hash/i);
  await expect(first.locator('p')).toContainText(/hash/i);

  const before = await near.locator('a').allTextContents();
  await first.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/en/${COURSE}/`));
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('hash');
  await expect(results.locator('h2').first()).toHaveText('In the module that you come from');
  expect(await near.locator('a').allTextContents()).toEqual(before);
});

test('by an address it looks everywhere at once, and each search can be gone back to', async ({
  page,
}) => {
  await page.goto('/en/search/?q=chain+of+custody');
  const results = page.locator('.search-results');
  await expect(results.getByRole('status')).toHaveText(/^\d+ places?$/);
  await expect(results.locator('h2')).toHaveCount(0);
  await expect(page.locator('[data-topics]')).toBeHidden();
  await page.getByRole('searchbox').fill('CGNAT');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(results.locator('mark').first()).toHaveText('CGNAT');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('chain of custody');
  await expect(results.locator('mark').first()).toHaveText(/chain|custody/i);
});

test('what is typed before the script has come stays, and can be sent without it', async ({
  page,
}) => {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/_astro/Search.*.js', async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto('/en/search/', { waitUntil: 'domcontentloaded' });
  const field = page.getByRole('searchbox');
  await field.fill('CGNAT');
  come();
  await page.locator('[data-search-form][data-ready]').waitFor();
  await expect(field).toHaveValue('CGNAT');
  await field.fill('');
  await page.unroute('**/_astro/Search.*.js');

  // Asked for a second time, it carries a query.
  const search = /_astro\/Search\.[^/]*\.js/;
  await page.route(search, (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  await field.fill('CGNAT');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=CGNAT$/);
  await page.unroute(search);
  await page.reload();
  await expect(page.locator('.hits mark').first()).toHaveText('CGNAT');
});

test('what nothing holds is said, with the list of topics below', async ({ page }) => {
  await page.goto('/en/search/?q=zzyzxqq');
  // Said once the texts of all pages have been looked through.
  await expect(page.locator('.search-results .notice')).toContainText('zzyzxqq', {
    timeout: 20_000,
  });
  await expect(page.locator('[data-topics]')).toBeVisible();
});

test('words of Arabic and Chinese are marked where they were found, in any form', async ({
  page,
}) => {
  for (const [lang, words, marked] of [
    ['ar', 'التصادمات', /تصادم/],
    ['zh', '保管链', /保管链/],
  ] as const) {
    await page.goto(`/${lang}/search/?q=${encodeURIComponent(words)}`);
    await expect(page.locator('.hits mark').first()).toHaveText(marked, { timeout: 20_000 });
  }
});

test('when the data cannot be had the page says what to do, and the next search tries again', async ({
  page,
}) => {
  await page.route('**/search/*.json*', (route) => route.abort());
  await page.goto('/en/search/?q=hash');
  await expect(page.getByRole('alert')).toContainText('search again');
  await expect(page.locator('[data-topics]')).toBeVisible();
  await page.unroute('**/search/*.json*');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.locator('.hits li').first()).toBeVisible();
});
