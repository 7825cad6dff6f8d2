/** How long an enhancement may take after it came into sight before its static part is shown again. */
const PATIENCE = 10_000;

/** Those in sight that have not started yet. */
const waiting = new Set<HTMLElement>();
const giveUp = (wrapper: HTMLElement): void => {
  if (waiting.delete(wrapper) && !('ready' in wrapper.dataset)) wrapper.dataset['failed'] = '';
};
const onError = (): void => waiting.forEach(giveUp);
addEventListener('error', onError, true);
addEventListener('unhandledrejection', onError);

/**
 * Watches every `[data-enhance]`: when its island has not set `data-ready` ten seconds after it came into
 * sight, or when a script error happens meanwhile, `data-failed` brings the static part back.
 */
export function watchEnhancements(): void {
  waiting.clear();
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      const wrapper = entry.target as HTMLElement;
      seen.unobserve(wrapper);
      waiting.add(wrapper);
      setTimeout(() => giveUp(wrapper), PATIENCE);
    }
  });
  document
    .querySelectorAll<HTMLElement>('[data-enhance]')
    .forEach((wrapper) => seen.observe(wrapper));
}
