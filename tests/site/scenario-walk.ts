import { expect, type Locator, type Page } from '@playwright/test';
import { courses, tellPair, type Course } from '../../src/content/catalogue.ts';
import type { ScenarioSpine, ScenarioWords } from '../../src/content/schemas/scenario.ts';
import type { Choice } from '../../src/domain/scenario.ts';
import type { Locale } from '../../src/i18n/locales.ts';

/** A case as it stands in `courses/`, with its words in one language. */
export interface Case {
  readonly course: Course;
  readonly spine: ScenarioSpine;
  readonly words: ScenarioWords;
}

/** Every published case. A suite without one would test nothing, so it throws. */
export function cases(locale: Locale = 'en'): Case[] {
  const found = courses().flatMap((course) => {
    const { scenario } = course.files;
    if (!scenario) return [];
    const { spine, words } = tellPair(scenario, locale);
    return [{ course, spine, words }];
  });
  if (found.length === 0) throw new Error('No published course has a case.');
  return found;
}

/** The first published case, for journeys that need only one. */
export function firstCase(): Case {
  const [first] = cases();
  if (!first) throw new Error('No published course has a case.');
  return first;
}

/** What a browser shows of a line of Markdown. */
export function plain(text: string): string {
  return text.replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim();
}

/** Opens the page of the case and waits for the island. */
export async function openCase(
  page: Page,
  { course }: Case,
  lang: Locale = 'en',
): Promise<Locator> {
  await page.goto(`${lang}/${course.id}/case/`);
  await expect(page.locator('[data-enhance="scenario"]')).toHaveAttribute('data-ready', '');
  return page.locator('.case');
}

/** The choice buttons of the page that is shown: roles before the case, options in it. */
export function choices(page: Page): Locator {
  return page.locator('.case .case-choices button');
}

/** The large button of the page that is shown. */
export function onward(page: Page): Locator {
  return page.locator('.case .actions .button:not(.secondary)');
}

/** Takes one decision and gives or skips the reason, where one is asked. Stands at the consequence afterwards. */
export async function decide(
  page: Page,
  { spine, words }: Case,
  { node, option }: Choice,
  reason?: string,
): Promise<void> {
  const told = words.nodes[node];
  await expect(page.locator('.case h2[data-focus]')).toContainText(plain(told?.title ?? ''));
  const button = page.locator(`.case button[data-option="${option}"]`);
  await expect(button).toHaveText(plain(told?.options[option]?.label ?? ''));
  await expect(choices(page)).toHaveCount(Object.keys(spine.nodes[node]?.options ?? {}).length);
  await button.click();
  if (spine.nodes[node]?.reason) {
    const field = page.locator('#case-reason');
    await expect(field).toBeVisible();
    if (reason === undefined) {
      await page.locator('.case .actions .button.secondary').click();
    } else {
      await field.fill(reason);
      await onward(page).click();
    }
  }
  await expect(page.locator('.case')).toContainText(
    plain(told?.options[option]?.after ?? '').slice(0, 60),
  );
}

/** Everything the browser has stored for the site, as one text. */
export async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const found: unknown[] = [localStorage, sessionStorage].map((store) =>
      Object.fromEntries(Object.keys(store).map((key) => [key, store.getItem(key)])),
    );
    for (const { name } of await indexedDB.databases()) {
      const base = await wait(indexedDB.open(name ?? ''));
      for (const store of base.objectStoreNames) {
        found.push(await wait(base.transaction(store).objectStore(store).getAll()));
      }
      base.close();
    }
    return JSON.stringify(found);
  });
}
