import lunr from 'lunr';

/** The fields of a place, and how much a word in each counts. */
const FIELDS = { title: 6, also: 4, text: 1, notes: 1 } as const;

type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

/** The terms of a place, field by field, each as often as it stands there. */
export type PlaceTerms = Readonly<Record<Field, readonly string[]>>;

/**
 * The terms of all places in few bytes: which term stands where, and how often. What lunr weighs it by follows from
 * that, so the index is made again where it is asked, the same to the last digit.
 */
export interface PackedIndex {
  /**
   * All terms in sorted order, one after the other: a capital letter for how many letters are those of the term before
   * (A none, B one), then the other letters. Terms hold no capital letters.
   */
  readonly terms: string;
  /**
   * For each field, term by term with a space between them, the places it stands in, once each time: a letter for how
   * many places further, counted from "0".
   */
  readonly fields: readonly string[];
}

const [NONE_SHARED, MOST_SHARED] = [65, 25];
const NO_STEP = 48;

/** Packs the terms of all places of a file. */
export function packIndex(places: readonly PlaceTerms[]): PackedIndex {
  const terms = [...new Set(places.flatMap((place) => NAMES.flatMap((name) => place[name])))];
  terms.sort();
  return { terms: packTerms(terms), fields: NAMES.map((name) => packField(places, name, terms)) };
}

function packTerms(terms: readonly string[]): string {
  return terms
    .map((term, number) => {
      if (/[A-Z\s]/.test(term)) throw new Error(`The term ${term} cannot be packed.`);
      const before = terms[number - 1] ?? '';
      let shared = 0;
      while (shared < MOST_SHARED && shared < before.length && before[shared] === term[shared])
        shared += 1;
      return String.fromCharCode(NONE_SHARED + shared) + term.slice(shared);
    })
    .join('');
}

function packField(places: readonly PlaceTerms[], name: Field, terms: readonly string[]): string {
  const found = new Map<string, number[]>();
  places.forEach((place, number) => {
    for (const term of place[name]) {
      const where = found.get(term);
      if (where) where.push(number);
      else found.set(term, [number]);
    }
  });
  return terms
    .map((term) =>
      (found.get(term) ?? [])
        .map((place, at, all) => String.fromCharCode(NO_STEP + place - (all[at - 1] ?? 0)))
        .join(''),
    )
    .join(' ');
}

/** How lunr weighs: how soon more of the same word counts no more, and how much the length of a field counts. */
const [K1, B] = [1.2, 0.75];

/**
 * Makes the index of what was packed: the very one that lunr builds, without its work of reading words. Its documents
 * are the places by number.
 *
 * @param count how many places there are
 */
export function unpackIndex({ terms, fields }: PackedIndex, count: number): lunr.Index {
  const found = fields.map((field) => field.split(' ').map(placesIn));
  const rarity: number[] = [];
  const inverted = unpackTerms(terms).map((term, number) => {
    const posting: Record<string, unknown> = { _index: number };
    let holding = 0;
    NAMES.forEach((name, at) => {
      const places = found[at]?.[number] ?? NOWHERE;
      posting[name] = postingOf(places);
      holding += places.length / 2;
    });
    rarity.push(Math.log(1 + Math.abs((count - holding + 0.5) / (holding + 0.5))));
    return [term, posting] as const;
  });
  const vectors = NAMES.map((name, at) => vectorsOf(found[at] ?? [], rarity, FIELDS[name], count));
  return lunr.Index.load({
    version: lunr.version,
    fields: NAMES,
    fieldVectors: Array.from({ length: count }, (_, place) =>
      NAMES.map((name, at) => [`${name}/${place}`, vectors[at]?.[place] ?? []]),
    ).flat(),
    invertedIndex: inverted,
    pipeline: [],
  });
}

/** Where a term stands in one field: place, how often, place, how often ... Most terms are in few fields. */
type Places = readonly number[];
const NOWHERE: Places = [];
/** What lunr keeps of a term in a place besides its weight: nothing. It only reads it, so one serves all. */
const NOTHING = {};

function placesIn(steps: string): Places {
  if (steps === '') return NOWHERE;
  const places: number[] = [];
  let place = 0;
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps.charCodeAt(at) - NO_STEP;
    place += step;
    if (at > 0 && step === 0) places.push((places.pop() ?? 0) + 1);
    else places.push(place, 1);
  }
  return places;
}

function postingOf(places: Places): object {
  if (places.length === 0) return NOTHING;
  const posting: Record<number, object> = {};
  for (let at = 0; at < places.length; at += 2) posting[places[at] ?? 0] = NOTHING;
  return posting;
}

/** The weight of each term in one field of each place: term number, weight, term number, weight ... */
function vectorsOf(
  found: readonly Places[],
  rarity: readonly number[],
  boost: number,
  count: number,
): number[][] {
  const lengths = new Array<number>(count).fill(0);
  for (const places of found) {
    for (let at = 0; at < places.length; at += 2) {
      const place = places[at] ?? 0;
      lengths[place] = (lengths[place] ?? 0) + (places[at + 1] ?? 0);
    }
  }
  const usual = lengths.reduce((sum, length) => sum + length, 0) / count;
  const vectors = lengths.map((): number[] => []);
  found.forEach((places, number) => {
    for (let at = 0; at < places.length; at += 2) {
      const [place, times] = [places[at] ?? 0, places[at + 1] ?? 0];
      const length = K1 * (1 - B + B * ((lengths[place] ?? 0) / usual));
      const weight = ((rarity[number] ?? 0) * ((K1 + 1) * times)) / (length + times);
      vectors[place]?.push(number, Math.round(weight * boost * 1000) / 1000);
    }
  });
  return vectors;
}

function unpackTerms(packed: string): string[] {
  let before = '';
  return (packed.match(/[A-Z][^A-Z]*/g) ?? []).map((term) => {
    before = before.slice(0, term.charCodeAt(0) - NONE_SHARED) + term.slice(1);
    return before;
  });
}
