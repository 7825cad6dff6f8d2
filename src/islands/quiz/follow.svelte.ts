import type { Actor, AnyActorLogic, SnapshotFrom } from 'xstate';

/**
 * The current snapshot of an actor, as a value that Svelte follows; it ends with the actor. `createSubscriber` would do
 * the same, but its module brings reactive maps, sets and dates into the page: 3 kB for nothing.
 */
export function follow<Logic extends AnyActorLogic>(
  actor: Actor<Logic>,
): { readonly now: SnapshotFrom<Logic> } {
  let snapshot = $state.raw(actor.getSnapshot());
  actor.subscribe((next) => (snapshot = next));
  return {
    get now() {
      return snapshot;
    },
  };
}
