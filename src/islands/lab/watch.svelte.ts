import { createSubscriber } from 'svelte/reactivity';

/** What can be watched: an actor of a machine. */
interface Watched<S> {
  getSnapshot(): S;
  subscribe(update: () => void): { unsubscribe(): void };
}

/** The state of an actor as something Svelte follows: read `now` and the view is drawn again when it changes. */
export function watch<S>(actor: Watched<S>): { readonly now: S } {
  const subscribe = createSubscriber((update) => {
    const subscription = actor.subscribe(update);
    return () => subscription.unsubscribe();
  });
  return {
    get now() {
      subscribe();
      return actor.getSnapshot();
    },
  };
}
