/**
 * A repeatable sequence of numbers from 0 (included) to 1 (excluded): the same seed gives the same sequence on
 * every machine. It makes fixtures; it is not fit for secrets.
 */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included, taken from a sequence. */
export function wholeNumber(next: () => number, least: number, most: number): number {
  return least + Math.floor(next() * (most - least + 1));
}
