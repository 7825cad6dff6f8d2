import { expect, test, type Page } from '@playwright/test';
import { model } from './published.ts';
import { act, after, expectPage, formOf, initial, openForm, responsesTo } from './quiz-walk.ts';
import { caseOf, choices, onward, openCase } from './scenario-walk.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { translator } from '../../src/i18n/t.ts';
import type { QuizEvent } from '../../src/machines/quiz-machine.ts';

const course = model();

/** The journey of one trainee: in a language, at an address. */
interface Trainee {
  readonly page: Page;
  readonly lang: Locale;
  /** Where the site is served, without the slash at its end. */
  readonly site: string;
}

/** Sits a form from start to result with right answers only, on the page. */
async function sitForm({ page, lang, site }: Trainee, letter: 'a' | 'b'): Promise<void> {
  const form = formOf(course, letter);
  await openForm(page, form, `${site}/${lang}`);
  let snapshot = initial(form);
  const send = async (event: QuizEvent): Promise<void> => {
    await act(page, snapshot, event, lang);
    snapshot = after(snapshot, event);
  };
  await send({ type: 'start' });
  for (const item of form.items) {
    await send({ type: 'answer', response: responsesTo(item).right });
    await send({ type: 'check' });
    if (snapshot.can({ type: 'next' })) await send({ type: 'next' });
  }
  if (snapshot.can({ type: 'finish' })) await send({ type: 'finish' });
  await expectPage(page, snapshot, lang);
}

/** Walks the case with the first option of every decision to its review. */
async function walkCase({ page, lang, site }: Trainee): Promise<void> {
  await openCase(page, caseOf(course), `${site}/${lang}`);
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
async function finishLab({ page, lang, site }: Trainee): Promise<void> {
  const t = translator(lang);
  await page.goto(`${site}/${lang}/${course.id}/lab-hash-bench/`);
  await page.getByRole('button', { name: t('lab.compute_again') }).click();
  const [computed = ''] = t('lab.computed', { equal: '|', different: '|' }).split('|');
  await expect(page.getByText(computed)).toBeVisible();
  await page
    .locator('[data-enhance="lab-own"]')
    .getByRole('button', { name: t('lab.show_rest') })
    .click();
  const finding = page.locator('[data-enhance="lab-finding"]');
  const answers = await page
    .locator('script[data-lab]')
    .evaluate(
      (data) =>
        (JSON.parse(data.textContent) as { finding: Record<string, readonly string[]> }).finding,
    );
  for (const [field, [option = '']] of Object.entries(answers)) {
    await finding.locator(`#finding-${field}`).selectOption(option);
  }
  await finding.getByRole('button', { name: t('lab.check_finding') }).click();
  await expect(finding.getByRole('heading', { name: t('lab.correct'), exact: true })).toBeVisible();
}

/** From the address to the completion statement, as a trainee goes: language, role, module, everything in order. */
async function study(trainee: Trainee): Promise<void> {
  const { page, lang, site } = trainee;
  const t = translator(lang);
  await page.goto(`${site}/`);
  await page.locator(`main a[data-lang="${lang}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/${lang}/$`));
  await page.locator(`main a[href$="/${lang}/paths/prosecutor/"]`).click();
  await page.locator(`main a[href$="/${lang}/${course.id}/"]`).first().click();
  await page.waitForURL(`**/${lang}/${course.id}/`);
  for (const lesson of course.lessons) {
    await page.goto(`${site}/${lang}/${course.id}/${lesson.id}/`);
    await page.getByRole('link', { name: t('lesson.mark') }).click();
    await page.waitForURL((address) => !address.pathname.includes(`/${lesson.id}/`));
  }
  await sitForm(trainee, 'a');
  await walkCase(trainee);
  await finishLab(trainee);
  await sitForm(trainee, 'b');
  await page.goto(`${site}/${lang}/${course.id}/completion/`);
  await expect(page.getByRole('heading', { name: t('completion.words') })).toBeVisible();
  await expect(page.getByRole('heading', { name: t('completion.missing') })).toHaveCount(0);
  await expect(page.locator('.completion table').first().locator('tbody tr')).toHaveCount(
    course.lessons.length + 4,
  );
}

test.describe('a trainee with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  test('studies the module from the first address to the completion statement, and finds it again', async ({
    page,
    context,
    baseURL,
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
    await study({ page, lang: 'en', site: baseURL ?? '' });
    const again = await context.newPage();
    await again.goto('/en/progress/');
    await expect(again.locator('main')).toContainText('5 of 5 lessons');
    await expect(
      again.locator('main').getByRole('link', { name: 'Completion statement' }),
    ).toBeVisible();
    expect(foreign).toEqual([]);
  });

  test('does so in Arabic and over plain http, where browsers offer no secure context', async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const site = process.env['CUSTODIA_TEST_PLAIN'] ?? '';
    await page.goto(`${site}/`);
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([
      false,
      'undefined',
    ]);
    await study({ page, lang: 'ar', site });
    await page.goto(`${site}/ar/progress/`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const statement = { name: translator('ar')('progress.completion') };
    await expect(page.locator('main').getByRole('link', statement)).toBeVisible();
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
