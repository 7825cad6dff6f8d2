import { expect, test, type Page } from '@playwright/test';
import { ROLES } from '../../src/domain/roles.ts';
import { desksOf, readDesk } from './desk-walk.ts';
import { builtPages, others } from './published.ts';
import { formOf, type Form } from './quiz-walk.ts';
import { caseOf, followCase } from './scenario-walk.ts';
import { readWorksheet, worksheetsOf } from './worksheet-walk.ts';

/** Opens every folded part and sees that each holds words. */
async function unfold(page: Page): Promise<void> {
  for (const part of await page.locator('main details').all()) {
    await part.locator('summary').first().click();
    await expect(part).toHaveAttribute('open', '');
    await expect(part.locator(':scope > :not(summary)').first()).toBeVisible();
  }
}

/** Every question of a form is on the page, with its answers folded away. */
async function readForm(page: Page, { course, letter, items }: Form): Promise<void> {
  await page.goto(`/en/${course.id}/quiz-${letter}/`);
  await expect(page.locator('.quiz-list > li legend:visible')).toHaveCount(items.length);
  await expect(page.getByRole('button')).toHaveCount(0);
  const explained = page.locator('.quiz-list [data-w="explain"]');
  await expect(explained).toHaveCount(items.length);
  await expect(page.locator('.quiz-list [data-w="explain"]:visible')).toHaveCount(0);
  for (const summary of await page.locator('.quiz-list summary').all()) await summary.click();
  await expect(page.locator('.quiz-list [data-w="explain"]:visible')).toHaveCount(items.length);
}

test.describe('a module without script', () => {
  test.skip(
    ({ javaScriptEnabled }) => javaScriptEnabled,
    'With script it is played in module-journey.spec.ts.',
  );

  for (const [number, course] of others().entries()) {
    test(`${course.id} is read: lessons, forms, labs, and the case to an ending`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      for (const lesson of course.lessons) {
        await page.goto(`/en/${course.id}/${lesson.id}/`);
        await expect(page.locator('h1')).toBeVisible();
        await expect(page.locator('#main').getByRole('button')).toHaveCount(0);
        await unfold(page);
      }
      for (const letter of ['a', 'b'] as const) await readForm(page, formOf(course, letter));
      const [worksheets, desks] = [worksheetsOf(course), desksOf(course)];
      for (const lab of worksheets) await readWorksheet(page, lab);
      for (const lab of desks) await readDesk(page, lab);
      expect([...worksheets, ...desks].map(({ address }) => address).sort()).toEqual(
        builtPages(`${course.id}/lab-*`),
      );
      await followCase(page, caseOf(course), ROLES[(number + 1) % ROLES.length] ?? ROLES[0]);
    });
  }
});
