import { readFile } from 'node:fs/promises';
import {
  expect,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { courses, dataOf, library } from '../../src/content/catalogue.ts';

export const COURSE = 'a2-acquire-hash-hand-over';
const OTHER_ACTOR = '6f1c1b62-7a0f-4d0e-9a3e-2f6f3f0f0001';

/** Opens My progress and waits until the record is shown. */
export async function openRecord(page: Page, lang = 'en'): Promise<void> {
  await page.goto(`/${lang}/progress/`);
  await expect(page.locator('.savebox')).toBeVisible();
}

/** Marks a lesson as read with the button of its page. */
export async function read(page: Page, lesson: string): Promise<void> {
  await page.goto(`/en/${COURSE}/${lesson}/`);
  await page.getByText('Mark as read and continue').click();
  await page.waitForURL((address) => !address.pathname.includes(`/${lesson}/`));
}

/** The table of parts, row by row. */
export async function parts(page: Page): Promise<string[]> {
  return page.locator('.record table').first().locator('tbody tr').allInnerTexts();
}

export async function saveFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my progress to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^custodia-progress-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await download.path(), 'utf8');
}

export async function loadFile(
  page: Page,
  text: string,
  name = 'custodia-progress.json',
): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('.savebox input[type=file]').setInputFiles(file);
}

/** What the box for saving and loading says. */
export const said = (page: Page): Locator => page.locator('.savebox [role=status]');

/** A file of somebody with one lesson read; `change` is laid over its head. */
export function fileOf(lesson: string, change: object = {}): string {
  return JSON.stringify({
    format: 'custodia-progress',
    version: 1,
    saved: '2026-11-23T10:00:00.000Z',
    actor: OTHER_ACTOR,
    statements: [statement(lesson)],
    ...change,
  });
}

export function statement(lesson: string, change: object = {}): object {
  return {
    id: '0b0c2d3e-1111-4222-8333-444455556666',
    actor: {
      objectType: 'Agent',
      account: { homePage: 'https://custodia.example', name: OTHER_ACTOR },
    },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { en: 'read' } },
    object: {
      objectType: 'Activity',
      id: `tag:custodia.example,2026:${COURSE}/lesson/${lesson}`,
    },
    context: { platform: 'Custodia', extensions: { 'tag:custodia.example,2026:seq': 3 } },
    timestamp: '2026-11-01T10:00:00.000Z',
    ...change,
  };
}

export async function newReader(
  browser: Browser,
  baseURL: string | undefined,
): Promise<BrowserContext> {
  return browser.newContext(baseURL ? { baseURL } : {});
}

/** What My progress says of lessons read: it counts those of the path of an investigator until another is chosen. */
export function lessonsRead(read: number): string {
  const { full, light } = dataOf(library().modules).paths.investigator;
  const onPath = courses().filter(({ spine }) => [...full, ...light].includes(spine.code));
  const lessons = onPath.flatMap((course) => course.lessons);
  return `${read} of ${lessons.filter(({ spine }) => spine.kind === 'lesson').length} lessons`;
}
