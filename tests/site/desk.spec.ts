import { expect, test, type Locator, type Page } from '@playwright/test';
import { courses, tellPair } from '../../src/content/catalogue.ts';
import { deskShape, draftOf, gradingOf } from '../../src/content/desk.ts';
import { DeskData, DeskWords } from '../../src/content/schemas/labs/desk.ts';
import { sheetShapes } from '../../src/content/worksheet.ts';
import { lint } from '../../src/labs/desk/lint.ts';
import { referenceOf, replyTo } from '../../src/labs/desk/reply.ts';
import {
  fieldsOf,
  openPages,
  type DeskField,
  type Draft,
  type Entry,
} from '../../src/labs/desk/shape.ts';
import { builtLabs, playSheet, sheetOn } from './worksheet-walk.ts';

/** Every desk of every published course. */
const desks = courses().flatMap((course) =>
  course.files.labs.flatMap((pair) => {
    const { spine, words: told } = tellPair(pair, 'en');
    const data = DeskData.safeParse(spine.data);
    if (!data.success) return [];
    const words = DeskWords.parse(told.words);
    const { sheets, exhibits } = gradingOf(data.data, words);
    const empty = { exhibits: [], sheets: [] };
    return [
      {
        address: `/en/${course.id}/lab-${spine.id}/`,
        name: `${course.id}, ${spine.id}`,
        words,
        shape: deskShape(data.data),
        example: draftOf(data.data.example, words.example),
        graded: sheetShapes({
          steps: {
            example: empty,
            'half-done': { exhibits: [...exhibits], sheets: [...sheets] },
            own: empty,
          },
        }),
      },
    ];
  }),
);

test('every desk of the built site is walked', () => {
  expect(desks.map(({ address }) => address).sort()).toEqual(builtLabs('lab desk-page'));
});

/** Puts one entry in with the fields that the page offers. */
async function enter(desk: Locator, field: DeskField, entry: Entry): Promise<void> {
  const place = desk.locator(`[data-field="${field.id}"]`);
  if (entry.notKnown !== undefined) {
    await place.getByRole('checkbox', { name: 'Not known' }).check();
    await place.locator('textarea').fill(entry.notKnown);
  } else if (field.kind === 'free') {
    await place.locator('textarea').fill(entry.text ?? '');
  } else if (field.kind === 'pick') {
    await place.locator('select').selectOption(entry.picked?.[0] ?? '');
  } else {
    for (const option of field.options)
      await place
        .locator(`input[value="${option}"]`)
        .setChecked(entry.picked?.includes(option) ?? false);
  }
}

for (const { address, name, words, shape, example, graded } of desks) {
  test.describe(`${name}, with script`, () => {
    test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

    const desk = (page: Page): Locator => page.locator('.desk-place [data-enhanced]');
    const step = (page: Page, number: number): Locator =>
      desk(page).locator('.desk-steps button').nth(number);

    /** Fills in the form page by page. */
    async function fillIn(page: Page, draft: Draft): Promise<void> {
      for (const [number, { fields }] of openPages(shape, draft).entries()) {
        await step(page, number).click();
        for (const field of fields) {
          const entry = draft[field.id];
          if (entry) await enter(desk(page), field, entry);
        }
      }
    }

    test('is played: forms graded, own form stopped, mended, answered, kept and found again', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.goto(address);
      await page.getByRole('button', { name: 'I have followed the example' }).click();
      for (const sheet of graded) await playSheet(page, sheet);

      const last = openPages(shape, {}).length - 1;
      await step(page, last).click();
      await desk(page).getByRole('button', { name: 'Send to the practice desk' }).click();
      const blocked = lint(shape, {}).filter(({ kind }) => kind === 'blocks').length;
      expect(blocked).toBeGreaterThan(0);
      await expect(desk(page).locator('.feedback h4')).toContainText(`${blocked} entr`);
      await expect(desk(page).locator('.feedback h4')).toBeFocused();
      await expect(desk(page).locator('.desk-points li[data-held]')).toHaveCount(
        shape.points.length - lostPoints({}),
      );

      await fillIn(page, example);
      await expect(desk(page).locator('.desk-points li[data-held]')).toHaveCount(
        shape.points.length,
      );
      await desk(page).getByRole('button', { name: 'Send to the practice desk' }).click();
      const reply = replyTo(shape, example, lint(shape, example));
      const said = desk(page).locator('.feedback');
      await expect(said).toContainText(words.replies[reply.id]?.title ?? '-');
      await expect(said).not.toContainText('{reference}');
      if (words.replies[reply.id]?.text.includes('{reference}'))
        await expect(said).toContainText(referenceOf(example));

      await desk(page).getByText('The form as text').click();
      const text = (await desk(page).locator('.desk-text').textContent()) ?? '';
      expect(text.startsWith(words.mark)).toBe(true);
      expect(text.trimEnd().endsWith(words.mark)).toBe(true);
      const saved = page.waitForEvent('download');
      await desk(page).getByRole('button', { name: 'Save as text file' }).click();
      expect((await saved).suggestedFilename()).toMatch(/^TRAINING-.*\.txt$/);
      await desk(page).getByRole('button', { name: 'Keep in my progress' }).click();
      await expect(desk(page).getByText('Kept on this device.')).toBeVisible();

      await page.reload();
      await expect(desk(page).locator('.feedback')).toContainText(
        words.replies[reply.id]?.title ?? '-',
      );
      for (const { id } of graded)
        await expect(sheetOn(page, id).locator('.feedback[data-state="correct"]')).toBeVisible();
    });

    test('a half-filled form is found again, and what was pasted is read without its marks', async ({
      page,
    }) => {
      await page.goto(address);
      const free = fieldsOf({ pages: openPages(shape, {}) }).find(({ kind }) => kind === 'free');
      if (!free) return;
      const number = openPages(shape, {}).findIndex(({ fields }) => fields.includes(free));
      const place = desk(page).locator(`[data-field="${free.id}"]`);
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

    /** Points that a draft loses. */
    function lostPoints(draft: Draft): number {
      const rules = lint(shape, draft).map(({ rule }) => rule);
      return shape.points.filter(({ lostBy }) => lostBy.some((id) => rules.includes(id))).length;
    }
  });

  test.describe(`${name}, without script`, () => {
    test.skip(({ javaScriptEnabled }) => javaScriptEnabled);

    test('is a paper form with the case card, the worked form, the points and the mark', async ({
      page,
    }) => {
      await page.goto(address);
      await expect(page.locator('#main').locator('button, select, input, textarea')).toHaveCount(0);
      const paper = page.locator('.desk-place [data-static]');
      await expect(paper.locator('.sheet-blank')).toHaveCount(fieldsOf(shape).length);
      await expect(page.getByText(words.mark).first()).toBeVisible();
      for (const { id } of shape.options.filter((option) => option.id in words.card))
        await expect(page.locator('.desk-card')).toContainText(words.card[id]?.label ?? '-');
      const first = shape.rules[0]?.id ?? '';
      await expect(paper.locator(`[data-w="says.${first}"]`)).toBeHidden();
      await paper.getByText('What the desk looks for').click();
      await expect(paper.locator(`[data-w="says.${first}"]`)).toBeVisible();
    });
  });
}
