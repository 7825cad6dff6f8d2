import { expect, test, type Locator, type Page } from '@playwright/test';

const LAB = '/en/a4-phones-and-apps/lab-three-or-four-messages/';
const MERGED = '0e77f3086bbf15834abf977dc0b97bc5c275c58ba79e1cd68b876b9d75c6aa42';

/** Asks the console of a step and waits for what it says. */
async function ask(step: Locator, sql?: string): Promise<Locator> {
  if (sql !== undefined)
    await step.getByRole('textbox', { name: 'Your question in SQL' }).fill(sql);
  await step.getByRole('button', { name: 'Ask', exact: true }).click();
  const answer = step.locator('.chat-answer');
  await expect(answer).not.toContainText(/Asking\.|being started/, { timeout: 20_000 });
  return answer;
}

async function ids(step: Locator): Promise<string[]> {
  await ask(step, 'SELECT id FROM messages ORDER BY id');
  return step.locator('.chat-rows tbody td').allInnerTexts();
}

async function loaded(page: Page, id: string): Promise<Locator> {
  const step = page.locator(id);
  await step.getByRole('button', { name: /^Load SQLite \(\d+ kB\)$/ }).click();
  await expect(step.getByRole('button', { name: 'Ask', exact: true })).toBeVisible({
    timeout: 20_000,
  });
  return step;
}

test.describe('with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  test('a message is recovered and lost before one’s eyes, and bad questions freeze nothing', async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(LAB);
    expect(asked.filter((url) => url.includes('/tools/'))).toEqual([]);
    const step = await loaded(page, '#step-2');

    expect(await ids(step)).toEqual(['1', '2', '3']);
    await step.getByLabel('State of the database').selectOption('Main file with its log');
    expect(await ids(step)).toEqual(['1', '3', '4']);
    await step.getByLabel('State of the database').selectOption('State after frame 1');
    expect(await ids(step)).toEqual(['1', '2', '3', '4']);

    for (const [sql, said] of [
      ['', 'Write a question first.'],
      ['make tea', 'near "make": syntax error'],
      ['SELECT body FROM mesages', 'no such table: mesages'],
      ['DELETE FROM messages', 'Only questions are taken here.'],
      ['SELECT 1; SELECT 2', 'one question at a time'],
    ] as const) {
      await expect(await ask(step, sql)).toContainText(said);
    }
    const endless =
      'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n';
    await step.getByRole('textbox', { name: 'Your question in SQL' }).fill(endless);
    await step.getByRole('button', { name: 'Ask', exact: true }).click();
    // The page answers while the question runs.
    await page.getByLabel('Number as stored').fill('\u200f794 910 600');
    await expect(page.getByRole('row', { name: /Cocoa/ })).toContainText('2026-03-11T08:30:00Z');
    await expect(step.locator('.chat-answer')).toContainText('did not end within four seconds', {
      timeout: 15_000,
    });
    expect(await ids(step)).toEqual(['1', '2', '3', '4']);

    await step.getByRole('button', { name: 'Open the copy and close it again' }).click();
    const table = step.getByRole('table', { name: 'The careless open' });
    await expect(table).toBeFocused();
    await expect(table).toContainText(MERGED);
    await expect(table.getByRole('row').last()).toHaveText(/2\s*0$/);
    expect(await ids(step)).toEqual(['1', '3', '4']);
    await step.getByRole('button', { name: 'Begin again with a fresh copy' }).click();
    expect(await ids(step)).toEqual(['1', '2', '3']);
  });

  test('the board tells a good order from the careless one, with the keyboard', async ({
    page,
  }) => {
    await page.goto(LAB);
    const board = page.locator('[data-enhance="chat-board"]');
    const act = async (name: string): Promise<void> => {
      await board.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await act('Open a copy');
    await expect(board.getByRole('status')).toContainText('There is no main file');
    for (const name of [
      'Copy the log',
      'Copy the main file',
      'Hash what was copied',
      'Make a second copy',
      'Open a copy',
    ]) {
      await act(name);
    }
    await expect(board.getByRole('status')).toContainText('still tells both stories');
    await act('Start again');
    await act('Open the original');
    await act('Copy the log');
    await expect(board.getByRole('status')).toContainText('The log is gone.');
    await expect(board.getByRole('status')).toContainText('no copy of it exists');
  });
});

test.describe('without script', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled);

  test('reads without script: rows before and after, frames, hashes and commands', async ({
    page,
  }) => {
    await page.goto(LAB);
    const alone = page.getByRole('table', { name: 'Main file alone' }).first();
    await expect(alone).toContainText('Make that 14 shirts');
    await expect(alone).not.toContainText('Then order 12 shirts');
    await expect(page.locator('#step-3')).toContainText('Left over from before, other salts');
    await page.getByText('All rows as text').first().click();
    await expect(page.locator('#step-2')).toContainText(MERGED);
    await page.getByText('The same on your own computer').first().click();
    await expect(page.locator('#step-2 pre')).toContainText('$ sha256sum kit-order.db');
    const link = page.getByRole('link', { name: /kit-order\.db-wal/ });
    const file = await page.request.get((await link.getAttribute('href')) ?? '');
    expect((await file.body()).length).toBe(2128);
  });
});
