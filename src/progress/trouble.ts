/**
 * What can go wrong with a record:
 * `full` the disk or the browser's share of it is full; `gone` the learner was deleted in another window;
 * `elsewhere` another window has gone on with the same part; `closed` the browser took the storage away; `unknown`
 * anything else the browser reports.
 */
export type TroubleKind = 'full' | 'gone' | 'elsewhere' | 'closed' | 'unknown';

/** A record could not be stored. The page shows the words of `progress.trouble.<kind>`. */
export class ProgressTrouble extends Error {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, cause?: unknown) {
    super(`The record could not be stored: ${kind}.`, { cause });
    this.name = 'ProgressTrouble';
    this.kind = kind;
  }
}

/** The trouble behind anything a storage may throw. */
export function troubleOf(cause: unknown): ProgressTrouble {
  if (cause instanceof ProgressTrouble) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError') return new ProgressTrouble('full', cause);
  // A dropped connection, or storage that a newer Custodia in another window has changed.
  if (name === 'InvalidStateError' || name === 'VersionError')
    return new ProgressTrouble('closed', cause);
  return new ProgressTrouble('unknown', cause);
}
