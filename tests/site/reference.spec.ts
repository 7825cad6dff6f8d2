import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

test('a reader gets from the home page to what a body cannot do, and back from a need', async ({
  page,
}) => {
  await page.goto('/en/');
  await page.getByRole('main').getByRole('link', { name: 'Bodies and networks' }).click();
  await page.getByRole('link', { name: 'Budapest 24/7 network', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What it cannot do' })).toBeVisible();
  await page.locator('#cannot-outside .cite').click();
  await expect(page).toHaveURL(/#source-1$/);
  await expect(page.locator('#source-1 a').first()).toHaveAttribute('href', /^https:/);

  await page.goto('/en/who-can/');
  await page.getByRole('link', { name: /must not be deleted/ }).click();
  const need = page.locator('section.need', { has: page.locator('#keep-data') });
  await expect(need.getByRole('link', { name: 'Budapest 24/7 network' }).first()).toBeHidden();
  await need.getByText('Show who can, and who cannot').click();
  await need.getByRole('link', { name: 'NCMEC CyberTipline' }).last().click();
  await expect(page).toHaveURL(/mechanisms\/ncmec\/#cannot-own-preservation$/);
});

test('the coverage page reads in Arabic, with links to modules that can be studied', async ({
  page,
}) => {
  await page.goto('/ar/coverage/');
  const row = page.locator('[data-place="13(d)(i)"]');
  await expect(row.getByRole('link', { name: 'A2', exact: true })).toBeVisible();
  await expect(page.locator('tr[data-place]')).toHaveCount(114);
});

test('a national editor fills a question, loses nothing on the way and gets two files', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/en/local-law/');
  if (!javaScriptEnabled) {
    await expect(page.locator('[data-slot="custody-fault"]')).toBeVisible();
    await expect(page.getByText('npm run new -- jurisdiction xx')).toBeVisible();
    await expect(page.locator('.law-form')).toHaveCount(0);
    return;
  }
  const fields = page.locator('[data-fields="custody-fault"]');
  await fields.locator('summary').click();
  await fields.getByLabel('Answer, in a few sentences').fill('The court weighs it: "always".');
  await page.getByRole('button', { name: 'Download jurisdiction.yaml' }).click();
  await expect(
    page.getByText('Write the two letters and the name of the State first.'),
  ).toBeVisible();
  await page.getByLabel('Two letters of the State').fill('XB');
  await page.getByLabel('Name of the State').fill('Belmora');
  await expect(fields.locator('summary')).toContainText('Still missing: Law or other text');

  await page.reload();
  await fields.locator('summary').click();
  await expect(fields.getByLabel('Answer, in a few sentences')).toHaveValue(/always/);
  await fields.getByLabel('Law or other text').fill('Evidence Act');
  await fields.getByLabel('Section or article').fill('section 4');
  await fields.getByLabel('Published by').fill('Official Journal');
  await fields.getByLabel('Read and compared on').fill('2026-11-27');
  await fields.getByLabel('Check again by').fill('2027-11-30');
  await fields.getByLabel('Office of the person').selectOption('judge');
  await expect(fields.locator('summary')).toContainText('Complete');

  const files: Record<string, unknown> = {};
  for (const name of ['jurisdiction.yaml', 'en.yaml']) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: `Download ${name}` }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(name);
    files[name] = parse(readFileSync(await download.path(), 'utf8'));
  }
  expect(files['en.yaml']).toEqual({
    name: 'Belmora',
    slots: { 'custody-fault': 'The court weighs it: "always".' },
  });
  expect(files['jurisdiction.yaml']).toMatchObject({
    id: 'xb',
    slots: { 'custody-fault': { checked: '2026-11-27', reviewer: 'judge' } },
  });
  await expect(page.getByText('Both files belong into courses/jurisdictions/xb/.')).toBeVisible();

  await page.getByRole('button', { name: 'Empty the form' }).click();
  await page.getByRole('button', { name: 'Yes, empty everything' }).click();
  await expect(page.getByLabel('Name of the State')).toHaveValue('');
});
