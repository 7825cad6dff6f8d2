import { readFileSync } from 'node:fs';

/** Where they stand. */
export const FOLDER = new URL(
  '../../../courses/a4-phones-and-apps/labs/three-or-four-messages/',
  import.meta.url,
);

/** A file of the lab as it stands in the repository, for tests. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}
