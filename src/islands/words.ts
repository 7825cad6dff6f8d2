/** Words that the page already carries. Islands read them from the page instead of carrying a second copy. */
export interface UiWords {
  /** The words of a key, with `{{name}}` filled in; picks the plural form when `count` is given. */
  (key: string, values?: Readonly<Record<string, string | number>>): string;
}

/**
 * The interface words that the layout wrote into `<script type="application/json" data-ui>`.
 * A missing key gives the key itself, so that a page never breaks over a word. On the server, where islands
 * render nothing but their frame, every word is empty.
 */
export function readUi(page?: ParentNode): UiWords {
  if (typeof document === 'undefined') return () => '';
  page ??= document;
  const words = [...page.querySelectorAll('script[data-ui]')].reduce<Record<string, string>>(
    (all, element) => Object.assign(all, JSON.parse(element.textContent) as object),
    {},
  );
  return uiFrom(words, document.documentElement.lang || 'en');
}

/** As `readUi`, for words that an island was given: islands whose first view is drawn at build need them there. */
export function uiFrom(words: Readonly<Record<string, string>>, tag: string): UiWords {
  const plural = new Intl.PluralRules(tag);
  return (key, values = {}) => {
    const count = values['count'];
    const form =
      typeof count === 'number'
        ? (words[`${key}_${plural.select(count)}`] ?? words[`${key}_other`])
        : undefined;
    return (form ?? words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    );
  };
}

/** The HTML inside the element that carries `data-w="name"` below `root`; empty when the page has none. */
export function readWord(root: ParentNode, name: string): string {
  return root.querySelector(`[data-w="${name}"]`)?.innerHTML ?? '';
}
