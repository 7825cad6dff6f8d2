import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Frame } from 'puppeteer-core';
import { SITE } from './packages.ts';

/** What the link beside the seal would save on the page that is shown, and the digits that are printed there. */
interface Offered {
  readonly words: string;
  readonly name: string;
  readonly digits: string;
}

/** Presses the link beside the seal and takes what it would save, without a file on the disk for each page. */
async function offered(frame: Frame): Promise<Offered | undefined> {
  return frame.evaluate(async () => {
    const link = document.querySelector<HTMLElement>('.seal a[data-seal-words]');
    if (!link) return undefined;
    const make = URL.createObjectURL.bind(URL);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- It is put back.
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob | undefined;
    let name = '';
    URL.createObjectURL = (each) => {
      if (each instanceof Blob) blob = each;
      return make(each);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      name = this.download;
    };
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
    const digits = document.querySelector('.seal .mono')?.textContent ?? '';
    return { words: (await blob?.text()) ?? '', name, digits };
  });
}

/**
 * Fails unless the words that the page offers hash to the digits printed on it and, where the edition changes no
 * word, are those of the site. Gives whether the page has a seal.
 */
export async function expectSeal(frame: Frame, route: string, sameAsSite = true): Promise<boolean> {
  const site = `${SITE}/${route}index.txt`;
  const seal = await offered(frame);
  expect(seal !== undefined, `${route} has a seal`).toBe(existsSync(site));
  if (!seal) return false;
  const hash = createHash('sha256').update(seal.words, 'utf8').digest('hex');
  expect(hash.slice(0, 16), route).toBe(seal.digits.replaceAll(' ', ''));
  expect(seal.name).toBe(`${route.replace(/\/$/, '').replaceAll('/', '-')}.txt`);
  if (sameAsSite) expect(seal.words === readFileSync(site, 'utf8'), route).toBe(true);
  return true;
}
