import { ITEMS } from '../domain/question.fixture.ts';
import type { Item, Kind, Response } from '../domain/question.ts';

/** Two questions of one kind: enough to meet every edge, few enough to walk every path. */
export function twoOf(kind: Kind): readonly Item[] {
  return [
    { ...ITEMS[kind], id: 'first' },
    { ...ITEMS[kind], id: 'second', safety: true },
  ];
}

/** A right and a wrong response of each kind. */
export const RESPONSES: Readonly<
  Record<Kind, { readonly right: Response; readonly wrong: Response }>
> = {
  one: { right: { kind: 'pick', picked: ['bytes'] }, wrong: { kind: 'pick', picked: ['truth'] } },
  several: {
    right: { kind: 'pick', picked: ['deleted', 'slack'] },
    wrong: { kind: 'pick', picked: ['names'] },
  },
  fault: {
    right: { kind: 'pick', picked: ['to', 'time'] },
    wrong: { kind: 'pick', picked: ['seal'] },
  },
  order: {
    right: { kind: 'order', steps: ['hash', 'image', 'seal'] },
    wrong: { kind: 'order', steps: ['seal', 'hash', 'image'] },
  },
  numeric: { right: { kind: 'numeric', typed: '40' }, wrong: { kind: 'numeric', typed: '39' } },
  match: {
    right: { kind: 'match', pairs: { raw: 'bytes-only', e01: 'notes', log: 'notes' } },
    wrong: { kind: 'match', pairs: { raw: 'notes', e01: 'bytes-only', log: 'bytes-only' } },
  },
};
