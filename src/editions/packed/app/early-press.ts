import { leaveQuickly } from '../../../scripts/leave.ts';

/**
 * Keeps a press on a link that comes before what brings pages to life, and gives it again when that is there: the
 * language that was chosen is remembered, however quick the reader is. The way out never waits. Called before the
 * app's own listeners.
 */
export function keepEarlyPress(): { readonly give: () => void } {
  let pressed: HTMLAnchorElement | undefined;

  function keep(event: MouseEvent): void {
    // What does not wait, such as the words of a seal, has been dealt with.
    if (event.defaultPrevented) return;
    // Without a page these are the words that say what to do when a file is missing.
    if (document.documentElement.dataset['route'] === undefined) return;
    if (leaveQuickly(event) || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    pressed = link;
  }

  addEventListener('click', keep);
  return {
    give: () => {
      removeEventListener('click', keep);
      if (pressed?.isConnected) pressed.click();
    },
  };
}
