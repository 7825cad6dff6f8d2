import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { press as pressIn } from './drive.ts';

/** A page with what went wrong on it. */
export interface Reader {
  readonly page: Page;
  /** Errors in the console and errors that nobody caught. */
  readonly errors: string[];
  /** Addresses asked for that are no local files. */
  readonly foreign: string[];
}

/** Listens on a page from before its first address. */
export function listen(page: Page): Reader {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:file|data|blob|about):/.test(request.url())) foreign.push(request.url());
  });
  return { page, errors, foreign };
}

/** Waits until an element is there and seen, and gives its text. */
export async function see(page: Page, selector: string): Promise<string> {
  const element = await page.waitForSelector(selector, { visible: true, timeout: 30_000 });
  return (await element?.evaluate((node) => node.textContent))?.trim() ?? '';
}

/** Waits until the address behind `#` is this one and its page is shown. */
export async function arrive(page: Page, hash: string): Promise<void> {
  await page.waitForFunction(
    (wanted: string) =>
      decodeURI(location.hash) === wanted &&
      document.documentElement.dataset['route'] === /^#\/([^?#]*)/.exec(wanted)?.[1] &&
      document.querySelector('main h1') !== null,
    { timeout: 30_000 },
    hash,
  );
}

/** Presses an element once it is seen, wherever it has moved by then. */
export async function click(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true, timeout: 30_000 });
  await element?.evaluate((node) => (node as HTMLElement).click());
}

/** Presses the link or button with these words, the first one that is seen. */
export function press(page: Page, words: string, within = 'body'): Promise<void> {
  return pressIn(page.mainFrame(), words, within);
}

/** Opens another page of the packed app by its address, as somebody who follows a link in a paper does. */
export async function open(page: Page, hash: string): Promise<void> {
  await page.evaluate((to: string) => (location.hash = to), hash);
  await arrive(page, hash);
}

/** Fills in some answer to the question that is shown, whatever its kind, without minding whether it is right. */
export async function answerSomehow(page: Page, within: string): Promise<void> {
  const kind = await page.evaluate((selector: string) => {
    const place = document.querySelector(selector);
    const first = place?.querySelector<HTMLInputElement>('input[type=radio], input[type=checkbox]');
    first?.click();
    const selects = [...(place?.querySelectorAll('select') ?? [])];
    for (const select of selects) {
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return first ? 'pick' : selects.length > 0 ? 'match' : 'other';
  }, within);
  if (kind !== 'other') return;
  const field = await page.$(`${within} input`);
  await field?.type('1');
}

/** Leaves for an empty page. Firefox tells of a load that this breaks off as if the empty page had not come. */
export async function leave(page: Page): Promise<void> {
  await page.goto('about:blank').catch((error: unknown) => {
    if (!String(error).includes('NS_BINDING_ABORTED')) throw error;
  });
  await expect.poll(() => page.url()).toBe('about:blank');
}

/** Fails with everything that went wrong on the page. */
export function expectCalm({ errors, foreign }: Reader): void {
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
}
