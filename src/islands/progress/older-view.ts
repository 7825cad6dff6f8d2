import { mount, type ComponentProps } from 'svelte';
import Older from './Older.svelte';

/** Draws what is kept of an older version into its place. Fetched only where something is kept. */
export function showOlder(target: HTMLElement, props: ComponentProps<typeof Older>): void {
  mount(Older, { target, props });
}
