/** Follows a press on the way out at once and says whether it was one. The page that is left must not be one "back" away. */
export function leaveQuickly(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a[data-leave]') : null;
  if (!(link instanceof HTMLAnchorElement)) return false;
  event.preventDefault();
  location.replace(link.href);
  return true;
}
