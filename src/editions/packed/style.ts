import { readFileSync } from 'node:fs';
import type { BuiltPage } from './read.ts';

const OWN = new URL('./packed.css', import.meta.url);

/**
 * One stylesheet for all pages: those the pages name, in an order that keeps the order of every page.
 * `:target` cannot match behind a hash route; the router sets
 * `data-target` instead.
 *
 * @throws when two pages name the same two sheets in opposite orders, or a page holds an inline style
 */
export function packStyle(folder: string, pages: readonly BuiltPage[]): string {
  const [inline] = pages.flatMap((page) => page.inlineStyles);
  if (inline !== undefined) {
    throw new Error(
      `A built page holds an inline style, which the packed app forbids: \`${inline.trim().slice(0, 80)}\`. Move it to src/styles/.`,
    );
  }
  const sheets = inOneOrder(pages.map((page) => page.styles)).map((address) =>
    readFileSync(`${folder}${address}`, 'utf8'),
  );
  return [...sheets, readFileSync(OWN, 'utf8')]
    .map((text) => text.trim().replaceAll(':target', ':is(:target,[data-target])'))
    .join('\n');
}

/**
 * Merges lists so that each keeps its order.
 *
 * @throws when two lists contradict each other
 */
export function inOneOrder(lists: readonly (readonly string[])[]): string[] {
  const left = [...new Set(lists.flat())].sort();
  const done: string[] = [];
  while (left.length > 0) {
    const next = left.find((item) =>
      lists.every((list) => {
        const at = list.indexOf(item);
        return at < 0 || list.slice(0, at).every((earlier) => done.includes(earlier));
      }),
    );
    if (next === undefined) {
      throw new Error(`The pages load these stylesheets in different orders: ${left.join(', ')}.`);
    }
    done.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return done;
}
