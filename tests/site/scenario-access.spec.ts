import { expect, test, type Page } from '@playwright/test';
import { findingsInBoth } from '../a11y/axe.ts';
import { lineOf } from '../../src/domain/scenario.ts';
import { model } from './published.ts';
import { caseOf, choices, decide, onward, openCase } from './scenario-walk.ts';

const each = caseOf(model());
const { course, spine } = each;

/** Goes from the choice of a role to the review and calls `look` on every kind of page of the case once. */
async function visitPages(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await look('choice of a role');
  await choices(page).first().click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await look('pause');
  await onward(page).click();
  const seen = new Set<string>();
  const once = async (name: string): Promise<void> => {
    if (!seen.has(name)) await look(name);
    seen.add(name);
  };
  for (const [index, node] of lineOf(spine, spine.roles[0] ?? 'investigator').entries()) {
    const options = Object.keys(spine.nodes[node]?.options ?? {});
    const option = options[index % options.length] ?? '';
    if (index > 0) await once('decision');
    if (spine.nodes[node]?.reason) {
      await page.locator(`.case button[data-option="${option}"]`).click();
      await onward(page).click();
      await once('empty reason');
      await page.locator('#case-reason').fill('Because of the record.');
      await onward(page).click();
    } else {
      await decide(page, each, { node, option });
    }
    await once('consequence');
    await onward(page).click();
  }
  await look('ending');
  await onward(page).click();
  await page.getByRole('button', { name: /^See all/ }).click();
  await look('review');
}

test.describe('access to a case', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'axe and the island need script.');

  test('axe finds nothing on any page of a case, light and dark', async ({ page }) => {
    test.slow();
    await openCase(page, each);
    await visitPages(page, async (name) => {
      expect(await findingsInBoth(page), name).toEqual([]);
    });
  });

  for (const lang of ['en', 'ar'] as const) {
    test(`nothing runs out of a window of 320 pixels, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`${lang}/${course.id}/case/`);
      await expect(page.locator('[data-enhance="scenario"]')).toHaveAttribute('data-ready', '');
      const look = async (name: string): Promise<void> => {
        const widths = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(widths[0], name).toBe(widths[1]);
        const small = await page
          .locator('.case :is(button, summary):visible')
          .evaluateAll((targets) =>
            targets
              .filter((target) => target.getBoundingClientRect().height < 44)
              .map((target) => target.textContent),
          );
        expect(small, name).toEqual([]);
      };
      await look('choice of a role');
      await choices(page).first().click();
      await look('decision');
    });
  }

  test('says so where nothing can be stored, and goes on', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await openCase(page, each);
    await choices(page).first().click();
    await expect(page.locator('.recordtrouble')).toContainText(
      'This window keeps nothing. Save your progress to a file before you close it.',
    );
    await choices(page).first().click();
    await expect(onward(page)).toBeVisible();
  });

  test('the linked parts come back when the island does not arrive', async ({ page }) => {
    let giveUp = (): void => undefined;
    const looked = new Promise<void>((resolve) => (giveUp = resolve));
    // It is asked for a second time, with a query.
    await page.route(/\/Scenario\.[^/]*\.js/, async (route) => {
      await looked;
      await route.abort();
    });
    await page.goto(`en/${course.id}/case/`);
    await expect(page.locator('#t1')).toBeHidden();
    giveUp();
    await page.locator('.scenario').evaluate((wrapper) => wrapper.scrollIntoView());
    await expect(page.locator('#t1')).toBeVisible({ timeout: 15_000 });
    await expect(page.locator('#roles a').first()).toBeVisible();
  });
});
