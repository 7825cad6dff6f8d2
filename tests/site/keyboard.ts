import { expect, type Locator, type Page } from '@playwright/test';
import type { Answer, Slot } from '../../src/domain/sheet.ts';

/** More presses of Tab than any page between two places needs. */
const FAR = 400;

/** Walks with Tab, or with Shift and Tab where it stands before, until the focus is on the target or inside it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const isThere = (): Promise<boolean> =>
    target.evaluate((element) => element.contains(document.activeElement));
  const back = await target.evaluate((element) =>
    Boolean(
      (document.activeElement ?? document.body).compareDocumentPosition(element) &
      Node.DOCUMENT_POSITION_PRECEDING,
    ),
  );
  for (let press = 0; press < FAR; press += 1) {
    if (await isThere()) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never comes to ${String(target)}.`);
}

/** Presses a button without the mouse. */
export async function pressOn(page: Page, button: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press(key);
}

/** Goes down a list until an entry is chosen. */
export async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press('Home');
  const count = await list.locator('option').count();
  for (let press = 0; press < count && (await list.inputValue()) !== option; press += 1)
    await page.keyboard.press('ArrowDown');
  await expect(list).toHaveValue(option);
}

/** Puts an answer in with the keyboard alone. */
export async function typeAnswer(
  page: Page,
  sheet: Locator,
  slot: Slot,
  wanted: Answer,
): Promise<void> {
  const place = sheet.locator(`[data-slot="${slot.id}"]`);
  await place.waitFor();
  if (slot.kind === 'choice') {
    const list = place.locator('select');
    if ((await list.count()) > 0) return choose(page, list, String(wanted));
    await tabTo(page, place.locator('.options'));
    const radio = place.locator(`input[value="${String(wanted)}"]`);
    await page.keyboard.press('Space');
    for (let press = 1; press < slot.options.length && !(await radio.isChecked()); press += 1)
      await page.keyboard.press('ArrowDown');
    await expect(radio).toBeChecked();
  } else if (slot.kind === 'several') {
    for (const option of slot.options) {
      const box = place.locator(`input[value="${option}"]`);
      if ((await box.isChecked()) === wanted.includes(option)) continue;
      await tabTo(page, box);
      await page.keyboard.press('Space');
      await expect(box).toBeChecked({ checked: wanted.includes(option) });
    }
  } else if (slot.kind === 'order') {
    await order(page, place, wanted as readonly string[]);
  } else {
    await tabTo(page, place.locator('input'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String(wanted));
  }
}

/** Moves steps up, and sees each time that the focus goes along and that the place is told. */
async function order(page: Page, place: Locator, wanted: readonly string[]): Promise<void> {
  const shown = (): Promise<string[]> =>
    place
      .locator('[data-step]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-step') ?? ''));
  for (const [index, step] of wanted.entries()) {
    const row = place.locator(`[data-step="${step}"]`);
    const told = place.getByRole('status');
    while ((await shown()).indexOf(step) > index) {
      const before = await told.textContent();
      await pressOn(page, row.locator('button').first(), 'Space');
      await expect(told).not.toHaveText(before ?? '');
      expect(
        await row.evaluate((element) => element.contains(document.activeElement)),
        'the focus goes along with the step',
      ).toBe(true);
    }
  }
  expect(await shown()).toEqual(wanted);
}
