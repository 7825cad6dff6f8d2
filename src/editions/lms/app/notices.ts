import { onPageChange } from '../../../progress/page-change.ts';
import type { LmsWord, LmsWords } from '../words.ts';

/** What the learner is told about the LMS, at the head of every page while it holds. */
export interface Notices {
  /** Shows a sentence, with a button where the learner can do something about it. */
  show(word: LmsWord, button?: { readonly word: LmsWord; readonly press: () => void }): void;
  hide(word: LmsWord): void;
  /** Offers a button at the foot of every page. */
  offer(word: LmsWord, press: () => void): void;
}

type Shown = Parameters<Notices['show']>[1];

/** Pages with a field for own words: the case and the labs. */
const WRITING = '[data-enhance="scenario"], [data-enhance^="lab"]';

/**
 * Opens the place for notices. It is made anew on every page, because the page is.
 *
 * @param prose false where own words are not kept by the LMS: pages that have a field for them then say so
 */
export function openNotices(words: LmsWords, prose: boolean): Notices {
  const shown = new Map<LmsWord, Shown>();
  const offered = new Map<LmsWord, () => void>();
  let place: HTMLElement | undefined;

  const draw = (): void => {
    if (!place) return;
    place.replaceChildren(
      ...[...shown].map(([word, button]) => {
        const box = document.createElement('div');
        box.className = 'notice say';
        box.dataset['lms'] = word;
        const text = document.createElement('p');
        text.textContent = words[word];
        box.append(text);
        if (button) box.append(buttonOf(words[button.word], button.press));
        return box;
      }),
    );
  };
  onPageChange(() => {
    const main = document.querySelector('main');
    place = document.createElement('div');
    place.className = 'lms-notices';
    place.setAttribute('role', 'status');
    place.dataset['unsealed'] = '';
    main?.prepend(place);
    if (!prose && document.querySelector(WRITING)) shown.set('prose', undefined);
    else shown.delete('prose');
    draw();
    for (const [word, press] of offered) main?.append(buttonOf(words[word], press));
  });
  return {
    show: (word, button) => {
      if (shown.has(word) && !button) return;
      shown.set(word, button);
      draw();
    },
    hide: (word) => {
      if (shown.delete(word)) draw();
    },
    offer: (word, press) => {
      offered.set(word, press);
      document.querySelector('main')?.append(buttonOf(words[word], press));
    },
  };
}

function buttonOf(words: string, press: () => void): HTMLElement {
  const line = document.createElement('p');
  line.className = 'actions';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = words;
  button.addEventListener('click', press);
  line.append(button);
  return line;
}
