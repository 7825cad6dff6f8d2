import { expect, test, type Page } from '@playwright/test';
import { translator } from '../../src/i18n/t.ts';
import { model } from './published.ts';
import { formOf, live, openForm } from './quiz-walk.ts';
import { caseOf, choices, openCase } from './scenario-walk.ts';
import { settled, stored } from './settled.ts';

const course = model();
const form = formOf(course, 'a');
const t = translator('en');

/** A part of a course that two windows show: how it is opened, gone on with, and found again. */
const PARTS = [
  {
    name: 'form',
    open: (page: Page) => openForm(page, form),
    goOn: async (page: Page) => {
      await live(page).getByRole('button', { name: 'Start', exact: true }).click();
      await live(page).getByRole('button', { name: 'Skip' }).click();
    },
    goOnFar: async (page: Page) => {
      await live(page).getByRole('button', { name: 'Start', exact: true }).click();
      for (let skipped = 0; skipped < 3; skipped += 1)
        await live(page).getByRole('button', { name: 'Skip' }).click();
    },
    found: (page: Page) => live(page).getByRole('button', { name: 'Continue with question 4' }),
  },
  {
    name: 'case',
    open: (page: Page) => openCase(page, caseOf(course)),
    goOn: (page: Page) => choices(page).first().click(),
    goOnFar: async (page: Page) => {
      await choices(page).first().click();
      await choices(page).first().click();
    },
    found: (page: Page) => page.locator('.case-left .case-log li').or(page.locator('.case-left')),
  },
  {
    name: 'lab',
    open: async (page: Page) => {
      await page.goto(`/en/${course.id}/lab-hash-bench/`);
      await settled(page);
    },
    goOn: (page: Page) => page.getByRole('button', { name: 'Put it back' }).click(),
    goOnFar: async (page: Page) => {
      await page.getByRole('button', { name: 'Put it back' }).click();
      await page
        .locator('[data-enhance="lab-own"]')
        .getByRole('button', { name: 'Show the rest' })
        .click();
    },
    found: (page: Page) =>
      page
        .locator('[data-enhance="lab-own"]')
        .getByRole('button', { name: 'Start this record again' }),
  },
];

test.describe('one part of a course in two windows', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'Nothing is kept without script.');

  for (const { name, open, goOn, goOnFar, found } of PARTS) {
    test(`${name}: the window that is behind says so and wipes nothing`, async ({
      page,
      context,
    }) => {
      const behind = await context.newPage();
      await open(page);
      await open(behind);
      await goOnFar(page);
      await stored(page);

      await goOn(behind);
      const notice = behind.locator('.recordtrouble');
      await expect(notice).toContainText(t('record.elsewhere'));
      await notice.getByRole('button', { name: t('record.reload') }).click();
      await expect(found(behind)).toBeVisible();
      await expect(notice).toBeEmpty();
      await expect(page.locator('.recordtrouble')).toBeEmpty();
    });
  }
});
