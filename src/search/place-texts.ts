/** A part of a page, as the build's parser and the browser both give it. */
interface Node {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

interface Element extends Node {
  readonly tagName: string;
  getAttribute(name: string): string | null | undefined;
}

/** Titles, drawings and parts of the program: no running text. */
const APART = /^(?:ASTRO-ISLAND|H[1-6]|NOSCRIPT|SCRIPT|STYLE|SUMMARY|SVG|TEMPLATE)$/i;
/** What a page says about itself, what a part with buttons takes the place of, answers included, and what is not shown. */
const MARKED = ['data-unsealed', 'data-static', 'hidden'];
/** Elements that begin and end within a line. Between all others there is a space. */
const IN_LINE =
  /^(?:A|ABBR|B|BDI|CITE|CODE|DFN|EM|I|KBD|MARK|Q|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR)$/i;

/**
 * The running text of each place of a page: what stands between its anchor and the next one.
 *
 * @param article the page's article
 * @param anchors ids of the elements that the places of the page begin at; what stands before the first is under `''`
 */
export function placeTexts(article: Element, anchors: ReadonlySet<string>): Map<string, string> {
  const texts = new Map<string, string>();
  const own = article.getAttribute('lang');
  let place = '';
  const add = (text: string): void => void texts.set(place, (texts.get(place) ?? '') + text);
  const read = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) add(child.textContent ?? '');
      if (!isElement(child)) continue;
      const id = child.getAttribute('id') ?? '';
      if (id !== '' && anchors.has(id)) place = id;
      if (APART.test(child.tagName) || MARKED.some((name) => child.getAttribute(name) != null))
        continue;
      if ((child.getAttribute('lang') ?? own) !== own) continue;
      if (IN_LINE.test(child.tagName)) read(child);
      else {
        add(' ');
        read(child);
        add(' ');
      }
    }
  };
  read(article);
  return new Map([...texts].map(([id, text]) => [id, text.replace(/\s+/gu, ' ').trim()]));
}

function isElement(node: Node): node is Element {
  return 'tagName' in node && node.nodeType === 1;
}
