import { mount, unmount, type Component } from 'svelte';

/**
 * Draws a component into its island, in place of what the build drew there. Stands in for Astro's renderer (see
 * `astro.config.mjs`), which also takes up a drawn page, follows changed properties and passes on slots: our islands
 * need none of it, and it costs every page with an island 2 kB. The default export is Astro's contract. Gives the way
 * to stop the component, for a document that shows one page after the other.
 */
export default (target: HTMLElement) =>
  (component: Component<Record<string, unknown>>, props: Record<string, unknown>): (() => void) => {
    target.replaceChildren();
    const shown = mount(component, { target, props });
    return () => void unmount(shown);
  };
