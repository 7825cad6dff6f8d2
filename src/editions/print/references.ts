import type { HTMLElement } from 'node-html-parser';
import { parsePage } from '../packed/read.ts';
import { wordsOf } from './fields.ts';

/** What the pages of a module point to, for the two lists at the end of its book. */
export interface References {
  /** Number and id of each source in the chapter of sources, by its address. */
  readonly sources: ReadonlyMap<string, { readonly number: number; readonly id: string }>;
  /** Ids of the glossary's words that the module uses. */
  readonly terms: ReadonlySet<string>;
}

/**
 * Finds the sources and the words that a module uses, and numbers the sources as the list of all sources has them.
 *
 * @param pages the module's pages as HTML
 * @param list the page of all sources
 */
export function referencesOf(pages: readonly string[], list: string): References {
  const used = new Set<string>();
  const terms = new Set<string>();
  for (const page of pages) {
    for (const link of parsePage(page).querySelectorAll('main article a')) {
      const href = link.getAttribute('href') ?? '';
      const term = /(?:^#term-|\/glossary\/#)([\w-]+)$/.exec(href)?.[1];
      if (term !== undefined) terms.add(term);
      if (/^https?:/.test(href)) used.add(href);
    }
  }
  const sources = new Map<string, { number: number; id: string }>();
  for (const entry of parsePage(list).querySelectorAll('main article li[id]')) {
    const href = entry.querySelector('a')?.getAttribute('href') ?? '';
    if (used.has(href)) sources.set(href, { number: sources.size + 1, id: entry.id });
  }
  return { sources, terms };
}

/** Leaves in the list of all sources those of the module, numbered, with the lessons of the module that use them. */
export function keepSources(article: HTMLElement, { sources }: References, home: string): void {
  for (const part of article.querySelectorAll('.fields, .seal')) part.remove();
  for (const list of article.querySelectorAll('ul.ledger')) {
    const kept = list.querySelectorAll('li[id]').filter((entry) => {
      const found = sources.get(entry.querySelector('a')?.getAttribute('href') ?? '');
      if (!found) return false;
      for (const lessons of entry.querySelectorAll('span')) {
        const own = lessons
          .querySelectorAll('a')
          .filter((link) => link.getAttribute('href')?.startsWith(home));
        lessons.set_content(own.map(String).join(' · '));
      }
      return true;
    });
    if (kept.length === 0) {
      list.closest('section')?.remove();
      continue;
    }
    const first = sources.get(kept[0]?.querySelector('a')?.getAttribute('href') ?? '')?.number ?? 1;
    list.replaceWith(`<ol class="sources" start="${first}">${kept.map(String).join('')}</ol>`);
  }
}

/** Leaves in the glossary the words of the module, each with its forms in the other languages on one line. */
export function keepTerms(article: HTMLElement, { terms }: References): void {
  for (const part of article.querySelectorAll('.seal')) part.remove();
  for (const entry of article.querySelectorAll('.term-entry')) {
    if (!terms.has(entry.id)) {
      entry.remove();
      continue;
    }
    const forms = entry.querySelectorAll('dd').map((form) => {
      const lang = form.getAttribute('lang') ?? '';
      const dir = form.getAttribute('dir') ?? 'ltr';
      return `<span><b>${lang.slice(0, 2)}</b> <bdi lang="${lang}" dir="${dir}">${form.innerHTML}</bdi></span>`;
    });
    entry.querySelector('details')?.replaceWith(`<p class="term-forms">${forms.join(' · ')}</p>`);
    const name = entry.querySelector('h2');
    name?.replaceWith(`<p class="term-name"><b>${name.innerHTML}</b></p>`);
  }
}

/**
 * Turns the note with a statement and its source into one paragraph that names the source by its number. A source that
 * the list does not have, such as a State's own law, keeps its title.
 *
 * @param address of a source in the book
 */
export function writeNotes(
  root: HTMLElement,
  { sources }: References,
  address: (id: string) => string,
): void {
  for (const note of root.querySelectorAll('.source')) {
    const parts = note.querySelectorAll('p').flatMap((line) => {
      const link = line.querySelector('a[rel]');
      const found = sources.get(link?.getAttribute('href') ?? '');
      for (const due of line.querySelectorAll('[data-due]')) due.remove();
      if (found) {
        return [`<a class="number written" href="${address(found.id)}">[${found.number}]</a>`];
      }
      const lang = line.getAttribute('lang');
      if (wordsOf(line) === '') return [];
      return [
        lang ? `<span lang="${lang}">${line.innerHTML.trim()}</span>` : line.innerHTML.trim(),
      ];
    });
    note.set_content(`<p>${parts.join(' ')}</p>`);
  }
}
