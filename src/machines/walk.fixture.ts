/** What the walk through a machine tells about a state. */
export interface WalkedNode<S> {
  readonly state: S;
  readonly transitions: Readonly<Record<string, { readonly state: S }>>;
}

/** Keys of the states of a walk from which no state that is done can be reached. */
export function stuckStates<S>(
  nodes: readonly [string, WalkedNode<S>][],
  isDone: (state: S) => boolean,
  serializeState: (state: S) => string,
): string[] {
  const finishing = new Set(nodes.filter(([, { state }]) => isDone(state)).map(([key]) => key));
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, { transitions }] of nodes) {
      if (finishing.has(key)) continue;
      if (Object.values(transitions).some(({ state }) => finishing.has(serializeState(state)))) {
        finishing.add(key);
        grown = true;
      }
    }
  }
  return nodes.filter(([key]) => !finishing.has(key)).map(([key]) => key);
}

/** The entries of a record in the order of their keys, so that two equal records are written alike. */
export function sorted(record: object): unknown {
  return Object.entries(record).sort(([a], [b]) => a.localeCompare(b));
}
