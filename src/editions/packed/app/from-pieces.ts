import { nameOf } from '../address.ts';
import type { PackedPage } from './page.ts';
import { loadPiece } from './pieces.ts';

/** A page of the packed app from a piece of its own, as the packer wrote it. */
export async function readPage(route: string): Promise<PackedPage> {
  return (await loadPiece(`pages/${nameOf(route)}`)) as PackedPage;
}
