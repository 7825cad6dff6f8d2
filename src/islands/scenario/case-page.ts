import { readUi, readWord, type UiWords } from '../words.ts';

/** Everything the island takes from the page around it. */
export interface CasePage {
  /** HTML of the case's own words by their `data-w` name, as the build wrote them. */
  word(name: string): string;
  readonly ui: UiWords;
  /** Language and direction of the case's own words, which may be English on another page. */
  readonly told: { readonly lang: string; readonly dir: 'ltr' | 'rtl' };
  /** Language of the interface words. */
  readonly own: { readonly lang: string };
  /** Address of the course page. */
  readonly leave: string;
  /** Address of the page on safe use and wellbeing. */
  readonly support: string;
  /** The element around both the static and the interactive case. */
  readonly wrapper: HTMLElement;
}

/** Reads the page once. Throws when the case is not on it, so that the static part is shown again. */
export function readCasePage(): CasePage {
  const wrapper = document.querySelector<HTMLElement>('[data-enhance="scenario"]');
  if (!wrapper) throw new Error('The page holds no case.');
  const address = (name: string): string =>
    wrapper.querySelector<HTMLAnchorElement>(`[${name}]`)?.href ?? '';
  return {
    word: (name) => readWord(wrapper, name),
    ui: readUi(),
    told: languageOf(wrapper.closest('article') ?? document.documentElement),
    own: { lang: document.documentElement.lang },
    leave: address('data-case-leave'),
    support: address('data-case-support'),
    wrapper,
  };
}

function languageOf(element: HTMLElement): CasePage['told'] {
  return { lang: element.lang, dir: element.dir === 'rtl' ? 'rtl' : 'ltr' };
}
