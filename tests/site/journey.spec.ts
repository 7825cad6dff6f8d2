import { expect, test, type Page } from '@playwright/test';
import { transition } from 'xstate';
import { model } from './published.ts';
import { act, expectPage, formOf, initial, openForm, responsesTo } from './quiz-walk.ts';
import { caseOf, choices, onward, openCase } from './scenario-walk.ts';
import { quizMachine, type QuizEvent } from '../../src/machines/quiz-machine.ts';

const course = model();

/** Sits a form from start to result with right answers only, on the page. */
async function sitForm(page: Page, letter: 'a' | 'b'): Promise<void> {
  const form = formOf(course, letter);
  await openForm(page, form);
  let snapshot = initial(form);
  const send = async (event: QuizEvent): Promise<void> => {
    await act(page, snapshot, event);
    [snapshot] = transition(quizMachine, snapshot, event);
  };
  await send({ type: 'start' });
  for (const item of form.items) {
    await send({ type: 'answer', response: responsesTo(item).right });
    await send({ type: 'check' });
    if (snapshot.can({ type: 'next' })) await send({ type: 'next' });
  }
  if (snapshot.can({ type: 'finish' })) await send({ type: 'finish' });
  await expectPage(page, snapshot);
}

/** Walks the case with the first option of every decision to its review. */
async function walkCase(page: Page): Promise<void> {
  await openCase(page, caseOf(course));
  await choices(page).first().click();
  for (let step = 0; step < 40; step += 1) {
    if ((await page.locator('.case table').count()) > 0) return;
    if ((await page.locator('#case-reason').count()) > 0)
      await page.locator('.case .actions .button.secondary').first().click();
    else if ((await choices(page).count()) > 0) await choices(page).first().click();
    else await onward(page).first().click();
  }
  throw new Error('The case did not come to its review.');
}

/** Takes the lab to its finding: the worked record is shown, the sentence is put together. */
async function finishLab(page: Page): Promise<void> {
  await page.goto(`/en/${course.id}/lab-hash-bench/`);
  await page
    .locator('[data-enhance="lab-own"]')
    .getByRole('button', { name: 'Show the rest' })
    .click();
  const finding = page.locator('[data-enhance="lab-finding"]');
  const entries = {
    'What was hashed': 'receipt',
    'When you computed it': 'with-offset',
    'Tool and version': 'bench',
    'When the first value was recorded': 'examination',
    'Recorded by': 'iyer',
    'Recorded in': 'examination-record',
    'What follows': 'unchanged',
    'The limit': 'nothing-before',
  };
  for (const [label, option] of Object.entries(entries)) {
    await finding.getByLabel(label, { exact: true }).selectOption(option);
  }
  await finding.getByRole('button', { name: 'Check the finding' }).click();
  await expect(finding.getByRole('heading', { name: 'Correct', exact: true })).toBeVisible();
}

/** From the address to the completion statement, as a trainee goes: language, role, module, everything in order. */
async function study(page: Page, start: string): Promise<void> {
  await page.goto(start);
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en\/$/);
  await page.getByRole('link', { name: 'Prosecutor' }).click();
  await page.locator(`main a[href*="/${course.id}/"]`).first().click();
  await page.goto(new URL(`/en/${course.id}/`, page.url()).href);

  for (const lesson of course.lessons) {
    await page.goto(new URL(`/en/${course.id}/${lesson.id}/`, page.url()).href);
    await page.getByText('Mark as read and continue').click();
    await page.waitForURL((address) => !address.pathname.includes(`/${lesson.id}/`));
  }
}

test.describe('a trainee with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  test('studies the module from the first address to the completion statement, and finds it again', async ({
    page,
    context,
  }) => {
    test.setTimeout(240_000);
    const foreign: string[] = [];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (
        protocol.startsWith('http') &&
        origin !== new URL(page.url()).origin &&
        page.url() !== 'about:blank'
      )
        foreign.push(request.url());
    });
    await study(page, '/');
    await sitForm(page, 'a');
    await walkCase(page);
    await finishLab(page);
    await sitForm(page, 'b');
    await page.goto(`/en/${course.id}/completion/`);
    await expect(page.locator('main')).toContainText('Completed self-study');
    await expect(page.locator('main')).toContainText('3 of 3');
    await expect(page.locator('main')).not.toContainText('Not complete yet');
    const again = await context.newPage();
    await again.goto('/en/progress/');
    await expect(again.locator('main')).toContainText('Completion statement');
    expect(foreign).toEqual([]);
  });

  test('works over plain http on the local network, where browsers offer no secure context', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const lan = process.env['CUSTODIA_TEST_LAN'];
    test.skip(lan === undefined, 'this computer has no address on a local network');
    await study(page, `${lan ?? ''}/`);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([
      false,
      'undefined',
    ]);
    await page.goto(`${lan ?? ''}/en/${course.id}/lab-hash-bench/`);
    await page.getByRole('button', { name: 'Compute both again on this device' }).click();
    await expect(page.getByText('Computed on this device just now')).toBeVisible();
    await page.goto(`${lan ?? ''}/en/progress/`);
    await expect(page.locator('main')).toContainText('5 of 5 lessons');
  });
});

for (const lang of ['en', 'ar'] as const) {
  test(`a reader goes through the module by links alone (${lang})`, async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.goto(`/${lang}/`);
    await expect(page.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    await page.locator(`main a[href$="/${lang}/paths/judge/"]`).click();
    await page.locator(`main a[href$="/${lang}/${course.id}/"]`).first().click();
    for (const lesson of course.lessons) {
      await page.locator(`main a[href$="/${lang}/${course.id}/${lesson.id}/"]`).first().click();
      await expect(page.locator('h1')).toBeVisible();
      if (!javaScriptEnabled) {
        for (const question of await page.locator('[data-enhance=question] details').all()) {
          await question.locator('summary').click();
          await expect(question.locator('p, li').last()).toBeVisible();
        }
      }
      await page.goto(`/${lang}/${course.id}/`);
    }
    await page.locator(`main a[href$="/${lang}/${course.id}/case/"]`).first().click();
    await expect(page.locator('h1')).toBeVisible();
  });
}
