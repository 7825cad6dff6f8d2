import { expect, type Locator, type Page } from '@playwright/test';
import { tellPair, type Course } from '../../src/content/catalogue.ts';
import type { ScenarioSpine, ScenarioWords } from '../../src/content/schemas/scenario.ts';
import { AXES, type Role } from '../../src/domain/roles.ts';
import {
  endingOf,
  lineOf,
  nodesInOrder,
  optionOf,
  type Choice,
} from '../../src/domain/scenario.ts';
import type { Locale } from '../../src/i18n/locales.ts';

/** A case as it stands in `courses/`, with its words in one language. */
export interface Case {
  readonly course: Course;
  readonly spine: ScenarioSpine;
  readonly words: ScenarioWords;
}

/** The case of a module. A published module without one is not whole, so it throws. */
export function caseOf(course: Course, locale: Locale = 'en'): Case {
  const { scenario } = course.files;
  if (!scenario) throw new Error(`${course.id} has no case.`);
  const { spine, words } = tellPair(scenario, locale);
  return { course, spine, words };
}

/** What a browser shows of a line of Markdown. */
export function plain(text: string): string {
  return text.replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim();
}

/** Opens the page of the case and waits for the island. `site` is where the site's language begins. */
export async function openCase(page: Page, { course }: Case, site = '/en'): Promise<Locator> {
  await page.goto(`${site}/${course.id}/case/`);
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

/** Takes the decisions of a path one after the other; a reason is given at every second asking, from `first` on. */
export async function decideAll(
  page: Page,
  each: Case,
  path: readonly Choice[],
  first = 0,
): Promise<void> {
  for (const [number, choice] of path.entries()) {
    const reason = (number + first) % 2 === 0 ? 'Because of the record.' : undefined;
    await decide(page, each, choice, reason);
    await onward(page).click();
  }
}

/** Stands at the ending that a path leads to, goes on to the review, and finds there what each decision did. */
export async function expectEndingAndReview(
  page: Page,
  { spine, words }: Case,
  path: readonly Choice[],
): Promise<void> {
  const ending = endingOf(spine, path) ?? '';
  await expect(page.locator('.case h2[data-focus]')).toHaveText(
    plain(words.endings[ending]?.title ?? ''),
  );
  await onward(page).click();

  await expect(page.locator('.case-table tbody tr')).toHaveCount(path.length);
  for (const [line, axis] of AXES.entries()) {
    const open = path.flatMap((choice, at) =>
      optionOf(spine, choice)?.axes[axis] === 'open' ? [at] : [],
    );
    const row = page.locator('.case-lines > li').nth(line);
    await expect(row.locator('.case-strand > li')).toHaveCount(path.length);
    await expect(row.locator('[data-effect="open"]')).toHaveCount(open.length);
    for (const at of open) {
      const { node, option } = path[at] ?? { node: '', option: '' };
      await expect(row).toContainText(plain(words.nodes[node]?.options[option]?.open[axis] ?? ''));
    }
  }
}

/** Follows the links of the written-out case from the choice of a role to the endings and the review. */
export async function followCase(page: Page, { course, spine }: Case, role: Role): Promise<void> {
  await page.goto(`en/${course.id}/case/`);
  await page.locator(`a[href="#as-${role}"]`).click();
  await page.locator(`#as-${role} li a`).first().click();
  const line = lineOf(spine, role);
  for (const [index, node] of line.entries()) {
    await expect(page).toHaveURL(new RegExp(`#${node}$`));
    await expect(page.locator(`#${node} > h3`)).toBeInViewport();
    const options = page.locator(`#${node} > ul a`);
    const option = options.nth(index % (await options.count()));
    const after = page.locator((await option.getAttribute('href')) ?? '');
    await option.click();
    await expect(after.locator('h4')).toBeInViewport();
    const next = line[index + 1];
    await after.locator(next ? `.links a[href="#${next}"]` : '.links a').click();
  }
  await expect(page).toHaveURL(/#endings$/);
  await page.locator('#endings .links a').last().click();
  await expect(page).toHaveURL(/#review$/);
  await expect(page.locator('.case-review')).toHaveCount(nodesInOrder(spine).length);
}
