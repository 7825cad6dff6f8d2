import { expect, test } from '@playwright/test';
import { keyOf } from '../../src/domain/sheet.ts';
import { others } from './published.ts';
import { answer, sheetOn, worksheetsOf, wrongAnswer } from './worksheet-walk.ts';

// Every worksheet is played in module-journey.spec.ts and read in module-reading.spec.ts. These are ways of the page
// that are the same in all of them: one worksheet proves them.
const [lab] = others().flatMap(worksheetsOf);
if (!lab) throw new Error('No published module has a worksheet.');

test.describe('a worksheet with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  test('gives its answers when asked, and starts again empty', async ({ page }) => {
    const shape = lab.sheets.at(-1);
    const first = shape?.slots[0];
    if (!shape || !first) throw new Error(`${lab.id} asks for nothing.`);
    await page.goto(lab.address);
    const sheet = sheetOn(page, shape.id);
    await answer(sheet, first, wrongAnswer(first));
    await sheet.getByRole('button', { name: 'Check', exact: true }).click();
    await sheet.getByRole('button', { name: 'Show the answers' }).click();
    await expect(sheet.getByText('The answer:')).toHaveCount(shape.slots.length);
    await sheet.getByRole('button', { name: 'Start this sheet again' }).click();
    await expect(sheet.getByText('The answer:')).toHaveCount(0);
    await expect(sheet.locator('[data-verdict]')).toHaveCount(0);
  });

  test('puts half-finished work of an older version aside and says so', async ({ page }) => {
    const shape = lab.sheets[0];
    const first = shape?.slots[0];
    if (!shape || !first) throw new Error(`${lab.id} asks for nothing.`);
    await page.goto(lab.address);
    await answer(sheetOn(page, shape.id), first, keyOf(first));
    await sheetOn(page, shape.id).getByRole('button', { name: 'Check', exact: true }).click();
    await expect(sheetOn(page, shape.id).locator('[data-verdict]').first()).toBeVisible();
    await page.route(`**${lab.address}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/"stamp":"[0-9a-f]{8}"/, '"stamp":"00000000"');
      await route.fulfill({ response, body });
    });
    await page.reload();
    await expect(page.getByText('This lab has changed since you were here.')).toBeVisible();
    await expect(sheetOn(page, shape.id).locator('[data-verdict]')).toHaveCount(0);
  });
});
