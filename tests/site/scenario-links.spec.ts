import { expect, test } from '@playwright/test';
import { lineOf, nodesInOrder } from '../../src/domain/scenario.ts';
import { cases, plain } from './scenario-walk.ts';

/** The case as linked parts of one page, for readers without script and on paper. */
test.describe('a case without script', () => {
  test.skip(
    ({ javaScriptEnabled }) => javaScriptEnabled,
    'With script the island takes its place.',
  );

  for (const { course, spine, words } of cases()) {
    for (const role of spine.roles) {
      test(`${spine.id}: the ${role} comes to an ending and the review by links`, async ({
        page,
      }) => {
        await page.goto(`en/${course.id}/case/`);
        await page.locator(`a[href="#as-${role}"]`).click();
        await page.locator(`#as-${role} li a`).first().click();
        for (const [index, node] of lineOf(spine, role).entries()) {
          await expect(page).toHaveURL(new RegExp(`#${node}$`));
          await expect(page.locator(`#${node} > h3`)).toBeInViewport();
          const options = page.locator(`#${node} > ul a`);
          await options.nth(index % (await options.count())).click();
          const after = page.locator(new URL(page.url()).hash);
          await expect(after.locator('h4')).toBeInViewport();
          const next = lineOf(spine, role)[index + 1];
          await after.locator(next ? `.links a[href="#${next}"]` : '.links a').click();
        }
        await expect(page).toHaveURL(/#endings$/);
        for (const [key, ending] of Object.entries(words.endings)) {
          await expect(page.locator(`#ending-${key}`)).toContainText(plain(ending.when));
        }
        await page.locator('#endings .links a').last().click();
        await expect(page).toHaveURL(/#review$/);
        await expect(page.locator('.case-review')).toHaveCount(nodesInOrder(spine).length);
      });
    }

    test(`${spine.id}: every link inside the page leads somewhere`, async ({ page }) => {
      await page.goto(`en/${course.id}/case/`);
      const broken = await page.evaluate(() =>
        [...document.querySelectorAll('main a[href^="#"]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !document.getElementById(href.slice(1))),
      );
      expect(broken).toEqual([]);
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll('[id]')].map(({ id }) => id),
      );
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

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
  }
});
