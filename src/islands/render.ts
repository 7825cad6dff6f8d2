import { hydrate, mount, unmount, type Component } from 'svelte';

/**
 * Puts a component into its island: takes up what the build drew, or draws it anew for `client:only`. Stands in for
 * Astro's renderer (see `astro.config.mjs`), which also follows changed properties and passes on slots: our islands
 * have neither, and it costs every page with an island 1 kB. The default export is Astro's contract. Gives the way
 * to stop the component, for a document that shows one page after the other.
 */
export default (target: HTMLElement) =>
  (
    component: Component<Record<string, unknown>>,
    props: Record<string, unknown>,
    _slots: object,
    { client }: { readonly client: string | null },
  ): (() => void) => {
    if (client === 'only') target.replaceChildren();
    const shown = (client === 'only' ? mount : hydrate)(component, { target, props });
    return () => void unmount(shown);
  };
