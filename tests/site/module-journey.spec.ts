import { expect, test, type Page } from '@playwright/test';
import type { Course } from '../../src/content/catalogue.ts';
import { ROLES, type Role } from '../../src/domain/roles.ts';
import { coveringPaths } from '../../src/machines/scenario-paths.fixture.ts';
import { resultOf, type QuizEvent } from '../../src/machines/quiz-machine.ts';
import { desksOf, playDesk } from './desk-walk.ts';
import { builtPages, model, others } from './published.ts';
import {
  act,
  after,
  expectPage,
  formOf,
  initial,
  openForm,
  responsesTo,
  type Form,
  type Snapshot,
} from './quiz-walk.ts';
import { caseOf, choices, decideAll, expectEndingAndReview, openCase } from './scenario-walk.ts';
import { playWorksheet, worksheetsOf } from './worksheet-walk.ts';

/**
 * One journey through every published module but the model: it plays to the end. What the model proves about the code
 * of the pages, edge by edge, is not proved again here; that the content of each module can be played is.
 */
interface Journey {
  readonly course: Course;
  /** The role in which the case is walked: another one for each module, until all have been. */
  readonly role: Role;
  readonly labs: readonly { address: string; play: (page: Page) => Promise<void> }[];
}

const journeys = others().map((course, number): Journey => ({
  course,
  role: ROLES[number % ROLES.length] ?? ROLES[0],
  labs: [
    ...worksheetsOf(course).map((lab) => ({
      address: lab.address,
      play: (page: Page) => playWorksheet(page, lab),
    })),
    ...desksOf(course).map((lab) => ({
      address: lab.address,
      play: (page: Page) => playDesk(page, lab),
    })),
  ],
}));

/** From the page of the module to what is needed first and to every lesson; each is marked as read and leads on. */
async function readLessons(page: Page, { id, lessons }: Course): Promise<void> {
  for (const lesson of lessons) {
    await page.goto(`/en/${id}/`);
    await page.locator(`main a[href$="/${id}/${lesson.id}/"]`).first().click();
    await page.getByRole('link', { name: 'Mark as read and continue' }).click();
    await page.waitForURL((address) => !address.pathname.includes(`/${lesson.id}/`), {
      timeout: 15_000,
    });
  }
  await page.goto(`/en/${id}/`);
  await expect(page.locator('[data-lesson][data-knot="done"]')).toHaveCount(lessons.length);
}

/** Sits a form to its result; `plan` says which questions are answered wrongly or skipped. The page keeps to the machine. */
async function sit(
  page: Page,
  form: Form,
  plan: { wrong: number; skipped: number },
): Promise<Snapshot> {
  await openForm(page, form);
  let now = initial(form);
  const send = async (event: QuizEvent): Promise<void> => {
    await act(page, now, event);
    now = after(now, event);
  };
  await send({ type: 'start' });
  for (const [index, item] of form.items.entries()) {
    if (index < plan.skipped) {
      await send({ type: 'skip' });
      continue;
    }
    const { right, wrong } = responsesTo(item);
    const response = index < plan.skipped + plan.wrong ? wrong : right;
    await send({ type: 'answer', response });
    await send({ type: 'check' });
    if (!now.can({ type: 'next' })) continue;
    await expectPage(page, now);
    await send({ type: 'next' });
  }
  if (now.can({ type: 'finish' })) {
    await expectPage(page, now);
    await send({ type: 'finish' });
  }
  await expectPage(page, now);
  const { right } = resultOf(now.context);
  await expect(page.locator('.quiz-result')).toContainText(
    `${right} of ${form.items.length} fully correct.`,
  );
  return now;
}

test.describe('every published module', () => {
  test.skip(
    ({ javaScriptEnabled }) => !javaScriptEnabled,
    'Without script it is read in module-reading.spec.ts.',
  );

  test('is walked, with all its labs, and all roles have their case', () => {
    const walked = [model(), ...others()].map(({ id }) => `/en/${id}/completion/`);
    expect(walked.sort()).toEqual(builtPages('*/completion'));
    // The lab of the model has walks of its own: lab.spec.ts and journey.spec.ts.
    const labs = [
      `/en/${model().id}/lab-hash-bench/`,
      ...journeys.flatMap((each) => each.labs.map(({ address }) => address)),
    ];
    expect(labs.sort()).toEqual(builtPages('*/lab-*'));
    const roles = new Set(journeys.map(({ role }) => role));
    expect(roles.size).toBe(Math.min(ROLES.length, journeys.length));
  });

  for (const { course, role, labs } of journeys) {
    test(`${course.id} is studied to its completion statement, the case as ${role}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await test.step('lessons', () => readLessons(page, course));
      await test.step('form A', async () => {
        const now = await sit(page, formOf(course, 'a'), { wrong: 3, skipped: 2 });
        const { items } = now.context;
        expect(resultOf(now.context).right).toBe(items.length - 5);
      });
      await test.step('case', async () => {
        const each = caseOf(course);
        // The last of the walks: the one that also takes the options that end a case early.
        const path = coveringPaths(each.spine, role).at(-1) ?? [];
        await openCase(page, each);
        await choices(page).nth(each.spine.roles.indexOf(role)).click();
        await decideAll(page, each, path);
        await expectEndingAndReview(page, each, path);
      });
      for (const { address, play } of labs) await test.step(address, () => play(page));
      await test.step('form B', async () => {
        await sit(page, formOf(course, 'b'), { wrong: 0, skipped: 0 });
        await expect(page.locator('.quiz-result')).toContainText('Passed.');
      });
      await test.step('completion', async () => {
        await page.goto(`/en/${course.id}/completion/`);
        await expect(page.getByRole('heading', { name: 'Completed self-study' })).toBeVisible();
        const parts = page.locator('.completion table').first().locator('tbody tr');
        await expect(parts).toHaveCount(course.lessons.length + 3 + labs.length);
        await expect(page.getByRole('heading', { name: 'Not complete yet' })).toHaveCount(0);
      });
    });
  }
});
