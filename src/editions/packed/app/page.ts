import { tellPageChange } from '../../../progress/page-change.ts';

/** Makes a page of the packed app, anew each time it is called. */
export type PackedPage = () => Document;

/** Attributes of `<html>` that belong to a page; class and theme belong to the reader. */
const OF_PAGE = ['lang', 'dir', 'data-base', 'data-locale', 'data-choose'];

/** Shows a page in this document: words, title, language, direction; islands start, those of the last page stop. */
export function showPage(page: Document): void {
  const html = document.documentElement;
  for (const name of OF_PAGE) {
    const value = page.documentElement.getAttribute(name);
    if (value === null) html.removeAttribute(name);
    else html.setAttribute(name, value);
  }
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  tellPageChange();
}

/** Goes to a place on the page, or to its top. On a page that was just opened by a link, focus goes there too. */
export function goToPlace(place: string, focus: boolean, scroll = 0): void {
  document.querySelector('[data-target]')?.removeAttribute('data-target');
  const element = place === '' ? null : document.getElementById(place);
  if (element) {
    for (
      let fold = element.closest('details');
      fold;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true;
    element.dataset['target'] = '';
    element.scrollIntoView();
    takeFocus(element);
    return;
  }
  scrollTo(0, scroll);
  const heading =
    document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (focus && heading) takeFocus(heading);
}

/** Moves focus without moving the page. What cannot hold focus may hold it once, without a tab stop. */
function takeFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
