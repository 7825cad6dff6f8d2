/** lunr's own serialised index, the parts of it that are read here. */
export interface SerialisedIndex {
  readonly version: string;
  readonly fields: readonly string[];
  /** `[field/reference, [term number, score, term number, score, ...]]` */
  readonly fieldVectors: readonly (readonly [string, readonly number[]])[];
  /** `[term, { _index: term number, field: { reference: {} } }]`, sorted by term. */
  readonly invertedIndex: readonly (readonly [string, { readonly _index: number }])[];
  readonly pipeline: readonly string[];
}

/**
 * The same index in about half the bytes. The postings of a term are the vectors read the other way round, so
 * they are left out, like fields that are empty; terms are numbered in sorted order; numbers are steps from the one before; scores are
 * rounded to quarters, which changes no ranking that a reader could see.
 */
export interface PackedIndex {
  readonly version: string;
  readonly fields: readonly string[];
  readonly terms: readonly string[];
  readonly vectors: readonly (readonly [string, readonly number[]])[];
}

const QUARTERS = 4;

/** Packs what lunr serialised. */
export function packIndex(index: SerialisedIndex): PackedIndex {
  const numbers = new Map(index.invertedIndex.map(([, { _index }], number) => [_index, number]));
  return {
    version: index.version,
    fields: index.fields,
    terms: index.invertedIndex.map(([term]) => term),
    vectors: index.fieldVectors.flatMap(([reference, vector]) => {
      if (vector.length === 0) return [];
      const pairs: [number, number][] = [];
      for (let at = 0; at < vector.length; at += 2) {
        pairs.push([
          numbers.get(vector[at] ?? -1) ?? 0,
          Math.round((vector[at + 1] ?? 0) * QUARTERS),
        ]);
      }
      pairs.sort(([a], [b]) => a - b);
      let last = 0;
      const flat = pairs.flatMap(([number, score]) => {
        const step = number - last;
        last = number;
        return [step, score];
      });
      return [[reference, flat] as const];
    }),
  };
}

/** Unpacks to what lunr loads. */
export function unpackIndex(packed: PackedIndex): SerialisedIndex {
  const postings = packed.terms.map((term, number) => {
    const fields = Object.fromEntries(packed.fields.map((field) => [field, {}]));
    return [term, { _index: number, ...fields }] as const;
  });
  const fieldVectors = packed.vectors.map(([reference, flat]) => {
    const slash = reference.indexOf('/');
    const field = reference.slice(0, slash);
    const document = reference.slice(slash + 1);
    const vector: number[] = [];
    let number = 0;
    for (let at = 0; at < flat.length; at += 2) {
      number += flat[at] ?? 0;
      vector.push(number, (flat[at + 1] ?? 0) / QUARTERS);
      const posting = postings[number]?.[1] as Record<string, Record<string, object>> | undefined;
      const documents = posting?.[field];
      if (documents) documents[document] = {};
    }
    return [reference, vector] as const;
  });
  return {
    version: packed.version,
    fields: packed.fields,
    fieldVectors,
    invertedIndex: postings,
    pipeline: [],
  };
}
