import { createSubscriber } from 'svelte/reactivity';
import type { Bench, BenchSnapshot } from './bench.ts';

/** The bench's state as something Svelte follows: read `now` and the view is drawn again when it changes. */
export function watch(bench: Bench): { readonly now: BenchSnapshot } {
  const subscribe = createSubscriber((update) => {
    const subscription = bench.actor.subscribe(update);
    return () => subscription.unsubscribe();
  });
  return {
    get now() {
      subscribe();
      return bench.actor.getSnapshot();
    },
  };
}
