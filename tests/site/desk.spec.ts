import { expect, test } from '@playwright/test';
import { fieldsOf, openPages } from '../../src/labs/desk/shape.ts';
import { deskOn, desksOf, step } from './desk-walk.ts';
import { others } from './published.ts';

// Every desk is played in module-journey.spec.ts and read in module-reading.spec.ts. What pasted words meet is the
// same in all of them: one desk proves it.
const [found] = others()
  .flatMap(desksOf)
  .flatMap(({ address, shape }) => {
    const free = fieldsOf({ pages: openPages(shape, {}) }).find(({ kind }) => kind === 'free');
    return free ? [{ address, shape, free }] : [];
  });

test.describe('a desk with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  test('a half-filled form is found again, and what was pasted is read without its marks', async ({
    page,
  }) => {
    if (!found) throw new Error('No published module has a desk where words are written.');
    const { address, shape, free } = found;
    await page.goto(address);
    const number = openPages(shape, {}).findIndex(({ fields }) => fields.includes(free));
    const place = deskOn(page).locator(`[data-field="${free.id}"]`);
    await step(page, number).click();
    await place.locator('textarea').fill('\u200fSeen at 10.0.0.1.');
    await expect(place.locator('[data-rule="unreserved"][data-kind="blocks"]')).toBeVisible();
    await expect(place.locator('[data-rule="hidden-marks"][data-kind="fine"]')).toBeVisible();
    await place.locator('textarea').fill('Seen at 192.0.2.7.');
    await expect(place.locator('[data-rule="unreserved"]')).toHaveCount(0);
    await expect(place.locator('[data-rule="hidden-marks"]')).toHaveCount(0);
    await page.reload();
    await expect(place.locator('textarea')).toHaveValue('Seen at 192.0.2.7.');
  });
});
