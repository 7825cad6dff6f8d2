import { expect, test, type Route } from '@playwright/test';

/** What every page has around its words: way out, theme, terms, reading marks, the page for unknown addresses. */
const COURSE = '/en/a2-acquire-hash-hand-over/';
const LESSON = `${COURSE}hashes-for-lawyers/`;

test('the way out is the third stop of the Tab key and leads to a page without a word of ours', async ({
  page,
}) => {
  await page.goto(LESSON);
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await expect(page.locator('.leave')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/leave.html');
  await expect(page).toHaveTitle('');
  expect(await page.locator('a').count()).toBe(0);
  await expect(page.locator('body')).not.toContainText(/custodia|evidence|module/i);
});

test('the first link jumps over the bar to the text', async ({ page }) => {
  await page.goto(LESSON);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('the page is the same in all six languages, one link away', async ({ page }) => {
  await page.goto(LESSON);
  await page.locator('.langs > summary').click();
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page).toHaveURL(LESSON.replace('/en/', '/ru/'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});

test('a term leads to its definition, in place or in the list', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(LESSON);
  const term = page.locator('a.term').first();
  const entry = page.locator(await term.getAttribute('href').then((href) => href ?? ''));
  const words = (await entry.locator('p').first().textContent())?.trim() ?? '';
  expect(words).not.toBe('');
  await term.click();
  if (javaScriptEnabled) {
    const note = page.locator('.termnote');
    await expect(note).toContainText(words);
    await expect(term).toHaveAttribute('aria-expanded', 'true');
    await term.click();
    await expect(note).toHaveCount(0);
  } else {
    await expect(entry).toBeInViewport();
  }
});

test('the seal of the page can be computed again from its words', async ({ page, request }) => {
  await page.goto(LESSON);
  const words = await (await request.get(`${LESSON}index.txt`)).body();
  const { createHash } = await import('node:crypto');
  const digits = createHash('sha256').update(words).digest('hex').slice(0, 16);
  await expect(page.locator('.seal .mono')).toHaveText((digits.match(/.{4}/g) ?? []).join(' '));
});

test('an unknown address answers in its own language and offers the search', async ({
  page,
  javaScriptEnabled,
}) => {
  const answer = await page.goto('/zh/nowhere/at/all/');
  expect(answer?.status()).toBe(404);
  const forms = page.locator('form.searchform');
  if (javaScriptEnabled) {
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await expect(forms).toHaveCount(1);
  } else {
    await expect(forms).toHaveCount(6);
  }
  const form = page.locator('form[action$="/zh/search/"]');
  await form.getByRole('searchbox').fill('hash');
  await form.getByRole('button').click();
  await expect(page).toHaveURL(/\/zh\/search\/\?q=hash$/);
});

test('a planned module says that it is not written', async ({ page }) => {
  await page.goto('/en/a1-at-the-door/');
  await expect(page.getByRole('main')).toContainText('In preparation');
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Acquire, hash, hand over' }),
  ).toBeVisible();
});

test.describe('with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'These parts need script.');

  test('leaving puts the calendar in place of the page', async ({ page }) => {
    await page.goto('/en/');
    await page.goto(LESSON);
    await page.locator('.leave').click();
    await page.waitForURL('**/leave.html');
    await page.goBack();
    await expect(page).toHaveURL(/\/en\/$/);
  });

  test('the chosen theme is kept and painted with the first paint', async ({ page }) => {
    await page.goto(LESSON);
    await page.locator('.menu > summary').click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.goto(COURSE);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.locator('.menu > summary').click();
    await page.getByRole('radio', { name: 'As this device' }).check();
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });

  test('the language chosen last time opens at once, and can be chosen anew', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'English' }).click();
    await page.goto('/');
    await expect(page).toHaveURL(/\/en\/$/);
    await page.goto('/#choose');
    await expect(page.getByRole('link', { name: 'العربية' })).toBeVisible();
  });

  test('a lesson marked as read shows on the lesson, the module and the path', async ({ page }) => {
    await page.goto(LESSON);
    await page.getByRole('link', { name: 'Mark as read and continue' }).click();
    await expect(page).not.toHaveURL(LESSON);
    await page.goto(LESSON);
    await expect(page.locator('[data-marked]')).toHaveText('Marked as read.');
    await page.goto(COURSE);
    await expect(page.locator('[data-lesson="hashes-for-lawyers"]')).toHaveAttribute(
      'data-knot',
      'done',
    );
    await expect(page.locator('[data-continue]')).toContainText('Continue');
    await page.goto('/en/paths/judge/');
    await expect(page.locator('[data-course^="a2-"] [data-state]')).toHaveText(
      /Lessons read: 1 of \d/,
    );
  });

  test('the mark of a lesson is not offered before it can record anything', async ({ page }) => {
    let hold: (route: Route) => void = () => undefined;
    const asked = new Promise<Route>((resolve) => (hold = resolve));
    await page.route('**/PageScript*.js', (route) => hold(route));
    await page.goto(LESSON, { waitUntil: 'commit' });
    await expect(page.locator('a[rel=next]')).toBeVisible();
    const mark = page.getByText('Mark as read and continue');
    await expect(mark).toBeHidden();
    await (await asked).continue();
    await expect(mark).toBeVisible();
  });

  test('a fact past its day says so in bold', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2040-01-01T00:00:00Z'));
    await page.goto(LESSON);
    await expect(page.locator('.source [data-due]').first()).toBeVisible();
    await expect(page.locator('.source [data-read]')).toHaveCount(0);
  });

  test('a question whose island never comes stays readable', async ({ page }) => {
    await page.route('**/_astro/PracticeQuestion*', (route) => route.abort());
    await page.goto(LESSON);
    const question = page.locator('[data-enhance="question"]').first();
    await question.scrollIntoViewIfNeeded();
    await expect(question).toHaveAttribute('data-failed', '', { timeout: 15_000 });
    await expect(question.locator('.question-plain')).toBeVisible();
    await question.getByText('Answer and explanation').click();
    await expect(question).toContainText('Correct answer');
  });
});
