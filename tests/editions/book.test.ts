import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { courses, type Course } from '../../src/content/catalogue.ts';
import { bookOf } from '../../src/editions/print/book.ts';
import { epubAddress, epubFiles, zipEpub } from '../../src/editions/print/epub.ts';
import type { Files } from '../../src/editions/zip.ts';

const site = new URL('../../dist', import.meta.url).pathname;
const found = courses().find(({ id }) => id.startsWith('a2-'));
if (!found) throw new Error('Module A2 is not published.');
const course: Course = found;
/** Debian's `epubcheck` is a jar that a shell cannot always start by itself. */
const JAR = '/usr/share/java/epubcheck.jar';
const epubcheck = (file: string) => spawnSync('java', ['-jar', JAR, file], { encoding: 'utf8' });
const missing = epubcheck('--version').error !== undefined || !existsSync(JAR);
const folder = mkdtempSync(join(tmpdir(), 'custodia-epub-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const make = (lang: 'en' | 'ar' | 'zh', which = course): Files =>
  epubFiles(bookOf({ site, course: which, lang, address: epubAddress }), '2026-11-27', {
    edition: 'epub',
  });
const text = (files: Files, name: string): string =>
  new TextDecoder().decode(files.get(`EPUB/${name}`));

describe.each(['en', 'ar', 'zh'] as const)('the book of A2 in %s', (lang) => {
  const files = make(lang);

  test('leads from every question to its answer and back', () => {
    const answers = parse(text(files, 'answers.xhtml'));
    const items = answers.querySelectorAll('section.answer');
    expect(items).toHaveLength(36);
    for (const item of items) {
      const back = item.querySelector('h3 a')?.getAttribute('href') ?? '';
      const [file = '', place = ''] = back.split('#');
      const question = parse(text(files, file)).querySelector(`#${place}`);
      const to = question?.querySelector('a[href^="answers.xhtml"]')?.getAttribute('href');
      expect(to, back).toBe(`answers.xhtml#${item.id}`);
      expect(item.textContent.length).toBeGreaterThan(40);
    }
    expect(text(files, 'quiz-a.xhtml')).not.toContain('class="answers"');
  });

  test('shows every page’s seal as the site does', () => {
    const digits = /\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b/;
    const chapter = digits.exec(text(files, 'images.xhtml'))?.[0];
    expect(chapter).toMatch(digits);
  });

  test('turns its pages in the direction of its script', () => {
    const direction = text(files, 'package.opf').includes('page-progression-direction="rtl"');
    expect(direction).toBe(lang === 'ar');
  });

  test('has the same bytes each time', () => {
    expect(Buffer.compare(zipEpub(make(lang), '2026-11-27'), zipEpub(files, '2026-11-27'))).toBe(0);
  });

  test.skipIf(missing && process.env['CI'] !== 'true')(
    'passes epubcheck without an error or a warning (Install epubcheck and default-jre-headless to run this)',
    () => {
      const file = join(folder, `${lang}.epub`);
      writeFileSync(file, zipEpub(files, '2026-11-27'));
      const checked = epubcheck(file);
      expect(checked.stderr + checked.stdout).toContain('No errors or warnings detected');
    },
    120_000,
  );
});
