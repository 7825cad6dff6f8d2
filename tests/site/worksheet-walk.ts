import { expect, type Locator, type Page } from '@playwright/test';
import { tellPair, type Course } from '../../src/content/catalogue.ts';
import type { Finding } from '../../src/content/schemas/labs/finding.ts';
import { WorksheetData } from '../../src/content/schemas/labs/worksheet.ts';
import { sheetShapes } from '../../src/content/worksheet.ts';
import { judgeSlot, keyOf, type Answer, type Slot } from '../../src/domain/sheet.ts';
import type { SheetShape } from '../../src/machines/lab-worksheet.ts';

/** A worksheet lab as it stands in `courses/`. */
export interface WorksheetLab {
  readonly course: Course;
  readonly id: string;
  readonly address: string;
  readonly data: WorksheetData;
  readonly sheets: readonly SheetShape[];
}

/** The worksheet labs of a published course. */
export function worksheetsOf(course: Course): WorksheetLab[] {
  return course.files.labs.flatMap((pair): WorksheetLab[] => {
    const { spine } = tellPair(pair, 'en');
    const read = WorksheetData.safeParse(spine.data);
    if (!read.success) return [];
    return [
      {
        course,
        id: spine.id,
        address: `/en/${course.id}/lab-${spine.id}/`,
        data: read.data,
        sheets: sheetShapes(read.data),
      },
    ];
  });
}

/** An answer that does not hold, of a kind that a learner could give. */
export function wrongAnswer(slot: Slot): Answer {
  const candidates: Answer[] =
    slot.kind === 'number'
      ? ['987654']
      : slot.kind === 'text'
        ? [slot.as === 'utc' ? '2001-02-03 04:05:06Z' : 'no-such-thing']
        : slot.kind === 'choice'
          ? [...slot.options]
          : slot.kind === 'order'
            ? [[...slot.options], [...slot.options].reverse()]
            : [...slot.options.map((option) => [option]), [...slot.options]];
  const wrong = candidates.find((answer) => judgeSlot(slot, answer) === 'wrong');
  if (wrong === undefined) throw new Error(`Every answer to ${slot.id} holds.`);
  return wrong;
}

/** The sheet's interactive part. */
export function sheetOn(page: Page, sheet: string): Locator {
  return page.locator(`[data-sheet="${sheet}"] [data-enhanced]`);
}

/** Puts an answer in with the fields that the page offers. */
export async function answer(sheet: Locator, slot: Slot, wanted: Answer): Promise<void> {
  const place = sheet.locator(`[data-slot="${slot.id}"]`);
  if (slot.kind === 'order') {
    await moveInto(place, wanted as readonly string[]);
  } else if (slot.kind === 'several') {
    for (const option of slot.options)
      await place.locator(`input[value="${option}"]`).setChecked(wanted.includes(option));
  } else if (slot.kind === 'choice') {
    const list = place.locator('select');
    // What a choice is made with is known when the island is there.
    await place.waitFor();
    if ((await list.count()) > 0) await list.selectOption(String(wanted));
    else await place.locator(`input[value="${String(wanted)}"]`).check();
  } else {
    await place.locator('input').fill(String(wanted));
  }
}

async function moveInto(place: Locator, wanted: readonly string[]): Promise<void> {
  const shown = (): Promise<string[]> =>
    place
      .locator('[data-step]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-step') ?? ''));
  const up = (step: string): Locator => place.locator(`[data-step="${step}"] button`).first();
  await place.locator('[data-step]').first().waitFor();
  const first = wanted[0] ?? '';
  const last = (await shown()).at(-1) ?? '';
  // An order counts as an answer once a step was moved.
  if ((await shown()).join() === wanted.join()) {
    await up(last).click();
  }
  for (const [index, step] of wanted.entries()) {
    for (let at = (await shown()).indexOf(step); at > index; at -= 1) await up(step).click();
  }
  expect((await shown())[0]).toBe(first);
}

/** Puts every answer of the key in. */
async function answerRightly(page: Page, { id, slots }: SheetShape): Promise<void> {
  for (const slot of slots) await answer(sheetOn(page, id), slot, keyOf(slot));
}

/** Plays one sheet: checked empty, answered wrongly, both hints, answered rightly. */
export async function playSheet(page: Page, shape: SheetShape): Promise<void> {
  const sheet = sheetOn(page, shape.id);
  const [first] = shape.slots;
  if (!first) throw new Error(`${shape.id} asks for nothing.`);
  const said = sheet.locator(`[data-slot="${first.id}"]`);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.getByText('Fill in something first.')).toBeVisible();

  await answer(sheet, first, wrongAnswer(first));
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(said).toHaveAttribute('data-verdict', 'wrong');
  await expect(sheet.locator('.feedback h4')).toBeFocused();
  await expect(said.locator('.lab-reason > span').first()).toHaveText(/\S/);

  await sheet.getByRole('button', { name: 'Show me a hint' }).click();
  await expect(sheet.getByText('Hint:')).toHaveCount(1);
  await sheet.getByRole('button', { name: 'Show me a hint' }).click();
  await expect(sheet.getByText('Hint:')).toHaveCount(2);

  await answerRightly(page, shape);
  await sheet.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(sheet.locator('.feedback[data-state="correct"]')).toBeVisible();
  await expect(sheet.locator('[data-verdict="right"]')).toHaveCount(shape.slots.length);
}

/** Plays a worksheet from a followed example over wrong answers and hints to a kept finding, and finds it again as it was left. */
export async function playWorksheet(page: Page, lab: WorksheetLab): Promise<void> {
  await page.goto(lab.address);
  await page.getByRole('button', { name: 'I have followed the example' }).click();
  await expect(page.getByText('Example followed.')).toBeVisible();

  for (const shape of lab.sheets) await playSheet(page, shape);

  await writeFinding(page, lab.data.finding);

  await page.reload();
  for (const { id } of lab.sheets)
    await expect(sheetOn(page, id).locator('.feedback[data-state="correct"]')).toBeVisible();
  await expect(rightFinding(page)).toBeVisible();
}

function findingOn(page: Page): Locator {
  return page.locator('[data-enhance="lab-finding"]');
}

/** The heading that says that the finding of this page holds. */
export function rightFinding(page: Page): Locator {
  return findingOn(page).getByRole('heading', { name: 'Correct', exact: true });
}

/** Writes the finding at the end of a lab: wrongly, then as it holds, and keeps it. */
export async function writeFinding(page: Page, { fields }: Finding): Promise<void> {
  const finding = findingOn(page);
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
  await expect(rightFinding(page)).toBeFocused();
  await finding.getByRole('button', { name: 'Keep in my progress' }).click();
  await expect(finding.getByText('Kept on this device.')).toBeVisible();
}

/** Without script: a paper form with its answers folded away. */
export async function readWorksheet(page: Page, lab: WorksheetLab): Promise<void> {
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
}
