import { expect, type Locator, type Page } from '@playwright/test';
import { tellPair, type Course } from '../../src/content/catalogue.ts';
import { deskShape, draftOf, gradingOf } from '../../src/content/desk.ts';
import { DeskData, DeskWords } from '../../src/content/schemas/labs/desk.ts';
import type { Finding } from '../../src/content/schemas/labs/finding.ts';
import { sheetShapes } from '../../src/content/worksheet.ts';
import { lint } from '../../src/labs/desk/lint.ts';
import { referenceOf, replyTo } from '../../src/labs/desk/reply.ts';
import {
  fieldsOf,
  openPages,
  type DeskField,
  type DeskShape,
  type Draft,
  type Entry,
} from '../../src/labs/desk/shape.ts';
import type { SheetShape } from '../../src/machines/lab-worksheet.ts';
import { playSheet, rightFinding, sheetOn, writeFinding } from './worksheet-walk.ts';

/** A drafting desk as it stands in `courses/`. */
export interface DeskLab {
  readonly id: string;
  readonly address: string;
  readonly data: DeskData;
  readonly words: DeskWords;
  readonly shape: DeskShape;
  /** The worked form, which answers everything. */
  readonly example: Draft;
  /** The sheets on which finished forms are graded. */
  readonly graded: readonly SheetShape[];
  readonly finding: Finding;
}

/** The drafting desks of a published course. */
export function desksOf(course: Course): DeskLab[] {
  return course.files.labs.flatMap((pair): DeskLab[] => {
    const { spine, words: told } = tellPair(pair, 'en');
    const data = DeskData.safeParse(spine.data);
    if (!data.success) return [];
    const words = DeskWords.parse(told.words);
    const { sheets, exhibits } = gradingOf(data.data, words);
    const empty = { exhibits: [], sheets: [] };
    return [
      {
        id: spine.id,
        address: `/en/${course.id}/lab-${spine.id}/`,
        data: data.data,
        words,
        shape: deskShape(data.data),
        example: draftOf(data.data.example, words.example),
        finding: data.data.finding,
        graded: sheetShapes({
          steps: {
            example: empty,
            'half-done': { exhibits: [...exhibits], sheets: [...sheets] },
            own: empty,
          },
        }),
      },
    ];
  });
}

/** The interactive part of a desk. */
export function deskOn(page: Page): Locator {
  return page.locator('.desk-place [data-enhanced]');
}

/** The button that leads to one page of the form. */
export function step(page: Page, number: number): Locator {
  return deskOn(page).locator('.desk-steps button').nth(number);
}

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

/** Fills in the form page by page. */
async function fillIn(page: Page, shape: DeskShape, draft: Draft): Promise<void> {
  for (const [number, { fields }] of openPages(shape, draft).entries()) {
    await step(page, number).click();
    for (const field of fields) {
      const entry = draft[field.id];
      if (entry) await enter(deskOn(page), field, entry);
    }
  }
}

/** Points that a draft loses. */
function lostPoints(shape: DeskShape, draft: Draft): number {
  const rules = lint(shape, draft).map(({ rule }) => rule);
  return shape.points.filter(({ lostBy }) => lostBy.some((id) => rules.includes(id))).length;
}

/** Plays a desk: forms graded, own form stopped, mended, answered and kept, the finding written, all of it found again. */
export async function playDesk(page: Page, lab: DeskLab): Promise<void> {
  const { address, words, shape, example, graded, finding } = lab;
  const desk = deskOn(page);
  await page.goto(address);
  await page.getByRole('button', { name: 'I have followed the example' }).click();
  for (const sheet of graded) await playSheet(page, sheet);

  const last = openPages(shape, {}).length - 1;
  await step(page, last).click();
  await desk.getByRole('button', { name: 'Send to the practice desk' }).click();
  const blocked = lint(shape, {}).filter(({ kind }) => kind === 'blocks').length;
  expect(blocked).toBeGreaterThan(0);
  await expect(desk.locator('.feedback h4')).toContainText(`${blocked} entr`);
  await expect(desk.locator('.feedback h4')).toBeFocused();
  await expect(desk.locator('.desk-points li[data-held]')).toHaveCount(
    shape.points.length - lostPoints(shape, {}),
  );

  await fillIn(page, shape, example);
  await expect(desk.locator('.desk-points li[data-held]')).toHaveCount(shape.points.length);
  await desk.getByRole('button', { name: 'Send to the practice desk' }).click();
  const reply = replyTo(shape, example, lint(shape, example));
  const said = desk.locator('.feedback');
  await expect(said).toContainText(words.replies[reply.id]?.title ?? '-');
  await expect(said).not.toContainText('{reference}');
  if (words.replies[reply.id]?.text.includes('{reference}'))
    await expect(said).toContainText(referenceOf(example));

  await desk.getByText('The form as text').click();
  const text = (await desk.locator('.desk-text').textContent()) ?? '';
  expect(text.startsWith(words.mark)).toBe(true);
  expect(text.trimEnd().endsWith(words.mark)).toBe(true);
  const saved = page.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save as text file' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^TRAINING-.*\.txt$/);
  await desk.getByRole('button', { name: 'Keep in my progress' }).click();
  await expect(desk.getByText('Kept on this device.')).toBeVisible();

  await writeFinding(page, finding);

  await page.reload();
  await expect(rightFinding(page)).toBeVisible();
  await expect(desk.locator('.feedback')).toContainText(words.replies[reply.id]?.title ?? '-');
  for (const { id } of graded)
    await expect(sheetOn(page, id).locator('.feedback[data-state="correct"]')).toBeVisible();
}

/** Without script: a paper form with the case card, the worked form, the points and the mark. */
export async function readDesk(
  page: Page,
  { address, words, shape, finding }: DeskLab,
): Promise<void> {
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
  const note = page.locator('[data-enhance="lab-finding"]');
  const limit = finding.fields.find(({ id }) => id === finding.limit)?.correct ?? '';
  const held = note.locator(`[data-field="${finding.limit}"] [data-option="${limit}"]`);
  await note.getByText('Answers', { exact: true }).click();
  await expect(held).toContainText('Holds.');
}
