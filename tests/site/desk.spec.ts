import { expect, test, type Locator, type Page } from '@playwright/test';
import { optionLabel } from '../../src/content/desk.ts';
import { lint, pointsHeld } from '../../src/labs/desk/lint.ts';
import { replyTo } from '../../src/labs/desk/reply.ts';
import { fieldsOf, openPages, type DeskField, type Entry } from '../../src/labs/desk/shape.ts';
import { deskOn, desksOf, step, type DeskLab } from './desk-walk.ts';
import { others } from './published.ts';
import { settled } from './settled.ts';
import { rightFinding } from './worksheet-walk.ts';

// Every desk is played in module-journey.spec.ts and read in module-reading.spec.ts. What pasted words meet, and that
// no mouse is needed, is the same in all of them: one desk proves it.
const desks = others().flatMap(desksOf);
const [found] = desks.flatMap(({ address, shape }) => {
  const free = fieldsOf({ pages: openPages(shape, {}) }).find(({ kind }) => kind === 'free');
  return free ? [{ address, shape, free }] : [];
});
/** The desk with the most fields that may be not known: it has a field of every kind, and a branch. */
const largest = [...desks].sort((one, other) => unknowns(other).length - unknowns(one).length)[0];

function unknowns({ shape }: DeskLab): DeskField[] {
  return fieldsOf(shape).filter(({ notKnown }) => notKnown);
}

/** Goes on with Tab, or back, until the place has the focus. */
async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Sixty presses of ${key} do not lead there.`);
}

/** Chooses in a list with the arrow keys, from the top. */
async function arrowTo(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await list.inputValue()) === option) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not lead to ${option}.`);
}

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

  test('a form is stopped, written, sent and noted in the file by keyboard alone', async ({
    page,
  }) => {
    test.slow();
    if (!largest) throw new Error('No published module has a desk.');
    const { address, shape, example, words, data, finding } = largest;
    const desk = deskOn(page);
    const [child] = shape.rules.flatMap((rule) => (rule.test === 'names' ? rule.any : []));
    if (!child) throw new Error('This desk looks for no name.');
    const label = (field: string): string => words.fields[field]?.label ?? '-';
    const button = (name: string): Locator => desk.getByRole('button', { name, exact: true });
    const title = (id: string): Locator =>
      desk.getByRole('heading', { level: 4, name: words.pages[id]?.title ?? '-', exact: true });
    const put = async (field: DeskField, entry: Entry): Promise<void> => {
      if (entry.notKnown !== undefined) {
        const place = desk.locator(`[data-field="${field.id}"]`);
        await tabTo(page, place.getByRole('checkbox', { name: 'Not known' }));
        await page.keyboard.press('Space');
        const steps = place.getByRole('textbox', { name: 'Steps taken to find out' });
        await tabTo(page, steps);
        await page.keyboard.insertText(`${entry.notKnown} Asked the school of ${child}.`);
        await expect(steps).toHaveAccessibleDescription(
          'Costs a point: The steps taken name a child. Write them without the name.',
        );
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.insertText(entry.notKnown);
        await expect(steps).toHaveAccessibleDescription('');
      } else if (field.kind === 'pick') {
        const list = desk.getByRole('combobox', { name: label(field.id), exact: true });
        await arrowTo(page, list, entry.picked?.[0] ?? '');
      } else if (field.kind === 'several') {
        const group = desk.getByRole('group', { name: label(field.id), exact: true });
        for (const option of entry.picked ?? []) {
          const name = optionLabel(data, words, option).replaceAll('`', '');
          await tabTo(page, group.getByRole('checkbox', { name, exact: true }));
          await page.keyboard.press('Space');
        }
      } else {
        await tabTo(page, desk.getByRole('textbox', { name: label(field.id), exact: true }));
        await page.keyboard.insertText(entry.text ?? '');
      }
    };

    await page.goto(address);
    await settled(page);
    await desk.scrollIntoViewIfNeeded();
    const status = desk.getByRole('complementary', { name: 'Points' }).getByRole('status');
    await expect(status).toContainText(`${String(pointsHeld(shape, lint(shape, {})).length)} of`);
    // Nothing has the focus yet: the walk begins at the first button of the form.
    await step(page, 0).focus();

    // An empty form is stopped. The focus goes to what stops it, and from there to the field.
    const last = openPages(shape, {}).length - 1;
    await tabTo(page, step(page, last));
    await page.keyboard.press('Enter');
    await expect(title(openPages(shape, {})[last]?.id ?? '')).toBeFocused();
    await tabTo(page, button('Send to the practice desk'));
    await page.keyboard.press('Enter');
    const blocks = lint(shape, {}).filter(({ kind }) => kind === 'blocks');
    const stops = desk.getByRole('heading', { name: `${String(blocks.length)} entries stop the` });
    await expect(stops).toBeFocused();
    await expect(status).toContainText(`${String(blocks.length)} entries stop the form.`);
    const [first] = blocks;
    await tabTo(page, button(label(first?.field ?? '')));
    await page.keyboard.press('Enter');
    const holding = shape.pages.find(({ fields }) => fields.some(({ id }) => id === first?.field));
    await expect(title(holding?.id ?? '')).toBeFocused();
    // What the desk says of a field is read with the field.
    await expect(
      desk.getByRole('combobox', { name: label(first?.field ?? ''), exact: true }),
    ).toHaveAccessibleDescription(/^Stops the form: /);

    // Page by page, with the fields' own names; each page is named when it opens.
    await tabTo(page, step(page, 0), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const open = openPages(shape, example);
    for (const [number, { id, fields }] of open.entries()) {
      if (number > 0) {
        await goTo('Next page');
        await expect(title(id)).toBeFocused();
      }
      for (const field of fields) {
        const entry = example[field.id];
        if (entry) await put(field, entry);
      }
    }
    const total = String(shape.points.length);
    await expect(status).toHaveText(`${total} of ${total} points. Nothing stops the form.`);
    await tabTo(page, button('Send to the practice desk'));
    await page.keyboard.press('Enter');
    await expect(desk.getByRole('heading', { name: 'Reply of the practice desk' })).toBeFocused();
    const reply = replyTo(shape, example, lint(shape, example));
    await expect(desk.locator('.feedback')).toContainText(words.replies[reply.id]?.title ?? '-');

    // The note for the file: refused while a list is empty, then checked, and kept.
    const note = page.locator('[data-enhance="lab-finding"]');
    await tabTo(page, note.getByRole('button', { name: 'Check the finding' }));
    await page.keyboard.press('Enter');
    await expect(note.getByRole('status')).toHaveText('Choose an entry for every field first.');
    const top = words.finding.fields[finding.fields[0]?.id ?? '']?.label ?? '-';
    await tabTo(page, note.getByRole('combobox', { name: top, exact: true }), 'Shift+Tab');
    for (const { id, correct } of finding.fields) {
      const name = words.finding.fields[id]?.label ?? '-';
      await arrowTo(page, note.getByRole('combobox', { name, exact: true }), correct);
    }
    await tabTo(page, note.getByRole('button', { name: 'Check the finding' }));
    await page.keyboard.press('Enter');
    await expect(rightFinding(page)).toBeFocused();

    async function goTo(name: string): Promise<void> {
      await tabTo(page, button(name));
      await page.keyboard.press('Enter');
    }
  });
});
