import type { MatchItem, NumericItem, OrderItem, PickItem } from './question.ts';

const common = { form: 'b', outcome: 'compare', safety: false } as const;

/** One question of each kind, small enough to walk. */
export const ITEMS: Readonly<{
  one: PickItem;
  several: PickItem;
  fault: PickItem;
  order: OrderItem;
  numeric: NumericItem;
  match: MatchItem;
}> = {
  one: {
    ...common,
    id: 'one',
    kind: 'one',
    options: ['truth', 'bytes', 'author'],
    correct: ['bytes'],
  },
  several: {
    ...common,
    id: 'several',
    kind: 'several',
    options: ['deleted', 'names', 'size', 'slack'],
    correct: ['deleted', 'slack'],
  },
  fault: {
    ...common,
    id: 'fault',
    kind: 'fault',
    options: ['from', 'to', 'time', 'seal'],
    correct: ['to', 'time'],
  },
  order: {
    ...common,
    id: 'order',
    kind: 'order',
    options: ['seal', 'hash', 'image'],
    correct: ['hash', 'image', 'seal'],
  },
  numeric: {
    ...common,
    id: 'numeric',
    kind: 'numeric',
    correct: 40,
    tolerance: 0,
    traps: [{ id: 'clock', value: 39 }],
  },
  match: {
    ...common,
    id: 'match',
    kind: 'match',
    options: ['raw', 'e01', 'log'],
    targets: ['bytes-only', 'notes'],
    correct: { raw: 'bytes-only', e01: 'notes', log: 'notes' },
  },
};
