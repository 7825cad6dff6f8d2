import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { courses, type Course } from '../../src/content/catalogue.ts';
import { bookOf } from '../../src/editions/print/book.ts';
import { epubAddress, epubFiles, zipEpub } from '../../src/editions/print/epub.ts';
import { translator } from '../../src/i18n/t.ts';
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
  epubFiles(bookOf({ site, course: which, lang, address: epubAddress }), {
    name: `a2-epub-${lang}.epub`,
    day: '2026-11-27',
    about: { edition: 'epub' },
  });
const text = (files: Files, name: string): string =>
  new TextDecoder().decode(files.get(`EPUB/${name}`));

/** What speaks of the screen, of the place of a page, or is said of paper in other words. */
const OF_THE_SCREEN =
  'script, nav, button, summary, [data-needs-script], [hidden], [data-not-in-book], [data-template], .screen, .stop, .contents, .actions, .ref, .seal, a[hreflang], .places + p, .quiz-intro [data-static], .lab-lead + .small, .case-way > p, .case-ending .links';

describe('the books of all modules in English', () => {
  test.skipIf(missing && process.env['CI'] !== 'true')(
    'pass epubcheck without an error or a warning',
    () => {
      for (const each of courses().filter(({ id }) => id !== course.id)) {
        const file = join(folder, `${each.id}.epub`);
        writeFileSync(file, zipEpub(make('en', each), '2026-11-27'));
        const checked = epubcheck(file);
        expect(checked.stderr + checked.stdout, each.id).toContain(
          'No errors or warnings detected',
        );
      }
    },
    300_000,
  );
});

test('a book gives every reason that the site gives for the points of a graded form', () => {
  const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();
  let seen = 0;
  for (const which of courses()) {
    const said = which.files.labs.flatMap(({ spine }) => {
      const page = readFileSync(`${site}/en/${which.id}/lab-${spine.data?.id ?? ''}/index.html`);
      return parse(page.toString())
        .querySelectorAll('.sheet [data-w^="reason."]')
        .map((reason) => flat(reason.text));
    });
    if (said.length === 0) continue;
    const files = make('en', which);
    const book = [...files.keys()]
      .filter((name) => name.endsWith('.xhtml'))
      .map((name) => flat(parse(text(files, name.replace('EPUB/', ''))).text))
      .join(' ');
    expect(said.filter((reason) => !book.includes(reason))).toEqual([]);
    seen += said.length;
  }
  expect(seen).toBeGreaterThan(50);
});

test('a book for trainers says so on its first page and on the shelf, and is another book to a reader', () => {
  const book = (from: string, audience: 'learner' | 'trainer', jurisdiction?: string): string[] => {
    const options = { site: from, course, lang: 'en', audience, jurisdiction } as const;
    const files = epubFiles(bookOf({ ...options, address: epubAddress }), {
      name: 'a2.epub',
      day: '2026-11-27',
      about: {},
    });
    const opf = text(files, 'package.opf');
    return [
      parse(text(files, 'front.xhtml')).textContent,
      /<dc:title>([^<]*)</.exec(opf)?.[1] ?? '',
      /<dc:identifier[^>]*>([^<]*)</.exec(opf)?.[1] ?? '',
    ];
  };
  const [learner, trainer] = [book(site, 'learner'), book(`${site}-trainer`, 'trainer')];
  expect(learner[0]).toContain('Handbook for learners');
  expect(trainer[0]).toContain('Handbook for trainers');
  expect(trainer[0]).not.toContain('learners');
  expect(trainer[1]).toBe(`${learner[1] ?? ''} · Handbook for trainers`);
  const identifiers = [learner, trainer, book(site, 'learner', 'xa')].map(([, , id]) => id);
  expect(new Set(identifiers).size).toBe(3);
});

describe.each(['en', 'ar', 'zh'] as const)('the book of A2 in %s', (lang) => {
  const files = make(lang);
  const t = translator(lang);

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

  test('has every word of the pages that is not of the screen', () => {
    const squeeze = (words: string): string => words.replace(/[\s☐]+/gu, '').normalize('NFC');
    const chapters = [...files.keys()].filter((name) => name.endsWith('.xhtml'));
    const all = squeeze(
      chapters.map((name) => parse(text(files, name.slice(5))).textContent).join(),
    );
    let compared = 0;
    for (const chapter of chapters.map((name) => name.slice(5, -6))) {
      const file = `${site}/${lang}/${course.id}/${chapter === 'course' ? '' : `${chapter}/`}index.html`;
      if (!existsSync(file)) continue;
      const page = parse(readFileSync(file, 'utf8').replace(/<!--.*?-->/gs, ''));
      for (const gone of page.querySelectorAll(OF_THE_SCREEN)) gone.remove();
      for (const part of page.querySelectorAll('article :is(p, li, dd, dt, td, th, h2, h3, pre)')) {
        if (part.querySelector('p, li, dd, td, div, [data-w]') || part.closest('.source')) continue;
        expect(all, `${chapter}: ${part.textContent}`).toContain(squeeze(part.textContent));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(800);
  });

  test('holds the words and the sources that the module uses, and no others', () => {
    const chapters = [...files.keys()].filter((name) => name.endsWith('.xhtml'));
    const links = chapters.flatMap((name) =>
      parse(text(files, name.replace('EPUB/', '')))
        .querySelectorAll('a')
        .map((link) => link.getAttribute('href') ?? ''),
    );
    for (const [list, entries] of [
      ['glossary', '.term-entry'],
      ['sources', '.sources > li'],
    ] as const) {
      const ids = parse(text(files, `${list}.xhtml`))
        .querySelectorAll(entries)
        .map(({ id }) => id);
      const used = links.filter((href) => href.startsWith(`${list}.xhtml#`));
      expect(ids.length, list).toBeGreaterThan(10);
      expect(new Set(used), list).toEqual(new Set(ids.map((id) => `${list}.xhtml#${id}`)));
    }
  });

  test('names a source by the number it has in the list', () => {
    const list = parse(text(files, 'sources.xhtml'));
    const numbers = new Map(
      list
        .querySelectorAll('ol.sources')
        .flatMap((part) =>
          part.children.map(({ id }, index) => [
            `sources.xhtml#${id}`,
            `[${Number(part.getAttribute('start')) + index}]`,
          ]),
        ) as [string, string][],
    );
    const notes = parse(text(files, 'images.xhtml')).querySelectorAll('.source');
    expect(notes.length).toBeGreaterThan(3);
    for (const link of notes.flatMap((note) => note.querySelectorAll('a.number')))
      expect(link.textContent).toBe(numbers.get(link.getAttribute('href') ?? ''));
    expect(notes.some((note) => note.querySelector('a.number'))).toBe(true);
    expect(text(files, 'images.xhtml')).not.toContain('https://');
  });

  test('keeps words apart that only style kept apart, and says nothing of the screen', () => {
    for (const name of ['course', 'quiz-a', 'lab-hash-bench', 'case', 'answers']) {
      const html = text(files, `${name}.xhtml`);
      const joined = /<\/(?:a|b|bdi|code|i|span)><(?:a|b|code|i|span)[ >]/u;
      const body = parse(html.replace(/<div [^>]*lab-hex.*?<\/div><\/div>/gs, ''));
      for (const gone of body.querySelectorAll('svg, pre, [role=table]')) gone.remove();
      if (lang !== 'zh') expect(joined.exec(body.innerHTML)?.[0], name).toBeUndefined();
      for (const words of [t('course.misconceptions.show'), t('form.keep'), t('course.way.note')])
        expect(html, name).not.toContain(words);
    }
    const way = parse(text(files, 'course.xhtml')).querySelector('.way li');
    expect(way?.textContent).toMatch(/^A2\.0 /);
  });

  test('shows every page’s seal as the site does, and none under what it shows a part of', () => {
    const digits = /\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b/;
    const sealed: string[] = [];
    for (const name of [...files.keys()].filter((path) => path.endsWith('.xhtml'))) {
      const chapter = name.slice('EPUB/'.length, -'.xhtml'.length);
      const shown =
        parse(text(files, `${chapter}.xhtml`)).querySelector('.seal')?.textContent ?? '';
      const file = `${site}/${lang}/${course.id}/${chapter === 'course' ? '' : `${chapter}/`}index.html`;
      const page = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
      const seal = page?.querySelector('.seal .mono')?.textContent.trim();
      expect(digits.exec(shown)?.[0], chapter).toBe(seal);
      if (seal !== undefined) sealed.push(seal);
    }
    expect(sealed.length).toBeGreaterThan(6);
    expect(new Set(sealed).size).toBe(sealed.length);
  });

  test('shows the bytes of a file eight to a line, with their letters behind them', () => {
    const rows = parse(text(files, 'lab-hash-bench.xhtml'))
      .querySelectorAll('.lab-hex [role=row]')
      .map((row) => row.textContent);
    expect(rows.length).toBeGreaterThan(20);
    const torn = rows.filter(
      (row) => !/^[0-9a-f]{4} {2}[0-9a-f]{2}(?: [0-9a-f]{2}){7} {2}.{8}$/.test(row),
    );
    expect(torn).toEqual([]);
    expect(rows.slice(0, 3).map((row) => row.slice(0, 4))).toEqual(['0000', '0008', '0010']);
    expect(
      rows
        .slice(0, 2)
        .map((row) => row.slice(-8))
        .join(''),
    ).toBe('TEA HOUSE AT THE');
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
