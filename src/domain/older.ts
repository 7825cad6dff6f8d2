import { isRecord } from './is-record.ts';

/** What a learner had put in at one place of a lab or a case. */
export interface OlderEntry {
  /** The keys that lead to the place: sheet and question, field of a form, decision of a case. */
  readonly path: readonly string[];
  /** What was typed, or the keys of what was chosen. */
  readonly values: readonly string[];
}

/** Where snapshots keep what was put in: sheets, the form of a desk, the finding, the reasons of a case. */
const PLACES = new Set(['answers', 'draft', 'fields', 'reasons']);

/**
 * Everything that a learner had typed or chosen, out of a snapshot of any version. It asks for no shape but the
 * names of the places, because what it reads is what no machine of today can read any more.
 */
export function olderEntries(saved: unknown): OlderEntry[] {
  if (!isRecord(saved)) return [];
  return Object.entries(saved).flatMap(([key, value]) =>
    PLACES.has(key) ? entriesIn(value, []) : olderEntries(value),
  );
}

function entriesIn(value: unknown, path: readonly string[]): OlderEntry[] {
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, each]) => entriesIn(each, [...path, key]));
  const values = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  );
  return values.length > 0 ? [{ path, values }] : [];
}

/** The words of an older version together with those that come to them; nothing stands there twice. */
export function withOlder(before: unknown, fresh: string): string {
  if (typeof before !== 'string' || before === '') return fresh;
  return fresh === '' || `\n${before}\n`.includes(`\n${fresh}\n`)
    ? before
    : `${before}\n\n${fresh}`;
}
