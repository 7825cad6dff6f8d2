import lunr from 'lunr';
import { expect, test } from 'vitest';
import { packIndex, unpackIndex, type PlaceTerms } from './packed-index.ts';

const terms = (text: string): string[] => text.split(' ').filter((term) => term !== '');
const place = (title: string, also: string, text: string, notes = ''): PlaceTerms => ({
  title: terms(title),
  also: terms(also),
  text: terms(text),
  notes: terms(notes),
});
const places = [
  place('hash', 'a2', 'hash hash hashes sha-256 256 equal equal equal bytes'),
  place('', '', 'equal seal \u0627\u0644\u062f\u0644\u064a\u0644 \u7535\u5b50'),
  place('seal', 'a2 seals', '', '902 902 khan'),
  ...Array.from({ length: 90 }, (_, number) => place(`place-${number}`, '', 'same same words')),
  place('hash', '', 'bytes'),
];

/** An index as lunr builds it of the same terms, with its terms by name. */
function byName(index: lunr.Index): unknown {
  const { fields, fieldVectors, invertedIndex } = index.toJSON() as {
    fields: string[];
    fieldVectors: [string, number[]][];
    invertedIndex: [string, { _index: number }][];
  };
  const names = new Map(invertedIndex.map(([term, { _index }]) => [_index, term]));
  return {
    fields,
    places: invertedIndex.map(([term, where]) => [term, { ...where, _index: undefined }]),
    weights: fieldVectors.map(([reference, vector]) => [
      reference,
      new Map(
        vector.flatMap((each, at) =>
          at % 2 === 0 ? [[names.get(each), vector[at + 1]] as const] : [],
        ),
      ),
    ]),
  };
}

test('what is packed comes out as the index that lunr builds of the same terms', () => {
  const builder = new lunr.Builder();
  builder.tokenizer = ((words: string[]) =>
    words.map((word) => new lunr.Token(word, {}))) as unknown as typeof lunr.tokenizer;
  builder.ref('number');
  builder.field('title', { boost: 6 });
  builder.field('also', { boost: 4 });
  builder.field('text');
  builder.field('notes');
  places.forEach((each, number) => builder.add({ number: String(number), ...each }));
  const packed = JSON.parse(JSON.stringify(packIndex(places))) as ReturnType<typeof packIndex>;
  expect(byName(unpackIndex(packed, places.length))).toEqual(byName(builder.build()));
});

test('a term that could not be told from its neighbour is refused', () => {
  expect(() => packIndex([place('Hash', '', '')])).toThrow('The term Hash cannot be packed.');
});
