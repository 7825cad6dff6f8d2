import lunr from 'lunr';
import type { Locale } from '../i18n/locales.ts';
import { fold } from './fold.ts';
import { packIndex, unpackIndex, type PackedIndex } from './packed-index.ts';
import { STEMS } from './stems.ts';
import { tokenize } from './tokens.ts';

/** A place that a search can lead to. */
export interface Place {
  /** Address below the language, with a heading where there is one: `a2-.../images/#raw`. */
  readonly path: string;
  /** Title of the section, page or term. */
  readonly title: string;
  /** What it belongs to: `A2.3 Images`, or empty. */
  readonly within: string;
  /** Kind of place; interface words exist for each. */
  readonly kind:
    'lesson' | 'course' | 'case' | 'lab' | 'quiz' | 'term' | 'instrument' | 'mechanism' | 'page';
  /** Other names of a term, an instrument or a body, so that a query that is just one of them leads to it. */
  readonly names?: readonly string[];
}

/** A place with the words that are searched, as the build gathers it. */
export interface SearchRecord extends Place {
  /** Running text of the place. */
  readonly text: string;
  /** Words of its source notes: searched, and not kept for excerpts, which would cost a sixth more to load. */
  readonly notes?: string;
  /** Other words that should lead here. */
  readonly also: readonly string[];
}

/** What the build writes for one module, or for the library, in one language. */
export interface SearchFile {
  readonly places: readonly Place[];
  readonly index: PackedIndex;
}

/** A place that was found. */
export interface Hit {
  readonly place: Place;
  /** Number of the place in its file, to look up its text. */
  readonly number: number;
  readonly score: number;
  /** True when the place has every word of the query, not only some. */
  readonly whole: boolean;
}

/** Kinds of place that people ask for by an abbreviation or another name. */
const CALLED: readonly Place['kind'][] = ['term', 'instrument', 'mechanism'];

/** Builds the index of one file. The result of the same records is always the same. */
export function buildSearchFile(records: readonly SearchRecord[], locale: Locale): SearchFile {
  const terms = (text: string): string[] => tokenize(text, STEMS[locale]).map(({ term }) => term);
  const notes = wordsOfNotes(records, locale);
  return {
    places: records.map(({ path, title, within, kind, also }) => ({
      path,
      title,
      within,
      kind,
      ...(CALLED.includes(kind) && also.length > 0 ? { names: also } : {}),
    })),
    index: packIndex(
      records.map(({ title, also, text }, number) => ({
        title: terms(title),
        also: terms(also.join(' ')),
        text: terms(text),
        notes: terms(notes[number] ?? ''),
      })),
    ),
  };
}

/**
 * What is searched of each place's notes: numbers, and words that no place of the file has itself.
 * The others lead to a better place, and would make the index a tenth larger.
 */
function wordsOfNotes(records: readonly SearchRecord[], locale: Locale): string[] {
  const terms = (text: string) => tokenize(text, STEMS[locale]);
  const own = new Set(
    records.flatMap(({ title, also, text }) =>
      terms(`${title} ${also.join(' ')} ${text}`).map(({ term }) => term),
    ),
  );
  return records.map(({ notes = '' }) =>
    terms(notes)
      .filter(({ term }) => /\p{N}/u.test(term) || !own.has(term))
      .map(({ start, end }) => notes.slice(start, end))
      .join(' '),
  );
}

/** A loaded file, ready to be asked. */
export interface Searcher {
  readonly places: readonly Place[];
  /** Places for the query, best first: all its words, else some of them, else words that begin so. */
  find(query: string): Hit[];
}

/** One way of asking an index; the ways are tried one after the other until something is found. */
interface Way {
  readonly presence: lunr.Query.presence;
  readonly wildcard: lunr.Query.wildcard;
  readonly fields: readonly string[];
  /** True where what is found has every word of the query in words of its own. */
  readonly whole: boolean;
}

const OWN = ['title', 'also', 'text'];
const { REQUIRED, OPTIONAL } = lunr.Query.presence;
const { NONE, TRAILING } = lunr.Query.wildcard;

/**
 * All words before some of them, whole words before beginnings. Source notes are asked only where a
 * place's own words have not all of them.
 */
const WAYS: readonly Way[] = [
  { presence: REQUIRED, wildcard: NONE, fields: OWN, whole: true },
  { presence: REQUIRED, wildcard: TRAILING, fields: OWN, whole: true },
  { presence: REQUIRED, wildcard: NONE, fields: [...OWN, 'notes'], whole: false },
  { presence: OPTIONAL, wildcard: NONE, fields: [...OWN, 'notes'], whole: false },
  { presence: OPTIONAL, wildcard: TRAILING, fields: OWN, whole: false },
];

/** Makes a file that was read over the network searchable. */
export function openSearchFile(file: SearchFile, locale: Locale): Searcher {
  const index = unpackIndex(file.index, file.places.length);
  return {
    places: file.places,
    find(query) {
      const words = [...new Set(tokenize(query, STEMS[locale]).map(({ term }) => term))];
      if (words.length === 0) return [];
      const ask = ({ presence, wildcard, fields }: Way): lunr.Index.Result[] =>
        index.query((asked) =>
          words.forEach((term) => asked.term(term, { presence, wildcard, fields: [...fields] })),
        );
      for (const way of WAYS) {
        const found = ask(way);
        if (found.length === 0) continue;
        return found.flatMap(({ ref, score }) => {
          const number = Number(ref);
          const place = file.places[number];
          return place ? [{ place, number, score, whole: way.whole }] : [];
        });
      }
      return [];
    },
  };
}

/** True when the query is just the title of the place or another name of it, whatever article or ending it has. */
function isCalled({ title, names = [] }: Place, query: string, locale: Locale): boolean {
  const terms = (text: string): string =>
    tokenize(text, STEMS[locale])
      .map(({ term }) => term)
      .join(' ');
  const wanted = terms(query);
  return wanted !== '' && [title, ...names].some((name) => terms(name) === wanted);
}

/**
 * How far up a hit stands among those of all files, whose scores cannot be compared: a place called just so comes first,
 * then places with every word of the query, lessons and reference pages before the library.
 */
export function weigh(hit: Hit, query: string, locale: Locale, inLibrary: boolean): number {
  return (
    hit.score +
    (isCalled(hit.place, query, locale) ? 3000 : 0) +
    (hit.whole ? 1500 : 0) +
    (inLibrary ? 0 : 1000)
  );
}

/** Whether a place's title or running text holds the query as it stands: for what ranked search does not find. */
export function holds(place: Place, text: string, query: string): boolean {
  const wanted = fold(query).trim();
  return wanted !== '' && fold(`${place.title}\n${text}`).includes(wanted);
}

/** A run of text, marked or not. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into stretches so that every word of the query is marked. */
export function mark(text: string, query: string, locale: Locale): Stretch[] {
  const wanted = new Set(tokenize(query, STEMS[locale]).map(({ term }) => term));
  const marked: boolean[] = new Array<boolean>(text.length).fill(false);
  for (const { term, start, end } of tokenize(text, STEMS[locale])) {
    if (wanted.has(term)) marked.fill(true, start, end);
  }
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at === text.length || marked[at] !== marked[from]) {
      stretches.push({ text: text.slice(from, at), marked: marked[from] ?? false });
      from = at;
    }
  }
  return stretches;
}

/** About `length` characters of the text around its first marked word, cut at spaces where there are any. */
export function excerpt(text: string, query: string, locale: Locale, length = 180): string {
  const wanted = new Set(tokenize(query, STEMS[locale]).map(({ term }) => term));
  const first = tokenize(text, STEMS[locale]).find(({ term }) => wanted.has(term));
  if (text.length <= length) return text;
  const rough = Math.max(0, (first?.start ?? 0) - Math.floor(length / 3));
  const begin = rough === 0 ? 0 : Math.max(text.lastIndexOf(' ', rough) + 1, rough - 20);
  const space = text.indexOf(' ', begin + length);
  const end =
    space < 0 || space > begin + length + 20 ? Math.min(text.length, begin + length) : space;
  return `${begin > 0 ? '… ' : ''}${text.slice(begin, end)}${end < text.length ? ' …' : ''}`;
}
