import { placeTexts } from '../../search/place-texts.ts';
import type { Place } from '../../search/search.ts';
import { loadFile } from './load.ts';

/** The running text of a place of a search file, by its number. */
export type Texts = (number: number) => Promise<string>;

/** What a document gives that has its pages beside it: a page by its address in the document. */
type Pages = (address: string) => Promise<ParentNode>;

/**
 * The running texts of a search file. Where the pages stand beside the document, as on a stick, each text is taken from
 * its page when it is asked for; else all come in a file of their own.
 *
 * @param root address of the language, such as `/en/`
 * @param address of the file with the texts
 * @throws when that file does not come
 */
export async function textsOf(
  places: readonly Place[],
  root: string,
  address: string,
): Promise<Texts> {
  const { custodiaPage } = globalThis as { custodiaPage?: Pages };
  if (custodiaPage) return fromPages(places, (path) => custodiaPage(root + path));
  const texts = await loadFile<readonly string[]>(address);
  return (number) => Promise.resolve(texts[number] ?? '');
}

/** A page that is missing or damaged has no text. */
function fromPages(places: readonly Place[], pageAt: Pages): Texts {
  const split = places.map(({ path }) => path.split('#'));
  const read = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const textsOn = async (path: string): Promise<ReadonlyMap<string, string>> => {
    const page = await pageAt(path).catch(() => undefined);
    const article = page?.querySelector('article');
    const anchors = split.flatMap(([at, anchor]) => (at === path && anchor ? [anchor] : []));
    return article ? placeTexts(article, new Set(anchors)) : new Map<string, string>();
  };
  return async (number) => {
    const [path = '', anchor = ''] = split[number] ?? [];
    let texts = read.get(path);
    if (!texts) {
      texts = textsOn(path);
      read.set(path, texts);
    }
    return (await texts).get(anchor) ?? '';
  };
}
