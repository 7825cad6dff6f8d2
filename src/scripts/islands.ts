/** A module as the network gives it. */
export type Load = (address: string) => Promise<{ readonly default: unknown }>;

type Render = (place: HTMLElement) => (component: unknown, properties: unknown) => () => void;

const fetchModule: Load = (address) =>
  import(/* @vite-ignore */ address) as Promise<{ default: unknown }>;

/** A module, asked for once more after a second: phones lose the network for moments. */
async function insist(load: Load, address: string): Promise<unknown> {
  try {
    return (await load(address)).default;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return (await load(`${address}?again=${Date.now()}`)).default;
  }
}

/**
 * Brings the islands of built pages to life, each when its tag says so. `src/build/islands.ts` writes these tags
 * after the build and takes out Astro's own runtime, which would stand in every page. `astro dev` keeps that one.
 * A module that does not come is an unhandled rejection, on which `enhance.ts` shows the static part again.
 */
export function startIslands(load: Load = fetchModule): void {
  if (customElements.get('astro-island')) return;
  customElements.define(
    'astro-island',
    class extends HTMLElement {
      stop: (() => void) | undefined;

      disconnectedCallback(): void {
        this.stop?.();
      }

      connectedCallback(): void {
        const margin = this.getAttribute('margin');
        if (this.getAttribute('client') !== 'visible') {
          void this.start();
          return;
        }
        const seen = new IntersectionObserver(
          (entries) => {
            if (!entries.some((entry) => entry.isIntersecting)) return;
            seen.disconnect();
            void this.start();
          },
          margin ? { rootMargin: margin } : {},
        );
        // The island itself has no box; what stands in it has.
        for (const child of this.children) seen.observe(child);
      }

      async start(): Promise<void> {
        const [component, render] = await Promise.all(
          ['component-url', 'renderer-url'].map((name) =>
            insist(load, this.getAttribute(name) ?? ''),
          ),
        );
        // Each in a task of its own: a slow computer hears a key or a touch between two of them.
        await new Promise((resolve) => setTimeout(resolve));
        if (!this.isConnected) return;
        const properties: unknown = JSON.parse(this.getAttribute('props') ?? '{}');
        this.stop = (render as Render)(this)(component, properties);
        this.removeAttribute('ssr');
      }
    },
  );
}
