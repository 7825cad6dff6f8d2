import type { UiWords } from '../../words.ts';
import type { Bench, BenchSnapshot } from './bench.ts';

/** What both parts of a row of a record are given. */
export interface RowProps {
  readonly bench: Bench;
  readonly ui: UiWords;
  readonly log: 'clean' | 'own';
  readonly row: string;
  /** The row's number as the page prints it. */
  readonly number: string;
  /** The table row, and the row for notes below it. */
  readonly line: HTMLTableRowElement;
  readonly below: HTMLTableRowElement;
  /** Where the words of the record stand. */
  readonly words: ParentNode;
}

/**
 * How a row stands: `open` nothing said, `marked`, `sound` marked or shown and without fault, `other` a wrong
 * kind named, `found` by the learner, `shown` by the answers.
 */
export type RowState = 'open' | 'marked' | 'sound' | 'other' | 'found' | 'shown';

/** The state of a row of either record. */
export function stateOfRow(
  now: BenchSnapshot,
  { log, row, bench }: Pick<RowProps, 'log' | 'row' | 'bench'>,
): RowState {
  const { accused, marks, verdicts, input } = now.context;
  if (log === 'clean') {
    if (!accused.includes(row)) return 'open';
    return now.matches({ clean: 'accusing' }) ? 'sound' : 'marked';
  }
  if (verdicts[row] === 'found') return 'found';
  const over = !now.matches({ own: 'marking' });
  if (over && row in input.own.faults) return 'shown';
  if (verdicts[row] === 'sound' || (over && bench.page.decoys.includes(row))) return 'sound';
  if (over) return 'open';
  if (verdicts[row] === 'other-fault') return 'other';
  return marks[row] ? 'marked' : 'open';
}
