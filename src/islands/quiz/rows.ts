import type { Component } from 'svelte';
import type { Item, Response } from '../../domain/question.ts';
import type { PartProps } from './parts.ts';

/** The fields of one kind of question; `problem` is what a check that came too early found missing. */
export type Rows = Component<PartProps<Item, Response> & { problem: string | undefined }>;

const SOURCES: Readonly<Partial<Record<Item['kind'], () => Promise<{ default: unknown }>>>> = {
  order: () => import('./OrderRows.svelte'),
  match: () => import('./MatchRows.svelte'),
  numeric: () => import('./NumberField.svelte'),
};
const loaded = new Map<Item['kind'], Rows>();

/**
 * Fetches the fields that these questions need beyond rows to pick from, which every page has. A question is shown
 * only after this. Rejects when the network does.
 */
export async function loadRows(items: readonly Item[]): Promise<void> {
  const kinds = [...new Set(items.map((item) => item.kind))];
  await Promise.all(
    kinds.map(async (kind) => {
      // Each component takes its own kind of item only, which is the kind it is stored under.
      const source = await SOURCES[kind]?.();
      if (source) loaded.set(kind, source.default as Rows);
    }),
  );
}

/** The fields of a kind that `loadRows` has fetched; nothing for rows to pick from. */
export function rowsOf(kind: Item['kind']): Rows | undefined {
  return loaded.get(kind);
}
