import { rm, truncate, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import {
  COURSE,
  openRecord,
  read,
  parts,
  saveFile,
  loadFile,
  said,
  fileOf,
  statement,
  newReader,
} from './progress-walk.ts';

test.describe('My progress with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'Records need script.');

  test('moves by file to another browser, and loading the file twice changes nothing', async ({
    page,
    browser,
    baseURL,
  }) => {
    await read(page, 'images');
    await read(page, 'hashes-for-lawyers');
    await openRecord(page);
    await expect(page.locator('[data-label=finished]')).toHaveText('2 of 5 lessons');
    const here = await parts(page);
    const file = await saveFile(page);
    await expect(page.getByText('Last saved to a file: today.')).toBeVisible();

    const elsewhere = await newReader(browser, baseURL);
    const there = await elsewhere.newPage();
    await openRecord(there);
    await expect(there.locator('.record')).toHaveCount(0);
    await loadFile(there, file);
    await expect(said(there)).toHaveText('2 entries read. 2 new.');
    await expect.poll(() => parts(there)).toEqual(here);
    await loadFile(there, file);
    await expect(said(there)).toHaveText('2 entries read. 0 new.');
    expect(await parts(there)).toEqual(here);
    await there.reload();
    await expect(there.locator('[data-label=finished]')).toHaveText('2 of 5 lessons');
    await elsewhere.close();
  });

  for (const [name, text, words] of [
    [
      'no JSON',
      '<!doctype html><script>alert(1)</script>',
      'This is not a Custodia progress file. Nothing was changed.',
    ],
    [
      'another product',
      '{"type":"notebook"}',
      'This file was made by another program. Nothing was changed.',
    ],
    [
      'a newer version',
      fileOf('images', { version: 99 }),
      'This file was made by a newer version of Custodia.',
    ],
    [
      'cut in the middle',
      fileOf('images').slice(0, -60),
      'This file is cut off: its end is missing.',
    ],
  ] as const) {
    test(`refuses a file that is ${name}, and touches nothing`, async ({ page }) => {
      await read(page, 'images');
      await openRecord(page);
      const before = await parts(page);
      await loadFile(page, text);
      await expect(said(page)).toContainText(words);
      expect(await parts(page)).toEqual(before);
    });
  }

  test('refuses a file of 200 MB without reading it', async ({ page }, info) => {
    const path = info.outputPath('large.json');
    await writeFile(path, '');
    await truncate(path, 200 * 1024 * 1024);
    await openRecord(page);
    await page.locator('.savebox input[type=file]').setInputFiles(path);
    await expect(said(page)).toContainText('This file is larger than 25 MB and was not opened.');
    await rm(path);
  });

  test('takes what is sound from a damaged file and counts the rest; HTML in it stays text', async ({
    page,
  }) => {
    await openRecord(page);
    const odd = statement('images', {
      id: '0b0c2d3e-1111-4222-8333-444455556667',
      object: {
        objectType: 'Activity',
        id: `tag:custodia.example,2026:${COURSE}/lesson/<img src=x onerror=document.title='hit'>`,
      },
    });
    await loadFile(
      page,
      fileOf('images', { statements: [statement('images'), odd, { id: 7 }, null] }),
    );
    await expect(said(page)).toHaveText(
      '2 entries read. 2 new. 2 refused: they were damaged. The rest is safe.',
    );
    await expect(page.locator('[data-label=finished]')).toHaveText('1 of 5 lessons');
    expect(await page.title()).not.toContain('hit');
  });

  test('asks before it merges the file of somebody else', async ({ page }) => {
    await read(page, 'write-blocking');
    await openRecord(page);
    await loadFile(page, fileOf('images'));
    const question = page.getByText('This file holds the record of another learner.');
    await expect(question).toBeFocused();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await expect(page.locator('[data-label=finished]')).toHaveText('1 of 5 lessons');
    await loadFile(page, fileOf('images'));
    await page.getByRole('button', { name: 'Put them together' }).click();
    await expect(page.locator('[data-label=finished]')).toHaveText('2 of 5 lessons');
  });

  test('shows in one window what another window records', async ({ page, context }) => {
    await openRecord(page);
    const second = await context.newPage();
    await read(second, 'images');
    await expect(page.locator('[data-label=finished]')).toHaveText('1 of 5 lessons');
    await read(second, 'write-blocking');
    await expect(page.locator('[data-label=finished]')).toHaveText('2 of 5 lessons');
  });

  test('keeps two learners apart and deletes one without a trace', async ({ page }) => {
    await read(page, 'images');
    await openRecord(page);
    await page.getByRole('button', { name: 'Add a learner' }).click();
    await expect(page.getByText('Type a name first.').first()).toBeVisible();
    await expect(page.getByLabel('A name for the record that is already here')).toBeFocused();
    await page.getByLabel('A name for the record that is already here').fill('Kim');
    await page.getByLabel('A name for the new learner').fill('<b>Sam</b>');
    await page.getByRole('button', { name: 'Add a learner' }).click();
    await expect(page.locator('[data-label=name]')).toHaveText('<b>Sam</b>');
    await expect(page.getByRole('link', { name: 'Not <b>Sam</b>?' })).toBeVisible();
    await expect(page.locator('[data-label=finished]')).toHaveText('0 of 5 lessons');
    await read(page, 'write-blocking');
    await openRecord(page);

    const kim = page.locator('.learners li').filter({ hasText: 'Kim' });
    await kim.getByRole('button', { name: 'Show this record' }).click();
    await expect(page.locator('[data-label=name]')).toHaveText('Kim');
    const done = (await parts(page)).filter((row) => !/Not yet|Optional/.test(row));
    expect(done).toHaveLength(1);
    expect(done[0]).toContain('Images');
    const sam = page.locator('.learners li').filter({ hasText: 'Sam' });
    await sam.getByRole('button', { name: 'Delete this record' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.locator('.learners li')).toHaveCount(1);
    await expect(page.locator('body')).not.toContainText('Sam');
    const left = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          indexedDB.open('custodia').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            const all: unknown[] = [];
            const stores = [...database.objectStoreNames];
            const transaction = database.transaction(stores);
            for (const name of stores) {
              transaction.objectStore(name).getAll().onsuccess = (row) =>
                all.push((row.target as IDBRequest).result);
            }
            transaction.oncomplete = () => resolve(JSON.stringify(all));
          };
        }),
    );
    expect(left).toContain('images');
    expect(left).not.toMatch(/Sam|write-blocking/);
  });

  test('starts a module again only after a question', async ({ page }) => {
    await read(page, 'images');
    await openRecord(page);
    await page.getByRole('button', { name: 'Start this module again' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Start this module again' })).toBeFocused();
    await expect(page.locator('[data-label=finished]')).toHaveText('1 of 5 lessons');
    await page.getByRole('button', { name: 'Start this module again' }).click();
    await page.getByRole('button', { name: 'Start again', exact: true }).click();
    await expect(page.locator('[data-label=finished]')).toHaveText('0 of 5 lessons');
    await expect(page.locator('.record')).toHaveCount(0);
  });

  test('works in memory for the window when the browser refuses storage, and says so', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await read(page, 'images');
    await openRecord(page);
    await expect(page.locator('#window')).toHaveText(
      'This window keeps nothing. Save your progress to a file before you close it.',
    );
    await expect(page.locator('[data-label=finished]')).toHaveText('1 of 5 lessons');
    expect(await saveFile(page)).toContain('/lesson/images');
  });

  test('says that the disk is full and shows nothing as done that is not stored', async ({
    page,
  }) => {
    await read(page, 'images');
    await openRecord(page);
    const before = await parts(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('button', { name: 'Start this module again' }).click();
    await page.getByRole('button', { name: 'Start again', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('the storage of this browser is full');
    expect(await parts(page)).toEqual(before);
    await page.reload();
    await expect.poll(() => parts(page)).toEqual(before);
  });
});

test.describe('the completion statement with script', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'Records need script.');

  const about = (kind: string, id: string) => ({
    object: { objectType: 'Activity', id: `tag:custodia.example,2026:${COURSE}/${kind}/${id}` },
  });
  const verb = (name: string) => ({
    verb: { id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name } },
  });
  const words = (more: object) => ({
    context: {
      platform: 'Custodia',
      extensions: { 'tag:custodia.example,2026:seq': 4, ...more },
    },
  });
  const outcomes = (right: number) => ({
    'tag:custodia.example,2026:outcomes': { 'compute-and-compare': { right, of: 3 } },
  });
  const score = (raw: number) => ({ score: { raw, min: 0, max: 12, scaled: raw / 12 } });
  const lessons = ['collect-or-acquire', 'write-blocking', 'images', 'hashes-for-lawyers'];
  const whole = [
    ...[...lessons, 'custody-as-a-story'].map((lesson) => about('lesson', lesson)),
    { ...verb('failed'), ...about('form', 'a'), result: { ...score(5), extensions: outcomes(1) } },
    { ...verb('passed'), ...about('form', 'b'), result: { ...score(11), extensions: outcomes(3) } },
    { ...verb('completed'), ...about('finding', 'hash-bench') },
    {
      ...verb('completed'),
      ...about('scenario', 'slept-in-a-car'),
      result: {
        response: 'child-lead-delayed',
      },
      ...words({ 'tag:custodia.example,2026:role': 'judge' }),
    },
  ].map((change, at) =>
    statement('', { id: `0b0c2d3e-1111-4222-8333-4444555566${10 + at}`, ...change }),
  );

  test('says what is missing, with links', async ({ page }) => {
    await read(page, 'images');
    await page.goto(`/en/${COURSE}/completion/`);
    await expect(page.getByRole('heading', { name: 'Not complete yet' })).toBeVisible();
    await expect(page.locator('.completion li')).toHaveCount(8);
    await expect(page.getByText('8 parts are open.')).toBeVisible();
    await page.getByRole('link', { name: 'A2.5 Custody as a story' }).click();
    await expect(page).toHaveURL(/custody-as-a-story/);
  });

  test('shows the statement when all is done, prints a name and keeps it nowhere', async ({
    page,
  }) => {
    await openRecord(page);
    await loadFile(page, fileOf('', { statements: whole }));
    await expect(said(page)).toHaveText('9 entries read. 9 new.');
    await page.goto(`/en/${COURSE}/completion/`);
    await expect(page.getByRole('heading', { name: 'Completed self-study' })).toBeVisible();
    await expect(page.locator('main')).toContainText('It is no certificate of competence');
    const row = page.locator('.completion tr').filter({ hasText: 'Compute hash values' });
    await expect(row).toContainText('1 of 3');
    await expect(row).toContainText('3 of 3');
    await page.getByLabel('A name to print').fill('Ada <i>Example</i>');
    await expect(page.locator('.paper')).toContainText('Ada <i>Example</i>');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.paper')).toBeVisible();
    await expect(page.getByLabel('A name to print')).toBeHidden();
    await expect(page.locator('.completion-place [data-static]')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.reload();
    await expect(page.locator('.paper')).toBeVisible();
    await expect(page.locator('main')).not.toContainText('Ada');
    await openRecord(page);
    const file = await saveFile(page);
    expect(file).not.toContain('Ada');
    // The completion itself was recorded, once, although the page was opened twice.
    expect(file.match(new RegExp(`${COURSE}/course/${COURSE}`, 'g'))).toHaveLength(1);
  });
});

test.describe('without script', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'With script the island is shown.');

  for (const lang of ['en', 'ar']) {
    test(`My progress explains itself and leads to the paper form (${lang})`, async ({ page }) => {
      await page.goto(`/${lang}/progress/`);
      const notice = page.locator('main [data-static]');
      await expect(notice).toBeVisible();
      await notice.locator(`a[href*="/${COURSE}/"]`).click();
      await expect(page).toHaveURL(new RegExp(`/${lang}/${COURSE}/completion/$`));
      await expect(page.locator('dl.byhand')).toBeVisible();
      await expect(page.locator('table.byhand').first().locator('tbody tr')).toHaveCount(10);
    });
  }
});

test.describe('a record that cannot be stored', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'Records need script.');

  test('is announced in the lab, waits, and is stored on the next try', async ({ page }) => {
    await page.goto(`/en/${COURSE}/lab-hash-bench/`);
    const boxes = page.locator('main [data-enhanced] input[type=checkbox]');
    await boxes.nth(0).check();
    // The store is open and has taken something.
    await expect.poll(() => snapshots(page)).not.toBe('[]');
    await page.evaluate(() => {
      Object.assign(window, {
        whole: Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put'),
      });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const before = await snapshots(page);
    await boxes.nth(1).check();
    const notice = page.locator('.recordtrouble');
    await expect(notice).toContainText('the storage of this browser is full');
    await expect(notice).toBeInViewport();
    expect(await snapshots(page)).toBe(before);
    await page.evaluate(() => {
      const { whole } = window as unknown as { whole: PropertyDescriptor };
      Object.defineProperty(IDBObjectStore.prototype, 'put', whole);
    });
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice).toBeEmpty();
    expect(await snapshots(page)).not.toBe(before);
  });

  /** What is stored to go on with later, as text. */
  async function snapshots(page: Page): Promise<string> {
    return page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('custodia');
          // Not made by the page yet: leave it to the page.
          request.onupgradeneeded = () => request.transaction?.abort();
          request.onerror = () => resolve('[]');
          request.onsuccess = () => {
            const database = request.result;
            database.transaction('snapshots').objectStore('snapshots').getAll().onsuccess = (row) =>
              resolve(JSON.stringify((row.target as IDBRequest).result));
          };
        }),
    );
  }
});
