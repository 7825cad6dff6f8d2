import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { BuildNote } from './build-note.ts';
import type { Choice } from './export-choice.ts';
import { sums, zipFiles, type Files } from '../editions/zip.ts';

/** The note of the site, with what packing it adds. */
export type About = BuildNote & { readonly packedAt?: string };

/** What an export works with: the site, what was chosen of it, and where packages go. */
export interface Job {
  /** Folder of the built site. */
  readonly site: string;
  readonly choice: Choice;
  /** The State whose law the site shows. */
  readonly jurisdiction: string | undefined;
  /** Addresses of the LRSs that packages may send to. */
  readonly lrs: readonly string[];
  /** What every manifest says: for whom, and from which commit. */
  readonly about: About;
  /** Says in one line what is being done. */
  readonly say: (words: string) => void;
  readonly output: Output;
}

/** The folder that packages are written to. Keeps what this run made, for the list at its end. */
export class Output {
  readonly #made = new Map<string, Uint8Array>();
  readonly #folder: string;
  readonly #say: (words: string) => void;

  constructor(folder: string, say: (words: string) => void) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#say = say;
  }

  write(name: string, bytes: Uint8Array): void {
    if (this.#made.has(name)) throw new Error(`Two packages of this run are called ${name}.`);
    writeFileSync(`${this.#folder}/${name}`, bytes);
    this.#made.set(name, bytes);
    this.#say(`${this.#folder}/${name}: ${(bytes.length / 1000).toFixed(0)} kB`);
  }

  writeAll(files: Files): void {
    for (const [name, bytes] of files) this.write(name, bytes);
  }

  writeZip(name: string, files: Files, day: string): void {
    this.#say(`${name}: compressing ${files.size} files`);
    this.write(name, zipFiles(files, day));
  }

  /** Writes `SHA256SUMS` of what this run made, and says what else lies in the folder: older files are vouched for by nobody. */
  writeSums(): void {
    writeFileSync(`${this.#folder}/SHA256SUMS`, sums(this.#made));
    const { size } = this.#made;
    this.#say(`${this.#folder}/SHA256SUMS: ${size} ${size === 1 ? 'file' : 'files'}`);
    const older = readdirSync(this.#folder)
      .filter((name) => name !== 'SHA256SUMS' && !name.startsWith('.') && !this.#made.has(name))
      .sort();
    if (older.length > 0) this.#say(`not in it, because older: ${older.join(', ')}`);
  }
}
