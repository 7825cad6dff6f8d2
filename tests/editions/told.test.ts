import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { courses } from '../../src/content/catalogue.ts';
import { ARRIVALS, type Arrival } from '../../src/editions/capabilities.ts';
import { packLms, type LmsLanguage } from '../../src/editions/lms/pack.ts';
import { packFolder } from '../../src/editions/packed/folder.ts';
import { packSingle } from '../../src/editions/packed/single.ts';
import { bookOf } from '../../src/editions/print/book.ts';
import { epubAddress } from '../../src/editions/print/epub.ts';
import type { Files } from '../../src/editions/zip.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import type { OfflineList } from '../../src/offline/list.ts';
import { options, SITE } from './packages.ts';

const LRS = 'https://lrs.example.org/xapi/';
const PROGRESS = 'en/progress/index.html';
const found = courses().find(({ spine }) => spine.code === 'A2');
if (!found) throw new Error('The model module is not published.');
const course = found;
const without = courses().flatMap(({ id }) => (id === course.id ? [] : [id]));

/** The site as a build with `--lrs` leaves it, in the one page that this changes (`SendToLrs.astro`). */
function siteWithLrs(): string {
  const site = mkdtempSync(join(tmpdir(), 'custodia-lrs-'));
  const pages = new RegExp(`^(?:${LOCALES.filter((lang) => lang !== 'en').join('|')})/.*/`);
  cpSync(SITE, site, {
    recursive: true,
    filter: (from) =>
      !pages.test(`${relative(SITE, from).replaceAll('\\', '/')}/`) || /search/.test(from),
  });
  const page = readFileSync(`${site}/${PROGRESS}`, 'utf8');
  writeFileSync(
    `${site}/${PROGRESS}`,
    page.replace('</article>', '<section data-lrs></section></article>'),
  );
  return site;
}

const textOf = (files: Files): string =>
  [...files].map(([, bytes]) => new TextDecoder().decode(bytes)).join('\n');

let site: string;
beforeAll(() => {
  site = siteWithLrs();
});

/** All text of what arrives, by how it arrives. */
const MADE: Readonly<Record<Exclude<Arrival, 'html5' | 'pdf'>, () => Promise<string>>> = {
  site: () => Promise.resolve(readFileSync(`${site}/${PROGRESS}`, 'utf8')),
  'site, kept on the device': () => {
    // The device keeps the site's own page.
    const { files } = JSON.parse(readFileSync(`${site}/offline/en.json`, 'utf8')) as OfflineList;
    expect(files.map(({ path }) => path)).toContain('en/progress/');
    return Promise.resolve(readFileSync(`${site}/${PROGRESS}`, 'utf8'));
  },
  usb: async () => textOf(await packFolder(packed())),
  'usb --single-file': () => packSingle(packed(), 'en'),
  scorm12: () => inLms('scorm12'),
  scorm2004: () => inLms('scorm2004'),
  cmi5: () => inLms('cmi5'),
  epub: () =>
    Promise.resolve(JSON.stringify(bookOf({ site, course, lang: 'en', address: epubAddress }))),
};

const packed = (): ReturnType<typeof options> =>
  options({ site, langs: ['en'], without, reaches: [LRS] });

async function inLms(language: LmsLanguage): Promise<string> {
  const { name, about, progress } = options();
  return textOf(
    await packLms(language, { site, course, lang: 'en', without, name, about, progress }),
  );
}

for (const [name, make] of Object.entries(MADE)) {
  test(`${name} made of a site with an LRS offers to send there exactly where the list of editions says so`, async () => {
    const text = await make();
    const { told } = ARRIVALS[name as Arrival];
    expect(/\bdata-lrs\b/.test(text)).toBe(/\bLRS\b/.test(told));
  });
}

test('what is made in the same way tells the same people', () => {
  expect(ARRIVALS.html5.told).toBe(ARRIVALS.usb.told);
  expect(ARRIVALS.pdf.told).toBe(ARRIVALS.epub.told);
});
