/**
 * Takes the reader to what has just come: gives it the focus, and moves the page only when it stands so low, or so
 * far above, that the reader would see the words but not what follows them.
 */
export function standAt(target: HTMLElement | null | undefined): void {
  if (!target) return;
  target.focus({ preventScroll: true });
  const { top } = target.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 3) target.scrollIntoView({ block: 'start' });
}
