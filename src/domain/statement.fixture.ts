import { completeStatement, type Statement, type StatementDraft } from './statement.ts';
import { uuidFrom } from './uuid.ts';

/** A source of numbers from 0 up to and not including `below`, the same for the same seed. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    // Mulberry32, public domain.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A random list in the same order for the same numbers. */
export function shuffled<T>(list: readonly T[], number: (below: number) => number): T[] {
  return list
    .map((value) => ({ value, place: number(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/** A statement with sequence and day of its own. The id follows from `name`. */
export function statementOf(
  draft: StatementDraft,
  of: { sequence: number; day?: string; name?: string; actor?: string },
): Statement {
  const name = of.name ?? `n${of.sequence}`;
  return completeStatement(draft, {
    id: uuidFrom(
      Uint8Array.from({ length: 16 }, (_, at) => name.charCodeAt(at % name.length) + at),
    ),
    actor: of.actor ?? '6f1c1b62-7a0f-4d0e-9a3e-2f6f3f0f0001',
    sequence: of.sequence,
    timestamp: `${of.day ?? '2026-11-23'}T10:00:00.000Z`,
    language: 'en',
  });
}
