import { addressOf, hashOf, type Address } from '../address.ts';
import { keepEarlyPress } from './early-press.ts';
import { goToPlace, showPage, type PackedPage } from './page.ts';
import { acceptPieces } from './pieces.ts';
import { offerSealedWords } from './seal.ts';

/** What is remembered of one step in the history of this window: how far down the reader was. */
interface Step {
  readonly scroll: number;
}

/** Where the app's pages come from; see `from-files.ts` and `from-pieces.ts`. */
export interface Source {
  /** What makes a page as the app shows it; rejects when its file is missing or damaged. */
  readonly readPage: (route: string, known: ReadonlySet<string>) => Promise<PackedPage>;
  /** A page as its file holds it, where a page is a file: search takes the words around a find from it. */
  readonly readDocument?: (route: string) => Promise<Document>;
  /** Loads what brings pages to life, where that is a script of its own; rejects when it is missing. */
  readonly enliven?: () => Promise<void>;
}

let shown: string | undefined;
let turn = 0;

/**
 * Starts the packed app: shows the page that the address asks for, and follows the address from then on.
 *
 * @param start the route that an empty address leads on to; empty where that is a page of its own
 */
export function startApp(routes: readonly string[], start: string, source: Source): void {
  const { readPage, readDocument } = source;
  const known = new Set(routes);
  const helpBeforePages = whenParsed().then(() => document.body.innerHTML);
  const early = source.enliven && keepEarlyPress();
  /** Set once what brings pages to life has been asked for. */
  let enlivening: Promise<void> | undefined;
  acceptPieces();
  if (readDocument) {
    const custodiaPage = (address: string): Promise<Document> =>
      readDocument(addressOf(address).route);
    Object.assign(globalThis, { custodiaPage });
  }
  let make: PackedPage | undefined;
  offerSealedWords(() => make?.());
  // The browser would scroll before the page is there.
  history.scrollRestoration = 'manual';
  let back: Step | undefined;

  async function follow(): Promise<void> {
    const asked = addressOf(location.hash);
    const route = findRoute(asked, known, start);
    if (asked.route === '' && route !== '') {
      // With an address of its own, so that "back" and links to it know the page.
      history.replaceState(history.state, '', hashOf({ ...asked, route }));
    }
    const scroll = back?.scroll ?? 0;
    back = undefined;
    turn += 1;
    const mine = turn;
    if (route === shown) {
      if (asked.query === '' || asked.place !== '')
        goToPlace(asked.place, asked.place !== '', scroll);
      return;
    }
    const first = shown === undefined;
    const [page, help] = await Promise.all([
      readPage(route, known).catch(() => undefined),
      helpBeforePages,
    ]);
    if (mine !== turn) return;
    if (page === undefined) {
      showHelp(help);
      return;
    }
    make = page;
    const root = document.documentElement;
    if (first && asked.place === '') root.dataset['first'] = '';
    showPage(page());
    shown = route;
    // Until then the page before is still there.
    root.dataset['route'] = route;
    goToPlace(asked.place, !first, scroll);
    if (enlivening) return;
    enlivening = painted()
      .then(() => {
        // Before the islands, which a slow stick lets come late: the page must not change its length under a reader.
        delete root.dataset['first'];
        return source.enliven?.();
      })
      .then(early?.give)
      .catch(() => {
        enlivening = undefined;
        showHelp(help);
      });
  }

  addEventListener('popstate', (event) => (back = (event.state as Step | null) ?? undefined));
  addEventListener('hashchange', () => void follow());
  rememberScroll();
  // On the window, after the page's own listeners, so that what they have dealt with is left alone.
  addEventListener('click', (event) => followLink(event, follow));
  addEventListener('click', submitByClick);
  addEventListener('submit', followForm);
  void follow();
}

/** Resolves when all of this document is there: its one script may stand before its body. */
function whenParsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** Resolves when what stands in the document now has been painted: when the second frame after it begins. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/** The route of an address; for one that is not here the page of its language that says so, or where the copy starts. */
function findRoute({ route }: Address, known: ReadonlySet<string>, start: string): string {
  if (known.has(route)) return route;
  const missing = `${route.split('/')[0] ?? ''}/404/`;
  return known.has(missing) ? missing : start;
}

/** A file beside this one is missing or damaged: the words of the empty document say what to do. */
function showHelp(help: string): void {
  document.body.innerHTML = help;
  const place = document.querySelector<HTMLElement>('.pack-help');
  if (place) place.hidden = false;
  place?.classList.add('now');
  shown = undefined;
  delete document.documentElement.dataset['route'];
}

/** Keeps in the history how far down the reader is, so that "back" comes back to the same lines. */
function rememberScroll(): void {
  let waiting = 0;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        const step: Step = { scroll: scrollY };
        history.replaceState(step, '');
      }, 150);
    },
    { passive: true },
  );
}

/** Links to the page that is shown change no address and so fire no event; links made by islands name only a place. */
function followLink(event: MouseEvent, follow: () => Promise<void>): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const href = link?.getAttribute('href') ?? '';
  if (link === null) return;
  const to = href.startsWith('#/')
    ? href
    : hashOf({ route: shown ?? '', place: href.slice(1), query: '' });
  event.preventDefault();
  if (hashOf(addressOf(to)) === hashOf(addressOf(location.hash))) void follow();
  else location.hash = to;
}

/**
 * A frame that may not submit forms, such as Kolibri's, fires no submit event, and a search field would be dead.
 * No form here is ever sent anywhere, so the event is fired by hand. Enter in a field presses the button, too.
 */
function submitByClick(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  const form = button?.form;
  if (event.defaultPrevented || !form || button.type !== 'submit') return;
  event.preventDefault();
  if (!form.reportValidity()) return;
  form.dispatchEvent(
    new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }),
  );
}

/** A form that asks a page of this app for something, such as the search field on the page for unknown addresses. */
function followForm(event: SubmitEvent): void {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  const action = form.getAttribute('action') ?? '';
  if (!action.startsWith('#/')) return;
  event.preventDefault();
  const words = [...new FormData(form)].map(
    ([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : '')}`,
  );
  location.hash = `${action}?${words.join('&')}`;
}
