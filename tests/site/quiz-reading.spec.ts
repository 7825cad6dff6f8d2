import { expect, test } from '@playwright/test';
import { model } from './published.ts';
import { formOf } from './quiz-walk.ts';

test.describe('a form read without script', () => {
  test.skip(
    ({ javaScriptEnabled }) => javaScriptEnabled,
    'With script the questions come one by one.',
  );

  // The forms of other modules are read in module-reading.spec.ts.
  for (const form of [formOf(model(), 'a'), formOf(model(), 'b')]) {
    test(`form ${form.letter} of ${form.course.id} shows every question, and every answer with its reasons behind one press`, async ({
      page,
    }) => {
      await page.goto(`/en/${form.course.id}/quiz-${form.letter}/`);
      await expect(page.locator('.quiz-list > li')).toHaveCount(12);
      await expect(page.getByRole('button')).toHaveCount(0);
      for (const [index, item] of form.items.entries()) {
        const place = page.locator('.quiz-list > li').nth(index);
        await expect(place.locator('legend')).toBeVisible();
        const explanation = place.locator('[data-w="explain"]');
        await expect(explanation).toBeHidden();
        await place.locator('summary').click();
        await expect(explanation).toBeVisible();
        for (const key of 'options' in item ? item.options : []) {
          await expect(place.locator(`[data-w="feedback.${key}"]`)).toBeVisible();
          await expect(place.locator(`[data-w="feedback.${key}"]`)).not.toBeEmpty();
        }
      }
    });
  }
});

test('a printed form has empty boxes and no answers', async ({ page }) => {
  const form = formOf(model(), 'b');
  await page.goto(`/en/${form.course.id}/quiz-b/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.quiz-list legend')).toHaveCount(12);
  await expect(page.locator('.quiz-list legend').first()).toBeVisible();
  for (const answer of await page.locator('.quiz-list [data-w="explain"]').all())
    await expect(answer).toBeHidden();
  await expect(page.locator('.quiz-list summary').first()).toBeHidden();
});
