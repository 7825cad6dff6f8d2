import { expect, test, type Locator, type Page } from '@playwright/test';

const ADDRESS = '/en/a2-acquire-hash-hand-over/lab-hash-bench/';

test.beforeEach(async ({ page }) => {
  await page.goto(ADDRESS);
});

test.describe('without script', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled);

  test('the bench is read: bytes, hashes, both records, answers, finding', async ({ page }) => {
    await expect(
      page.getByRole('table', { name: /^receipt\.txt: bytes 0 to 127 of 2048$/ }),
    ).toContainText('TEA HOUS');
    await expect(page.locator('#step-1')).toContainText('130 of 256 bits of the hash changed');
    await expect(page.locator('#step-2')).toContainText('008ee33a');
    await expect(page.locator('tr[data-row^="clean-"]')).toHaveCount(6);
    await expect(page.locator('tr[data-row^="own-"]')).toHaveCount(12);

    const own = page.locator('[data-enhance="lab-own"]');
    await expect(own.getByText('Rows 3, 6, 8 and 11 have a fault.')).toBeHidden();
    await own.getByText('Answers', { exact: true }).click();
    await expect(own.getByText('Rows 3, 6, 8 and 11 have a fault.')).toBeVisible();
    await page.getByText('A finding that holds').click();
    await expect(page.getByText('equals the value recorded at').last()).toBeVisible();
  });

  test('nothing is offered that needs script', async ({ page }) => {
    await expect(page.locator('#main').getByRole('button')).toHaveCount(0);
    await expect(page.locator('#main').getByRole('combobox')).toHaveCount(0);
  });
});

test.describe('with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  /** Presses the button of a row and answers the two questions below it. */
  async function name(page: Page, row: number, fault: string, rating: string): Promise<void> {
    const line = page.locator(`tr[data-row="own-${String(row).padStart(2, '0')}"]`);
    await line.getByRole('button', { name: `Mark Row ${row}` }).click();
    const note = page.locator(`tr[data-row="own-${String(row).padStart(2, '0')}"] + tr`);
    await note.getByRole('radio', { name: fault }).check();
    await note.getByRole('radio', { name: rating }).check();
  }

  const own = (page: Page): Locator => page.locator('[data-enhance="lab-own"]');

  test('one bit is flipped, put back and chosen by number, and the page counts what changed', async ({
    page,
  }) => {
    const step = page.locator('#step-1');
    await step.getByRole('button', { name: 'Put it back' }).click();
    await expect(step.getByRole('status').last()).toContainText(
      'All 256 bits of the hash agree again.',
    );
    const [before, after] = await step.locator('.lab-hash').allTextContents();
    expect(after).toBe(before);

    await step.getByLabel('Byte, 0 to 2047').fill('2047');
    await step.getByLabel('Bit', { exact: true }).selectOption('7');
    await step.getByRole('button', { name: 'Flip this bit' }).click();
    await expect(step.getByRole('status').last()).toContainText(
      /Not equal\. One bit of the file changed; \d+ of 256 bits/,
    );
    await expect(step.getByRole('status').last()).toContainText(
      'Byte 2047 (07ff) was 2e. Bit 7 made it ae.',
    );
    await expect(step.getByRole('table')).toHaveAttribute(
      'aria-label',
      'receipt.txt: bytes 1920 to 2047 of 2048',
    );

    await step.getByLabel('Byte, 0 to 2047').fill('2048');
    await step.getByRole('button', { name: 'Flip this bit' }).click();
    await expect(step.getByText('Type a whole number from 0 to 2047.')).toBeVisible();
  });

  test('the collision is computed on the device, and the sentences are told apart', async ({
    page,
  }) => {
    const step = page.locator('#step-2');
    await step.getByRole('button', { name: 'Compute both again on this device' }).click();
    await expect(
      step.getByText('Computed on this device just now: Equal. MD5. Not equal. SHA-256.'),
    ).toBeVisible();

    await step.getByRole('button', { name: 'Check' }).click();
    await expect(step.getByText('Choose at least one sentence first.')).toBeVisible();
    await step.getByRole('checkbox', { name: /is now worthless/ }).check();
    await step.getByRole('button', { name: 'Check' }).click();
    await expect(step.getByRole('heading', { name: 'Partly correct' })).toBeFocused();
    await expect(step.getByText('2 of 6 sentences are on the right side.')).toBeVisible();

    await step.getByRole('checkbox', { name: /is now worthless/ }).uncheck();
    for (const sentence of [
      /they are different files/,
      /does not tell these two files apart/,
      /record its SHA-256 value today/,
    ]) {
      await step.getByRole('checkbox', { name: sentence }).check();
    }
    await step.getByRole('button', { name: 'Check' }).click();
    await expect(step.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
  });

  test('whoever accuses rows of the clean record is told why they are sound', async ({ page }) => {
    const clean = page.locator('[data-enhance="lab-clean"]');
    await clean.getByRole('button', { name: 'Mark Row 5' }).click();
    await clean.getByRole('button', { name: 'I have marked what is wrong' }).click();
    await expect(clean.getByText('You marked 1 row, and it is sound.')).toBeVisible();
    await expect(page.locator('tr[data-row="clean-05"] + tr')).toContainText(
      'This is how a new seal is recorded.',
    );
    await clean.getByRole('button', { name: 'Marked Row 5' }).click();
    await clean.getByRole('button', { name: 'I find nothing wrong' }).click();
    await expect(clean.getByText('You marked no row, and no row has a fault.')).toBeVisible();
  });

  test('the four faults are found and rated, decoys are not faults, and the finding is written', async ({
    page,
  }) => {
    await name(page, 3, 'No receiver', 'Explain');
    await name(page, 7, 'Seal changed without an entry', 'Serious');
    await name(page, 6, 'Time before the row above', 'Cosmetic');
    await own(page).getByRole('button', { name: 'Check marked rows' }).click();
    await expect(
      own(page).getByText(
        '1 of 4 faults found. 1 marked row is sound. 1 marked row has a fault, but not the one you named.',
      ),
    ).toBeVisible();
    await expect(page.locator('tr[data-row="own-03"] + tr')).toContainText(
      'Fault found: No receiver.',
    );
    await expect(page.locator('tr[data-row="own-03"] + tr')).toContainText(
      'careful readers gave it too',
    );
    await expect(page.locator('tr[data-row="own-07"] + tr')).toContainText('This row is sound.');

    await own(page).getByRole('button', { name: 'Show me a hint' }).click();
    await expect(own(page).getByText('Look at the times as text.').last()).toBeVisible();
    await own(page).getByRole('button', { name: 'Show every time in UTC' }).click();
    await expect(page.locator('tr[data-row="own-10"] th')).toContainText(
      'In UTC: 2026-01-16 10:05',
    );
    await expect(page.locator('tr[data-row="own-06"] th')).toContainText('In UTC: not known');

    await page
      .locator('tr[data-row="own-06"] + tr')
      .getByRole('radio', { name: 'No offset from UTC' })
      .check();
    await name(page, 8, 'Time before the row above', 'Explain');
    await name(page, 11, 'Seal changed without an entry', 'Serious');
    await own(page).getByRole('button', { name: 'Check marked rows' }).click();
    await expect(own(page).getByText('All four faults found.')).toBeVisible();
    await expect(page.locator('tr[data-row="own-10"] + tr')).toContainText('The clock goes back');

    const finding = page.locator('[data-enhance="lab-finding"]');
    await finding.getByRole('button', { name: 'Check the finding' }).click();
    await expect(finding.getByText('Choose an entry for every field first.')).toBeVisible();
    const entries: [string, string][] = [
      ['What was hashed', 'receipt'],
      ['When you computed it', 'without-offset'],
      ['Tool and version', 'bench'],
      ['When the first value was recorded', 'examination'],
      ['Recorded by', 'iyer'],
      ['Recorded in', 'examination-record'],
      ['What follows', 'unchanged'],
      ['The limit', 'nothing-before'],
    ];
    for (const [label, option] of entries)
      await finding.getByLabel(label, { exact: true }).selectOption(option);
    await finding.getByRole('button', { name: 'Check the finding' }).click();
    await expect(finding.getByText('1 entry does not hold.')).toBeVisible();
    await expect(
      finding.getByText('Without an offset this can mean two moments.').last(),
    ).toBeVisible();
    await expect(finding.getByRole('button', { name: 'Keep in my progress' })).toHaveCount(0);
    await finding.getByLabel('When you computed it', { exact: true }).selectOption('with-offset');
    await finding.getByRole('button', { name: 'Check the finding' }).click();
    await expect(finding.getByRole('heading', { name: 'Correct', exact: true })).toBeFocused();
    await expect(finding.locator('.lab-sentences').last()).toHaveText(
      /^SHA-256 of the file receipt\.txt, 2,048 bytes, exported from the image of exhibit L-3, computed at 2026-02-03 10:00 \+00:00 with the Custodia hash bench, @noble\/hashes \d+\.\d+\.\d+, equals the value recorded at 2026-01-15 11:30 \+02:00 by R\. Iyer in examination record ER-7, sheet 2\. So the file is the same at both times\. Nothing follows for the time before the first value\.$/,
    );
    await finding.getByRole('button', { name: 'Keep in my progress' }).click();
    await expect(finding.getByText('Kept on this device.')).toBeVisible();
  });

  test('the bench is found again as it was left', async ({ page }) => {
    await name(page, 3, 'No receiver', 'Serious');
    await own(page).getByRole('button', { name: 'Check marked rows' }).click();
    await expect(own(page).getByText('1 of 4 faults found.')).toBeVisible();
    await page.reload();
    await expect(page.locator('tr[data-row="own-03"] + tr')).toContainText(
      'Fault found: No receiver.',
    );
  });

  test('showing the rest ends the record, and it can be started again', async ({ page }) => {
    await own(page).getByRole('button', { name: 'Show the rest' }).click();
    await expect(own(page).getByText('All faults are shown. You found 0 of 4.')).toBeVisible();
    await expect(page.locator('tr[data-row="own-11"] + tr')).toContainText(
      'Fault: Seal changed without an entry.',
    );
    await own(page).getByRole('button', { name: 'Start this record again' }).click();
    await expect(own(page).getByRole('button', { name: /^Mark Row/ })).toHaveCount(12);
  });

  test('a row is marked, named, rated and checked by keyboard alone', async ({ page }) => {
    await page.locator('tr[data-row="own-03"]').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await own(page).getByRole('button', { name: 'Check marked rows' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('tr[data-row="own-03"] + tr')).toContainText(
      'Your rating agrees with the card.',
    );
  });

  test('nothing is sent while the lab is done', async ({ page }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (
        request.method() !== 'GET' ||
        new URL(request.url()).origin !== new URL(page.url()).origin
      )
        foreign.push(request.url());
    });
    await page.locator('#step-1').getByRole('button', { name: 'Flip another bit' }).click();
    await page
      .locator('#step-2')
      .getByRole('button', { name: 'Compute both again on this device' })
      .click();
    await own(page).getByRole('button', { name: 'Show the rest' }).click();
    await expect(own(page).getByText('All faults are shown.')).toBeVisible();
    expect(foreign).toEqual([]);
  });
});
