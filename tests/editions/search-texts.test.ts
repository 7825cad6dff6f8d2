import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { Locale } from '../../src/i18n/locales.ts';
import { addressOf, nameOf } from '../../src/editions/packed/address.ts';
import { packFolder } from '../../src/editions/packed/folder.ts';
import { parsePage } from '../../src/editions/packed/read.ts';
import type { Files } from '../../src/editions/zip.ts';
import { searchFiles } from '../../src/content/search-records.ts';
import { textsOf } from '../../src/islands/search/texts.ts';
import {
  excerpt,
  mark,
  openSearchFile,
  type Place,
  type SearchFile,
} from '../../src/search/search.ts';
import { SITE, options } from './packages.ts';

const LANGS = ['ar', 'en'] as const;
const queries = parse(readFileSync('tests/search-queries.yaml', 'utf8')) as Record<
  Locale,
  Record<string, string>
>;

/** A place with its running text as the site carries it, and as a stick takes it from the page. */
interface Told {
  readonly place: Place;
  readonly onSite: string;
  readonly onStick: string;
  /** Whether the page is in the reader's language: one that is not has a text in English. */
  readonly own: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(`${SITE}/${name}`, 'utf8'));
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const part = (whole: number, some: number): number => (whole === 0 ? 1 : some / whole);

/** The part of the site's words that stand in the text on the stick as well. */
function kept({ onSite, onStick }: Told): number {
  const words = new Set(wordsOf(onStick));
  const wanted = wordsOf(onSite);
  return part(wanted.length, wanted.filter((word) => words.has(word)).length);
}

const packed = packFolder(options());

describe.each(LANGS)('on a stick in %s', (lang) => {
  let files: Files;
  const told = new Map<string, Told[]>();

  beforeAll(async () => {
    files = await packed;
    const parsed = new Map<string, ReturnType<typeof parsePage>>();
    const pageAt = (address: string): ReturnType<typeof parsePage> => {
      const { route } = addressOf(address);
      const page =
        parsed.get(route) ??
        parsePage(new TextDecoder().decode(files.get(`static/${nameOf(route)}.html`)));
      parsed.set(route, page);
      return page;
    };
    // As the packed app gives its pages to the search.
    vi.stubGlobal('custodiaPage', (address: string) => Promise.resolve(pageAt(address)));
    const ownLanguage = ({ path }: Place): boolean =>
      pageAt(`#/${lang}/${path}`).querySelector('article')?.getAttribute('lang') === lang;
    for (const name of searchFiles()) {
      const { places } = read(`${lang}/search/${name}.json`) as SearchFile;
      const texts = read(`${lang}/search/${name}-texts.json`) as string[];
      const onStick = await textsOf(places, `#/${lang}/`, '');
      const all = places.map(async (place, number) => ({
        place,
        onSite: texts[number] ?? '',
        onStick: await onStick(number),
        own: ownLanguage(place),
      }));
      told.set(name, await Promise.all(all));
    }
  });
  afterAll(() => vi.unstubAllGlobals());

  test('no text is carried twice: none but those of the pages', () => {
    expect([...files.keys()].filter((name) => name.endsWith('-texts.js'))).toEqual([]);
    expect(files.has(`data/${lang}/search/library.js`)).toBe(true);
  });

  test('the text of a place holds the words that it holds on the site', () => {
    const all = [...told.values()].flat();
    expect(all.length).toBeGreaterThan(50);
    // The text of a page about the site holds every word of its area there, of buttons and notices too.
    const poor = all
      .filter((each) => each.own && each.place.kind !== 'page' && kept(each) < 0.85)
      .map((each) => `${each.place.path}: ${kept(each).toFixed(2)}`);
    expect(poor).toEqual([]);
  });

  test('no text gives away the answer to a question or the outcome of a decision', () => {
    const answers = [...files]
      .filter(([name]) => name.startsWith(`static/${lang}/`))
      .flatMap(([, bytes]) =>
        parsePage(new TextDecoder().decode(bytes))
          .querySelectorAll('.question-answer [data-w^="feedback."], .case-after > div')
          .map((each) => each.textContent.trim())
          .filter((text) => text.length > 40),
      );
    expect(answers.length).toBeGreaterThan(20);
    const texts = [...told.values()].flat().map(({ onStick }) => onStick);
    expect(answers.filter((answer) => texts.some((text) => text.includes(answer)))).toEqual([]);
  });

  test('an excerpt shows the words asked for wherever the site shows them', () => {
    const shows = (text: string, query: string): boolean =>
      mark(excerpt(text, query, lang), query, lang).some(({ marked }) => marked);
    let compared = 0;
    const poor: string[] = [];
    for (const [name, list] of told) {
      const searcher = openSearchFile(read(`${lang}/search/${name}.json`) as SearchFile, lang);
      for (const query of Object.keys(queries[lang])) {
        for (const { number, place } of searcher.find(query).slice(0, 5)) {
          const each = list[number];
          if (!each?.own || place.kind === 'page' || !shows(each.onSite, query)) continue;
          compared += 1;
          if (!shows(each.onStick, query)) poor.push(`${query}: ${place.path}`);
        }
      }
    }
    expect(compared).toBeGreaterThan(50);
    // Words of a case's description stand in search only.
    expect(poor.length, poor.join('\n')).toBeLessThan(compared * 0.02);
  });
});
