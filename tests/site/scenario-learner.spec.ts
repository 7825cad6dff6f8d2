import { expect, test, type Page } from '@playwright/test';
import { endingFor, flagsOf, lineOf, type Choice } from '../../src/domain/scenario.ts';
import type { Role } from '../../src/domain/roles.ts';
import { model } from './published.ts';
import { settled, stored } from './settled.ts';
import { everythingStored } from '../stored.ts';
import { caseOf, choices, decide, onward, openCase, plain } from './scenario-walk.ts';

const each = caseOf(model());
const { spine, words } = each;
const REASON = 'The gap needs a person, not a form.';

/** Sound decisions only, for a role; at each node the first sound option, or the last. */
function soundTrail(role: Role, pick: 'first' | 'last' = 'first'): Choice[] {
  return lineOf(spine, role).map((node) => {
    const sound = Object.entries(spine.nodes[node]?.options ?? {}).filter(
      ([, option]) => option.sound,
    );
    const option = sound.at(pick === 'first' ? 0 : -1)?.[0] ?? '';
    return { node, option };
  });
}

async function walk(page: Page, trail: readonly Choice[], reason?: string): Promise<void> {
  for (const choice of trail) {
    await decide(page, each, choice, reason);
    await onward(page).click();
  }
}

/** Makes the stored decisions ones that the case does not know. Runs in the page. */
async function forgetWhereTheCaseStood(): Promise<void> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const base = await wait(indexedDB.open('custodia'));
  const store = base.transaction('snapshots', 'readwrite').objectStore('snapshots');
  for (const row of (await wait(store.getAll())) as { value: { trail: { option: string }[] } }[]) {
    for (const choice of row.value.trail) choice.option = 'of-an-older-version';
    await wait(store.put(row));
  }
  base.close();
  localStorage.clear();
}

const heading = (page: Page) => page.locator('.case h2[data-focus]');
const titleOf = (node: string | undefined): string => plain(words.nodes[node ?? '']?.title ?? '');

test.describe('a learner in a case', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'The island needs script.');
  const role: Role = 'prosecutor';
  const trail = soundTrail(role);

  test.beforeEach(async ({ page }) => {
    await openCase(page, each);
  });

  const start = async (page: Page): Promise<void> =>
    choices(page).nth(spine.roles.indexOf(role)).click();

  test('finds decision and reason again after closing the page', async ({ page }) => {
    await start(page);
    await walk(page, trail.slice(0, 3), REASON);
    await expect(heading(page)).toContainText(titleOf(trail[3]?.node));

    await openCase(page, each);
    await onward(page).click();
    await expect(heading(page)).toContainText(titleOf(trail[3]?.node));
    await expect(page.locator('.case-log li')).toHaveCount(3);
    await expect(page.locator('.case-log q').first()).toHaveText(REASON);
  });

  test('finds the reasons of an older version of the case beside a new run', async ({ page }) => {
    await start(page);
    await walk(page, trail.slice(0, 2), REASON);
    await expect(heading(page)).toContainText(titleOf(trail[2]?.node));
    await expect.poll(() => page.evaluate(everythingStored)).toContain(REASON);
    await stored(page);
    await page.evaluate(forgetWhereTheCaseStood);

    await openCase(page, each);
    await expect(page.getByText('This case has changed since you were here.')).toBeVisible();
    await expect(page.locator('.case-left')).toHaveCount(0);
    await start(page);
    await walk(page, trail.slice(0, 1));
    await openCase(page, each);
    await expect(page.locator('.case-left')).toBeVisible();
    const older = page.locator('[data-older]');
    await older.getByText('What you had written and chosen in the older version').click();
    const asked = trail.slice(0, 2).find(({ node }) => spine.nodes[node]?.reason);
    await expect(older.getByText(REASON).first()).toContainText(titleOf(asked?.node));
  });

  test('is offered the role of last time and can start again', async ({ page }) => {
    await start(page);
    await walk(page, trail.slice(0, 2));
    await openCase(page, each);
    await expect(choices(page).nth(spine.roles.indexOf(role)).locator('small')).toBeVisible();
    await page.locator('.case-left .button.secondary').click();
    await expect(heading(page)).toContainText(titleOf(trail[0]?.node));
    await expect(page.locator('.case-log')).toHaveCount(0);
  });

  test('can go back to an earlier decision at any time', async ({ page }) => {
    await start(page);
    await walk(page, trail.slice(0, 4));
    await page.getByRole('button', { name: 'Try decision 2 again' }).click();
    await expect(heading(page)).toContainText(titleOf(trail[1]?.node));
    await expect(page.locator('.case-log li')).toHaveCount(1);
  });

  test('can choose differently at the consequence and at the review', async ({ page }) => {
    await start(page);
    const [choice] = trail;
    if (!choice) throw new Error('No decision.');
    await decide(page, each, choice);
    await page.getByRole('button', { name: 'Choose differently' }).click();
    await expect(heading(page)).toContainText(titleOf(choice.node));

    await walk(page, trail);
    await onward(page).click();
    const again = page
      .locator('.case .actions')
      .getByRole('button', { name: /^Try decision \d again$/ });
    const number = Number(/\d+/.exec(await again.innerText())?.[0]);
    await again.click();
    await expect(heading(page)).toContainText(titleOf(trail[number - 1]?.node));
    await walk(page, trail.slice(number - 1));
    await expect(heading(page)).toHaveText(
      plain(words.endings[endingFor(spine, flagsOf(spine, trail)) ?? '']?.title ?? ''),
    );
  });

  test('is told when sound decisions ended badly, and only then', async ({ page }) => {
    const lines = spine.roles.flatMap((as) =>
      (['first', 'last'] as const).map((pick) => ({ as, line: soundTrail(as, pick) })),
    );
    const endsWell = (line: readonly Choice[]): boolean =>
      spine.endings[endingFor(spine, flagsOf(spine, line)) ?? '']?.good === true;
    const wanted = [
      { shown: 0, case: lines.find(({ line }) => endsWell(line)) },
      { shown: 1, case: lines.find(({ line }) => !endsWell(line)) },
    ];
    for (const { shown, case: found } of wanted) {
      if (!found) throw new Error('The case has no such line among the ones tried here.');
      await openCase(page, each);
      await choices(page).nth(spine.roles.indexOf(found.as)).click();
      await walk(page, found.line);
      await onward(page).click();
      await expect(page.locator('.case').getByText('A sound line can end badly.')).toHaveCount(
        shown,
      );
    }
  });

  test('has reasons deleted at the end unless they are kept', async ({ page }) => {
    await start(page);
    await walk(page, trail, REASON);
    await expect.poll(() => page.evaluate(everythingStored)).toContain(REASON);
    await onward(page).click();
    await expect(page.locator('.case-table q').first()).toHaveText(REASON);
    await expect.poll(() => page.evaluate(everythingStored)).not.toContain(REASON);

    await page.getByRole('button', { name: 'Keep my reasons' }).click();
    await expect(page.locator('.case-keep [role="status"]')).not.toBeEmpty();
    await expect.poll(() => page.evaluate(everythingStored)).toContain(REASON);
  });

  test('leaves a record of decisions and ending, none of pausing', async ({ page }) => {
    await start(page);
    await walk(page, trail.slice(0, 1));
    await expect
      .poll(() => page.evaluate(everythingStored))
      .toContain(`decision/${spine.id}/${trail[0]?.node}`);
    await stored(page);
    const before = await page.evaluate(everythingStored);

    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.locator('.case')).not.toContainText(titleOf(trail[1]?.node));
    await expect(page.locator('.case .case-note')).toHaveCount(0);
    await expect(heading(page)).toBeFocused();
    expect(await page.evaluate(everythingStored)).toBe(before);

    await onward(page).click();
    await expect(heading(page)).toContainText(titleOf(trail[1]?.node));
    await walk(page, trail.slice(1));
    await expect.poll(() => page.evaluate(everythingStored)).toContain(`scenario/${spine.id}`);
  });

  test('is asked for a reason in a box that says what it is for', async ({ page }) => {
    await start(page);
    for (const { node, option } of trail) {
      if (!spine.nodes[node]?.reason) {
        await decide(page, each, { node, option });
        await onward(page).click();
        continue;
      }
      await page.locator(`.case button[data-option="${option}"]`).click();
      await expect(page.locator('#case-reason')).toHaveAccessibleDescription(
        /Fictional case only\. No names, numbers or own experiences\. Deleted when you finish unless you choose to keep it\./,
      );
      await onward(page).click();
      await expect(page.locator('#case-reason-error')).not.toBeEmpty();
      await expect(page.locator('#case-reason')).toBeFocused();
      return;
    }
    throw new Error('No reason was asked.');
  });

  test('gets through by keyboard alone', async ({ page }) => {
    /** Tabs forward until the wanted element has the focus. */
    const reach = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (
          await page.evaluate(
            (wanted) => document.activeElement?.matches(wanted) ?? false,
            selector,
          )
        )
          return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reached ${selector}.`);
    };
    await reach('.case-choices li:nth-child(3) button');
    await page.keyboard.press('Enter');
    for (const { node, option } of trail) {
      await expect(heading(page)).toBeFocused();
      await reach(`button[data-option="${option}"]`);
      await page.keyboard.press('Enter');
      if (spine.nodes[node]?.reason) {
        await expect(heading(page)).toBeFocused();
        await reach('#case-reason');
        await page.keyboard.type(REASON);
        await page.keyboard.press('Enter');
      }
      await expect(heading(page)).toBeFocused();
      await reach('.case .actions .button');
      await page.keyboard.press('Space');
    }
    await reach('.case .actions .button');
    await page.keyboard.press('Enter');
    await expect(page.locator('.case-table tbody tr')).toHaveCount(trail.length);
    await expect(heading(page)).toBeFocused();
  });

  test('prints the review and nothing else of the case', async ({ page }) => {
    await start(page);
    await walk(page, trail);
    await onward(page).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.case-table')).toBeVisible();
    await expect(page.locator('#t1')).toBeHidden();
    await expect(page.locator('.case-keep')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Print this review' })).toBeHidden();
  });

  test('sees nothing move while the page loads', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await openCase(page, each);
    await settled(page);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });
});
