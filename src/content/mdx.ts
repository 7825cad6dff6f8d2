import { mdxToMdast, type MdastNode } from 'satteri';
import type { Page } from './read.ts';

/** A component of the running text, such as `<Question id="p07" />`. */
export interface UsedComponent {
  readonly name: string;
  /** Attributes given as plain text; an attribute without a value is `''`, one given as an expression is left out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The text inside it. */
  readonly text: string;
  /** Names of the components around it, outermost first. */
  readonly inside: readonly string[];
  readonly line: number;
  readonly column: number;
}

/** A stretch of the page from one heading to the next; the first has no heading. */
export interface Section {
  readonly heading: string;
  /** Paragraphs, list items and table cells, with the components around them. */
  readonly paragraphs: readonly {
    text: string;
    inside: readonly string[];
    line: number;
    column: number;
  }[];
  readonly components: readonly UsedComponent[];
}

/** What the rules need to know of a page's running text. Lines and columns are those of the file. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly components: readonly UsedComponent[];
  readonly links: readonly { url: string; text: string; line: number; column: number }[];
  readonly images: readonly { url: string; alt: string; line: number; column: number }[];
  /** Places where program code stands in the text: `import`, `export`, `{...}`, raw HTML. */
  readonly code: readonly { what: string; line: number; column: number }[];
  /** Why the text could not be read, when it could not. */
  readonly broken: { message: string; line: number; column: number } | undefined;
}

const cache = new WeakMap<object, Outline>();

/** Reads the running text of a page once; a syntax error gives an outline that is empty but for `broken`. */
export function outline(page: Page<unknown>): Outline {
  const known = cache.get(page);
  if (known) return known;
  const made = makeOutline(page);
  cache.set(page, made);
  return made;
}

/** All words of a node and of what is in it. */
export function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? (node.children as MdastNode[]).map(textOf).join('') : '';
}

function makeOutline(page: Page<unknown>): Outline {
  const result = {
    sections: [] as {
      heading: string;
      paragraphs: Section['paragraphs'][number][];
      components: UsedComponent[];
    }[],
    components: [] as UsedComponent[],
    links: [] as Outline['links'][number][],
    images: [] as Outline['images'][number][],
    code: [] as Outline['code'][number][],
    broken: undefined as Outline['broken'],
  };
  let section = {
    heading: '',
    paragraphs: [] as Section['paragraphs'][number][],
    components: [] as UsedComponent[],
  };
  result.sections.push(section);
  let tree: MdastNode;
  try {
    tree = mdxToMdast(page.body);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The parser writes `line:column: what (rule)`, counted in the body.
    const parts = /^(\d+):(\d+): ([^]*?)(?: \([\w-]+:[\w-]+\))?$/.exec(message);
    return {
      ...result,
      broken: {
        message: (parts?.[3] ?? message).replace(/ \(\d+:\d+\)/g, '').replaceAll('`', ''),
        line: page.bodyLine + Number(parts?.[1] ?? 1) - 1,
        column: Number(parts?.[2] ?? 1),
      },
    };
  }

  const visit = (node: MdastNode, inside: readonly string[]): void => {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const place = { line: page.bodyLine + start.line - 1, column: start.column };
    let within = inside;
    switch (node.type) {
      case 'heading':
        section = { heading: textOf(node), paragraphs: [], components: [] };
        result.sections.push(section);
        break;
      case 'paragraph':
      case 'tableCell':
        section.paragraphs.push({ text: textOf(node), inside, ...place });
        break;
      case 'link':
        result.links.push({ url: node.url, text: textOf(node), ...place });
        break;
      case 'image':
        result.images.push({ url: node.url, alt: node.alt ?? '', ...place });
        break;
      case 'mdxjsEsm':
        result.code.push({ what: 'import or export', ...place });
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        result.code.push({ what: 'an expression in braces', ...place });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const name = node.name ?? '';
        const used: UsedComponent = {
          name,
          attributes: Object.fromEntries(
            node.attributes.flatMap((attribute) =>
              attribute.type === 'mdxJsxAttribute' &&
              (typeof attribute.value === 'string' || attribute.value == null)
                ? [[attribute.name, attribute.value ?? '']]
                : [],
            ),
          ),
          text: textOf(node),
          inside,
          ...place,
        };
        if (/^[a-z]/.test(name)) result.code.push({ what: `the HTML element <${name}>`, ...place });
        result.components.push(used);
        section.components.push(used);
        within = [...inside, name];
        break;
      }
    }
    if ('children' in node) for (const child of node.children as MdastNode[]) visit(child, within);
  };
  visit(tree, []);
  return result;
}

/** Counts words the way a reader does: runs of letters and digits between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
