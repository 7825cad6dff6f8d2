import { expect, test } from '@playwright/test';

const ADDRESS = '/en/a5-who-was-behind-it/lab-header-trail/';

test.describe('without script', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled);

  test('the way of the message is read as a table, with the boundary below it', async ({
    page,
  }) => {
    await page.goto(ADDRESS);
    const tool = page.locator('#step-2 .trail');
    await tool.getByText('The lines with their times in UTC').click();
    await expect(tool.getByRole('row', { name: /out\.example\.net/ })).toContainText(
      '2026-03-07T09:18:21Z',
    );
    await expect(tool).toContainText('The trust boundary is below line 2.');
    await expect(page.getByRole('link', { name: /forty-teapots\.eml/ })).toHaveAttribute(
      'download',
      'forty-teapots.eml',
    );
  });
});

test.describe('with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled);

  test('the message is read on demand, and trust moves the boundary by keyboard alone', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(ADDRESS);
    const tool = page.locator('#step-2 .trail');
    await tool.scrollIntoViewIfNeeded();
    const read = tool.getByRole('button', { name: /^Read the message here/ });
    await expect(read).toBeVisible();
    expect(asked.filter((url) => url.includes('postal-mime'))).toEqual([]);
    await read.focus();
    await page.keyboard.press('Enter');

    const lines = tool.getByRole('row');
    const status = tool.getByRole('status');
    await expect(lines).toHaveCount(6);
    expect(asked.filter((url) => url.includes('postal-mime'))).toHaveLength(1);
    await expect(status).toHaveText(
      'The trust boundary is below line 2. The last trusted line gives 198.51.100.47 at 2026-03-07T09:18:26Z.',
    );
    await expect(lines.nth(3)).toContainText('claim');

    // A server whose line fits the one above moves the boundary; one whose line does not fit moves nothing.
    const trust = tool.getByRole('group', { name: /^Whose lines/ });
    await trust.getByLabel('mail.example.com').focus();
    await page.keyboard.press('Space');
    await expect(status).toContainText('below line 2.');
    await trust.getByLabel('out.example.net').focus();
    await page.keyboard.press('Space');
    await expect(status).toContainText('below line 3.');
    await expect(lines.nth(3)).toContainText('record');
    await trust.getByLabel('web.example.net').check();
    await expect(status).toHaveText(
      'The trust boundary is below line 4. The last trusted line gives 203.0.113.49 at 2026-03-07T09:18:19Z.',
    );
    await trust.getByLabel('store.example.org').uncheck();
    await expect(status).toHaveText('No line is above the trust boundary.');
  });
});
