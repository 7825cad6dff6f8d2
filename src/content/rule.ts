import type { Library } from './library.ts';
import type { Problem } from './problem.ts';
import type { Source } from './read.ts';

/** What a rule may ask besides the library itself. */
export interface Context {
  /** The day on which review dates are judged, as `2026-11-23`; `undefined` leaves review dates alone. */
  readonly today: string | undefined;
}

/** One content rule: pure, library in, problems out. */
export interface Rule {
  /** Permanent names of the problems it can report. */
  readonly names: readonly string[];
  /** What it makes sure of, as the green result prints it. */
  readonly about: string;
  check(library: Library, context: Context): Problem[];
}

/** A problem at a value of a data file. */
export function problemAt(
  rule: string,
  source: Pick<Source<unknown>, 'file' | 'place'>,
  path: readonly PropertyKey[],
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { rule, file: source.file, ...source.place(path), message, severity };
}

/** A problem at a place of a page's running text. */
export function problemIn(
  rule: string,
  file: string,
  at: { line: number; column: number },
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { rule, file, line: at.line, column: at.column, message, severity };
}

/** `a`, `b` and `c`, for messages. */
export function list(names: Iterable<string>): string {
  return [...names].map((name) => `\`${name}\``).join(', ');
}
