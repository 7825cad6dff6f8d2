import { expect, test } from '@playwright/test';
import { model } from './published.ts';
import { caseOf, followCase, plain } from './scenario-walk.ts';

/** The case as linked parts of one page, for readers without script and on paper. */
test.describe('a case without script', () => {
  test.skip(
    ({ javaScriptEnabled }) => javaScriptEnabled,
    'With script the island takes its place.',
  );

  const each = caseOf(model());
  const { course, spine, words } = each;
  for (const role of spine.roles) {
    test(`${spine.id}: the ${role} comes to an ending and the review by links`, async ({
      page,
    }) => {
      await followCase(page, each, role);
      for (const [key, ending] of Object.entries(words.endings)) {
        await expect(page.locator(`#ending-${key}`)).toContainText(plain(ending.when));
      }
    });
  }

  test(`${spine.id}: the content note comes before everything else of the case`, async ({
    page,
  }) => {
    await page.goto(`en/${course.id}/case/`);
    await expect(page.locator('.scenario h2').first()).toHaveText('Content note');
    const ways = page.locator('.case-note a');
    await expect(ways).toHaveText(['Pause', 'Skip the case']);
    await ways.last().click();
    await expect(page).toHaveURL(new RegExp(`/en/${course.id}/$`));
  });
});
