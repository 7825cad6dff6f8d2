import { expect, test } from '@playwright/test';
import { keyOf } from '../../src/domain/sheet.ts';
import {
  answer,
  builtLabs,
  playSheet,
  sheetOn,
  worksheets,
  wrongAnswer,
} from './worksheet-walk.ts';

const labs = worksheets();

test('every worksheet of the built site is walked', () => {
  expect(labs.map(({ address }) => address).sort()).toEqual(builtLabs('lab worksheet'));
});

for (const lab of labs) {
  test.describe(`${lab.course.id}, ${lab.id}, with script`, () => {
    test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

    test('is played from a wrong answer to a kept finding, and found again as it was left', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.goto(lab.address);
      await page.getByRole('button', { name: 'I have followed the example' }).click();
      await expect(page.getByText('Example followed.')).toBeVisible();

      for (const shape of lab.sheets) await playSheet(page, shape);

      const finding = page.locator('[data-enhance="lab-finding"]');
      const { fields } = lab.data.finding;
      for (const { id, correct, defensible, options } of fields) {
        const wrong = options.find((key) => key !== correct && !defensible.includes(key));
        await finding.locator(`#finding-${id}`).selectOption(wrong ?? correct);
      }
      await finding.getByRole('button', { name: 'Check the finding' }).click();
      await expect(finding.getByRole('heading', { name: 'Not correct' })).toBeFocused();
      await expect(finding.getByRole('button', { name: 'Keep in my progress' })).toHaveCount(0);
      for (const { id, correct } of fields)
        await finding.locator(`#finding-${id}`).selectOption(correct);
      await finding.getByRole('button', { name: 'Check the finding' }).click();
      await expect(finding.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
      await finding.getByRole('button', { name: 'Keep in my progress' }).click();
      await expect(finding.getByText('Kept on this device.')).toBeVisible();

      await page.reload();
      for (const shape of lab.sheets)
        await expect(
          sheetOn(page, shape.id).locator('.feedback[data-state="correct"]'),
        ).toBeVisible();
      await expect(finding.getByRole('heading', { name: 'Correct', exact: true })).toBeVisible();
    });

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

  test.describe(`${lab.course.id}, ${lab.id}, without script`, () => {
    test.skip(({ javaScriptEnabled }) => javaScriptEnabled);

    test('is a paper form with its answers folded away', async ({ page }) => {
      await page.goto(lab.address);
      await expect(page.locator('#main').getByRole('button')).toHaveCount(0);
      await expect(page.locator('#main').locator('select, input')).toHaveCount(0);
      for (const shape of lab.sheets) {
        const sheet = page.locator(`[data-sheet="${shape.id}"]`);
        const key = sheet.locator('[data-w^="key."]');
        await expect(key).toHaveCount(shape.slots.length);
        await expect(key.first()).toBeHidden();
        await sheet.getByText('Answers', { exact: true }).click();
        await expect(key.first()).toBeVisible();
      }
    });
  });
}
