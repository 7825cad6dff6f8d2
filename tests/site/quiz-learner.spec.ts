import { expect, test, type Page } from '@playwright/test';
import { currentItem, type QuizEvent } from '../../src/machines/quiz-machine.ts';
import { everythingStored } from '../stored.ts';
import { model } from './published.ts';
import {
  act,
  after,
  answer,
  expectPage,
  formOf,
  initial,
  live,
  openForm,
  responsesTo,
} from './quiz-walk.ts';

const formB = formOf(model(), 'b');
const formA = formOf(model(), 'a');

/** Presses Tab until the wanted control has the focus; a learner without a mouse has no other way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} was not reached with 60 presses of Tab.`);
}

test.describe('a learner with script', () => {
  test.skip(
    ({ javaScriptEnabled }) => !javaScriptEnabled,
    'The page without script is read in quiz-reading.spec.ts.',
  );

  test('may leave as soon as the result shows, and finds it recorded', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    const session = await context.newCDPSession(page);
    await openForm(page, formA);
    let snapshot = initial(formA);
    const send = async (event: QuizEvent): Promise<void> => {
      await act(page, snapshot, event);
      snapshot = after(snapshot, event);
    };
    await send({ type: 'start' });
    for (const [index, item] of formA.items.entries()) {
      await send({ type: 'answer', response: responsesTo(item).right });
      // The last press stores twelve answers and the result; an old phone takes its time for that.
      if (index === formA.items.length - 1)
        await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await send({ type: 'check' });
    }
    await live(page).getByRole('heading', { name: 'Your result' }).waitFor();
    await page.goto('/leave.html');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const record = await page.evaluate(everythingStored);
    expect(record).toContain(`${formA.course.id}/form/a`);
    for (const item of formA.items) expect(record).toContain(`${formA.course.id}/item/${item.id}"`);
  });

  test('sits form B with the keyboard alone', async ({ page }) => {
    test.setTimeout(120_000);
    await openForm(page, formB);
    const press = async (name: string): Promise<void> => {
      await expect(
        page.locator('[data-enhanced] .actions button', { hasText: name }).first(),
      ).toBeVisible();
      for (let presses = 0; presses < 60; presses += 1) {
        const focused = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
        if (focused === name) return page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
      }
      throw new Error(`The button ${name} was not reached by Tab.`);
    };
    await press('Start');
    for (const [index, item] of formB.items.entries()) {
      // The reader stands at the head of the new question.
      await expect(page.locator('h2:focus')).toHaveText(
        `Question ${index + 1} of ${formB.items.length}`,
      );
      const { right } = responsesTo(item);
      if (right.kind === 'pick' && 'options' in item) {
        if (item.kind === 'one') {
          await tabTo(page, '[data-enhanced] input[type=radio]');
          await page.keyboard.press('Space');
          for (let move = item.options.indexOf(right.picked[0] ?? ''); move > 0; move -= 1)
            await page.keyboard.press('ArrowDown');
        } else {
          for (const option of item.options.filter((key) => right.picked.includes(key))) {
            await tabTo(page, `[data-enhanced] input[value="${option}"]`);
            await page.keyboard.press('Space');
          }
        }
      } else if (right.kind === 'numeric') {
        await tabTo(page, '[data-enhanced] input[type=text]');
        await page.keyboard.type(right.typed);
      } else if (right.kind === 'match' && item.kind === 'match') {
        for (const [row, key] of item.options.entries()) {
          await tabTo(page, `[data-enhanced] .pair:nth-child(${row + 1}) select`);
          for (let move = item.targets.indexOf(right.pairs[key] ?? '') + 1; move > 0; move -= 1)
            await page.keyboard.press('ArrowDown');
        }
      } else if (right.kind === 'order') {
        for (const [target, step] of right.steps.entries()) {
          const row = page.locator(`[data-enhanced] [data-step="${step}"]`);
          for (;;) {
            const place = await row.evaluate((element) =>
              [...(element.parentElement?.children ?? [])].indexOf(element),
            );
            if (place <= target) break;
            // The focus travels with the row: only the first press has to look for the button.
            if (
              !(await row
                .locator('button')
                .first()
                .evaluate((button) => button === document.activeElement))
            ) {
              await page.locator('[data-enhanced] h2').focus();
              await tabTo(page, `[data-step="${step}"] .move:first-child`);
            }
            await page.keyboard.press('Enter');
            await expect(page.locator('.step-status')).toContainText(
              `is now step ${place} of ${right.steps.length}.`,
            );
            await expect(row.locator(':focus')).toHaveCount(1);
          }
        }
      }
      await press(item.kind === 'order' ? 'Check my order' : 'Check my answer');
      await expect(page.locator('.feedback h3:focus')).toHaveText('Correct');
      await press(index + 1 === formB.items.length ? 'See my result' : 'Next question');
    }
    await expect(page.locator('h2:focus')).toHaveText('Your result');
    await expect(page.locator('.quiz-result')).toContainText('Passed.');
  });

  test('leaves in the middle and goes on after a reload, with what stood in the fields', async ({
    page,
  }) => {
    await openForm(page, formB);
    let now = initial(formB);
    const [first, second] = formB.items.map(responsesTo);
    for (const event of [
      { type: 'start' },
      { type: 'answer', response: first!.wrong },
      { type: 'check' },
      { type: 'next' },
      { type: 'answer', response: second!.right },
    ] as const) {
      await act(page, now, event);
      now = after(now, event);
    }
    await expect.poll(() => page.evaluate(everythingStored)).toContain(`"at":1`);
    await expect
      .poll(async () =>
        (await page.evaluate(everythingStored)).includes(
          second!.right.kind === 'pick' ? second!.right.picked.join('[,]') : '',
        ),
      )
      .toBe(true);

    await page.reload();
    await live(page).getByRole('button', { name: 'Continue with question 2' }).click();
    await expectPage(page, now);
    await act(page, now, { type: 'check' });
    now = after(now, { type: 'check' });
    await expectPage(page, now);
    await expect(live(page).locator('.feedback h3')).toHaveText('Correct');
  });

  test('is recorded with the first answer only, as keys, and with the result of the sitting', async ({
    page,
  }) => {
    await openForm(page, formB);
    let now = initial(formB);
    for (const event of [
      { type: 'start' },
      { type: 'answer', response: responsesTo(formB.items[0]!).wrong },
      { type: 'check' },
      { type: 'retry' },
      { type: 'answer', response: responsesTo(formB.items[0]!).right },
      { type: 'check' },
      { type: 'next' },
    ] as const) {
      await act(page, now, event);
      now = after(now, event);
    }
    while (!now.matches('overview')) {
      await act(page, now, { type: 'skip' });
      now = after(now, { type: 'skip' });
    }
    await act(page, now, { type: 'finish' });
    await expect(page.locator('.quiz-result')).toContainText('Not passed yet.');
    await expect(page.locator('.quiz-result')).toContainText(
      `0 of ${formB.items.length} fully correct.`,
    );
    await expect(page.locator('.quiz-result')).toContainText(
      `${formB.items.length - 1} questions stayed open.`,
    );
    await expect.poll(() => page.evaluate(everythingStored)).toContain('verbs/failed');
    const text = await page.evaluate(everythingStored);
    expect(
      text.match(new RegExp(`${formB.course.id}/item/${formB.items[0]!.id}"`, 'g')),
    ).toHaveLength(1);
    // The red lines are named.
    await expect(page.locator('[data-knot="fault"]')).toHaveCount(
      formB.items.filter((item) => item.safety).length,
    );
  });

  test('is told when the saved place is damaged, and starts afresh', async ({ page }) => {
    await openForm(page, formA);
    await act(page, initial(formA), { type: 'start' });
    await expect.poll(() => page.evaluate(everythingStored)).toContain('"state":"answering"');
    await page.evaluate(async (key) => {
      const wait = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('refused'));
        });
      for (const { name } of await indexedDB.databases()) {
        const base = await wait(indexedDB.open(name ?? ''));
        for (const store of base.objectStoreNames) {
          const cursorRequest = base
            .transaction(store, 'readwrite')
            .objectStore(store)
            .openCursor();
          await new Promise<void>((done) => {
            cursorRequest.onsuccess = () => {
              const cursor = cursorRequest.result;
              if (!cursor) {
                done();
                return;
              }
              if (JSON.stringify([cursor.key, cursor.value]).includes(key)) {
                cursor.update(
                  JSON.parse(JSON.stringify(cursor.value).replace('"shape":1', '"shape":99')),
                );
              }
              cursor.continue();
            };
          });
        }
        base.close();
      }
    }, 'quiz-a');
    await page.reload();
    await expect(live(page).getByRole('status')).toContainText(
      'the answers of the unfinished form are gone',
    );
    await live(page).getByRole('button', { name: 'Start', exact: true }).click();
    await expect(live(page).locator('h2')).toHaveText('Question 1 of 12');
  });

  test('types a number with a comma or with Arabic-Indic digits', async ({ page }) => {
    const at = formB.items.findIndex((item) => item.kind === 'numeric');
    await openForm(page, formB);
    let now = initial(formB);
    for (const event of [
      { type: 'start' } as const,
      ...Array.from({ length: at }, () => ({ type: 'skip' }) as const),
    ]) {
      await act(page, now, event);
      now = after(now, event);
    }
    const item = currentItem(now.context);
    const typed = String(item.kind === 'numeric' ? item.correct : '').replace(/\d/g, (digit) =>
      String.fromCharCode(0x0660 + Number(digit)),
    );
    await answer(page, item, { kind: 'numeric', typed: 'about ten' });
    await live(page).getByRole('button', { name: 'Check my answer' }).click();
    await expect(live(page).getByRole('alert')).toContainText('This is not a number.');
    await expect(live(page).locator('input[type=text]')).toHaveAttribute('aria-invalid', 'true');
    await answer(page, item, { kind: 'numeric', typed: `${typed}٫٠` });
    await expect(live(page).getByRole('alert')).toHaveCount(0);
    await live(page).getByRole('button', { name: 'Check my answer' }).click();
    await expect(live(page).locator('.feedback h3')).toHaveText('Correct');
  });
});

test.describe('a practice question in a lesson', () => {
  const course = model();
  const lesson = course.lessons.find(({ files }) => files.pages.en?.body.includes('<Question'));
  if (!lesson) throw new Error('No lesson shows a question.');
  const address = `/en/${course.id}/${lesson.id}/`;

  test('can be answered, explained and tried again; without script its answer is one press away', async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.goto(address);
    const question = page.locator('section.item').first();
    await question.scrollIntoViewIfNeeded();
    if (!javaScriptEnabled) {
      await question.locator('summary').click();
      await expect(question.locator('[data-w="explain"]')).toBeVisible();
      return;
    }
    await expect(question).toHaveAttribute('data-ready', '');
    const part = question.locator('[data-enhanced]');
    await part.getByRole('button', { name: 'Skip' }).click();
    await expect(part.getByRole('status').last()).toContainText(
      'It costs you nothing and stays open.',
    );
    await part.getByRole('button', { name: 'Answer it now' }).click();
    await expect(question).toHaveAttribute('data-string', 'cut');
  });

  test('does not move the page when its script starts', async ({ page, javaScriptEnabled }) => {
    test.skip(!javaScriptEnabled, 'Without script nothing starts.');
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(address);
    const questions = page.locator('section.item');
    for (let index = 0; index < (await questions.count()); index += 1) {
      await questions.nth(index).scrollIntoViewIfNeeded();
      await expect(questions.nth(index)).toHaveAttribute('data-ready', '');
    }
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });
});
