import { createSubscriber } from 'svelte/reactivity';
import type { Actor, AnyActorLogic, SnapshotFrom } from 'xstate';

/** The current snapshot of an actor, as a value that Svelte follows. */
export function follow<Logic extends AnyActorLogic>(actor: Actor<Logic>): { readonly now: SnapshotFrom<Logic> } {
  const subscribe = createSubscriber((update) => {
    const { unsubscribe } = actor.subscribe(update);
    return unsubscribe;
  });
  return {
    get now() {
      subscribe();
      return actor.getSnapshot();
    },
  };
}
