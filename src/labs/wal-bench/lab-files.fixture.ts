import { readFileSync } from 'node:fs';

/** The folder of the lab, with the files that its generator wrote. */
export const FOLDER = new URL(
  '../../../courses/a4-phones-and-apps/labs/three-or-four-messages/',
  import.meta.url,
);

/** A file of the lab as it stands in the repository. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FOLDER)));
}
