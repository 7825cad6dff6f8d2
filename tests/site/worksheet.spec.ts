import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { keyOf, type Slot } from '../../src/domain/sheet.ts';
import type { SheetShape } from '../../src/machines/lab-worksheet.ts';
import { choose, pressOn, typeAnswer } from './keyboard.ts';
import { others } from './published.ts';
import { answer, sheetOn, worksheetsOf, wrongAnswer, type WorksheetLab } from './worksheet-walk.ts';

// Every worksheet is played in module-journey.spec.ts and read in module-reading.spec.ts. These are ways of the page
// that are the same in all of them: one worksheet proves them.
const labs = others().flatMap(worksheetsOf);
const [lab] = labs;
if (!lab) throw new Error('No published module has a worksheet.');

interface Place {
  readonly lab: WorksheetLab;
  readonly shape: SheetShape;
}
const places: readonly Place[] = labs.flatMap((each) =>
  each.sheets.map((shape) => ({ lab: each, shape })),
);

/** The kinds of field that a sheet asks with. A choice is made from a list where it is asked of cards. */
function fieldsOf({ slots }: SheetShape): string[] {
  const kindOf = ({ kind, id }: Slot): string =>
    kind === 'choice' ? (id.includes('.') ? 'list' : 'radios') : kind;
  return [...new Set(slots.map(kindOf))];
}

/** As few sheets as show every kind of field. */
function sheetsOfEveryKind(): Place[] {
  const chosen: Place[] = [];
  let open = new Set(['radios', 'list', 'several', 'order', 'number', 'text']);
  while (open.size > 0) {
    const worth = ({ shape }: Place): number =>
      fieldsOf(shape).filter((kind) => open.has(kind)).length - shape.slots.length / 100;
    const [best] = [...places].sort((a, b) => worth(b) - worth(a));
    const left = new Set([...open].filter((kind) => best && !fieldsOf(best.shape).includes(kind)));
    if (!best || left.size === open.size)
      throw new Error(`No sheet asks with ${[...open].join(', ')}.`);
    chosen.push(best);
    open = left;
  }
  return chosen;
}

/** Does one sheet without the mouse: checked empty, both hints, wrong, right. */
async function playByKeyboard(page: Page, { lab: { address }, shape }: Place): Promise<void> {
  const [first] = shape.slots;
  if (!first) throw new Error(`${shape.id} asks for nothing.`);
  await page.goto(address);
  const sheet = sheetOn(page, shape.id);
  const told = sheet.getByRole('status');
  const check = sheet.getByRole('button', { name: 'Check', exact: true });
  const said = sheet.locator('.feedback h4');

  await pressOn(page, check, 'Enter');
  await expect(said).toBeFocused();
  await expect(told.filter({ hasText: 'Fill in something first.' })).toBeVisible();

  const hint = sheet.getByRole('button', { name: 'Show me a hint' });
  await pressOn(page, hint, 'Space');
  await expect(told.filter({ hasText: 'Hint:' })).toBeVisible();
  await expect(hint).toBeFocused();
  await page.keyboard.press('Enter');
  // The button is gone with the last hint; the reader stands at what came of it.
  await expect(hint).toHaveCount(0);
  await expect(sheet.locator('.sheet-hints li').nth(1)).toBeFocused();

  await typeAnswer(page, sheet, first, wrongAnswer(first));
  await pressOn(page, check, 'Enter');
  await expect(said).toBeFocused();
  await expect(said).toHaveText('Not correct');
  await expect(told.filter({ hasText: `0 of ${shape.slots.length} answers hold.` })).toBeVisible();

  for (const slot of shape.slots) await typeAnswer(page, sheet, slot, keyOf(slot));
  await pressOn(page, check, 'Space');
  await expect(said).toBeFocused();
  await expect(told.filter({ hasText: 'All answers hold.' })).toBeVisible();
}

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

  test('is done with the keyboard alone, with every kind of field, to its finding', async ({
    page,
  }) => {
    test.slow();
    const chosen = sheetsOfEveryKind();
    for (const place of chosen) await playByKeyboard(page, place);

    const finding = page.locator('[data-enhance="lab-finding"]');
    const check = finding.getByRole('button', { name: 'Check the finding' });
    await pressOn(page, check, 'Enter');
    await expect(finding.getByRole('status')).toHaveText('Choose an entry for every field first.');
    for (const { id, correct } of chosen.at(-1)?.lab.data.finding.fields ?? [])
      await choose(page, finding.locator(`#finding-${id}`), correct);
    await pressOn(page, check, 'Enter');
    await expect(finding.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
    await pressOn(page, finding.getByRole('button', { name: 'Keep in my progress' }), 'Enter');
    await expect(finding.getByRole('status')).toHaveText(/Kept on this device/);
  });

  test('keeps what was typed in an older version beside new work, until the learner throws it away', async ({
    page,
  }) => {
    const place = places.find(({ shape }) => fieldsOf(shape).includes('text'));
    const typed = place?.shape.slots.find(({ kind }) => kind === 'text');
    const other = place?.shape.slots.find(({ kind }) => kind === 'choice' || kind === 'several');
    if (!place || !typed || !other) throw new Error('No sheet asks for typed text and a choice.');
    const sheet = sheetOn(page, place.shape.id);
    const field = sheet.locator(`[data-slot="${typed.id}"] input`);
    const older = page.locator('[data-older]');
    const changed = page.getByText('This lab has changed since you were here.');

    await page.goto(place.lab.address);
    await field.fill('what I read in the third line');
    await answer(sheet, other, keyOf(other));
    await page.route(`**${place.lab.address}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/"stamp":"[0-9a-f]{8}"/, '"stamp":"00000000"');
      await route.fulfill({ response, body });
    });
    await page.reload();
    await expect(changed).toBeVisible();
    await expect(field).toHaveValue('');
    await field.fill('new work');
    await sheet.getByRole('button', { name: 'Check', exact: true }).click();

    await page.reload();
    await expect(field).toHaveValue('new work');
    await expect(changed).toHaveCount(0);
    await older.getByText('What you had written and chosen in the older version').click();
    await expect(older.getByText('what I read in the third line')).toBeVisible();
    const saving = page.waitForEvent('download');
    await older.getByRole('button', { name: 'Save as text file' }).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text).toMatch(/^TRAINING\./);
    const label = await sheet.locator(`label[for="${place.shape.id}.${typed.id}"]`).textContent();
    expect(text).toContain(`${label ?? ''}: what I read in the third line`);
    // A choice stands there in the words of the page, not as a key.
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    expect(text).not.toContain(String(keyOf(other)));

    const drop = older.getByRole('button', { name: 'Throw it away' });
    await drop.click();
    await older.getByRole('button', { name: 'Leave it here' }).click();
    await expect(drop).toBeFocused();
    await drop.click();
    await older.locator('.notice').getByRole('button', { name: 'Throw it away' }).click();
    await expect(older.getByText('What you had written and chosen was thrown away.')).toBeFocused();
    await page.reload();
    await expect(field).toHaveValue('new work');
    await expect(older).not.toContainText(/\S/);
  });
});
