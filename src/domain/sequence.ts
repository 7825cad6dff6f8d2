import { sequenceOf, type Statement } from './statement.ts';

/** Order of two statements: by sequence, then time, then id. The same everywhere, whatever the clocks said. */
export function compareStatements(a: Statement, b: Statement): number {
  return sequenceOf(a) - sequenceOf(b) || compare(a.timestamp, b.timestamp) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All statements of both lists once, in order. Idempotent, commutative, associative: any exchange of files ends the same. */
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

/** The sequence of the next statement after these. */
export function nextSequence(statements: readonly Statement[]): number {
  return statements.reduce((highest, each) => Math.max(highest, sequenceOf(each)), 0) + 1;
}
