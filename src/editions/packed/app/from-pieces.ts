import { nameOf } from '../address.ts';
import type { PackedPage } from './page.ts';
import { loadPiece } from './pieces.ts';

/** A page as the packer writes it into a piece. */
interface Piece {
  readonly title: string;
  /** Attributes of `<html>`. */
  readonly root: Readonly<Record<string, string>>;
  /** Content of `<body>`. */
  readonly body: string;
}

/** A page of the packed app from a piece of its own. */
export async function readPage(route: string): Promise<PackedPage> {
  const { title, root, body } = (await loadPiece(`pages/${nameOf(route)}`)) as Piece;
  return () => {
    const page = new DOMParser().parseFromString(body, 'text/html');
    page.title = title;
    for (const [name, value] of Object.entries(root))
      page.documentElement.setAttribute(name, value);
    return page;
  };
}
