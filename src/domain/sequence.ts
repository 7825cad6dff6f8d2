import { sequenceOf, type Statement } from './statement.ts';

/**
 * The highest sequence a statement can have. A million times what a working life needs; without it, one damaged
 * file could use up all numbers.
 */
export const HIGHEST_SEQUENCE = 1_000_000_000;

/** Order of two statements: by sequence, then time, then id. The same everywhere, whatever the clocks said. */
export function compareStatements(a: Statement, b: Statement): number {
  return sequenceOf(a) - sequenceOf(b) || compare(a.timestamp, b.timestamp) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * All statements of both lists once, in order. Idempotent, commutative, associative: any exchange
 * of files ends the same.
 */
export function mergeStatements(
  a: readonly Statement[],
  b: readonly Statement[],
): readonly Statement[] {
  const all = new Map<string, Statement>();
  for (const statement of [...a, ...b]) {
    const known = all.get(statement.id);
    // Two different statements with one id can only come from a damaged file; both sides must then keep the same one.
    if (!known || JSON.stringify(statement) < JSON.stringify(known)) {
      all.set(statement.id, statement);
    }
  }
  return [...all.values()].sort(compareStatements);
}

/** The sequence after the highest of a record; 0 stands for an empty one. At the ceiling, time keeps the order. */
export function sequenceAfter(highest: number): number {
  return Math.min(highest + 1, HIGHEST_SEQUENCE);
}
