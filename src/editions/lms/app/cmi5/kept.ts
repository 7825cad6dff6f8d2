import { readStatement } from '../../../../domain/statement-check.ts';
import type { Statement } from '../../../../domain/statement.ts';

/** The document that the LMS keeps for a registration. */
export interface Kept {
  readonly record: string;
  readonly place: string;
  /** Rises with every change, so that of two copies the later one can be told. */
  readonly count: number;
  /** Whether `completed` and `passed` have been sent. */
  readonly completed: boolean;
  readonly passed: boolean;
}

/** The document of a first visit. */
export const NOTHING: Kept = { record: '', place: '', count: 0, completed: false, passed: false };

/** Reads the document. What is not ours counts as a record that cannot be read; it is not thrown away. */
export function readKept(value: unknown): Kept {
  if (value === undefined || value === null) return NOTHING;
  const { record, place, count, completed, passed } = value as Readonly<Record<string, unknown>>;
  return {
    record: typeof record === 'string' ? record : JSON.stringify(value),
    place: typeof place === 'string' ? place : '',
    count: typeof count === 'number' ? count : 0,
    completed: completed === true,
    passed: passed === true,
  };
}

/** What could not be sent and waits in this browser for the next visit. */
export interface Pending extends Kept {
  readonly statements: readonly Statement[];
}

const keyOf = (registration: string): string => `custodia:cmi5:${registration}`;

/** Keeps what waits, or forgets it once it is sent. */
export function keepPending(registration: string, pending: Pending | undefined): void {
  try {
    if (pending) localStorage.setItem(keyOf(registration), JSON.stringify(pending));
    else localStorage.removeItem(keyOf(registration));
  } catch {
    /* A frame without storage: what waits lasts as long as the window, as the notice says. */
  }
}

/** What waits from an earlier visit in this browser. */
export function readPending(registration: string): Pending | undefined {
  try {
    const text = localStorage.getItem(keyOf(registration));
    if (text === null) return undefined;
    const value = JSON.parse(text) as { statements?: unknown };
    const statements = Array.isArray(value.statements) ? (value.statements as unknown[]) : [];
    return {
      ...readKept(value),
      statements: statements.map(readStatement).filter((each) => each !== undefined),
    };
  } catch {
    return undefined;
  }
}
