import { existsSync, readFileSync } from 'node:fs';

/** The bytes of a file below `courses/`, by its path from the root of the repository. Throws where there is none. */
export function courseBytes(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}

/** A text file below `courses/`, as `courseBytes`. */
export function courseText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Whether there is such a file. */
export function hasCourseFile(path: string): boolean {
  return existsSync(path);
}
