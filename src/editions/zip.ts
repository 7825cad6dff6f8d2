import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { deflate } from 'libdeflate';

/** The files of a package by their path inside it. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Text as the bytes of a file. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** SHA-256 as 64 lower-case hex digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `sha256sum`'s own format, sorted by name: `<64 digits>  <name>`, one a line. */
export function sums(files: Files): string {
  return [...files.keys()]
    .sort()
    .map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`)
    .join('');
}

/** The number that a zip has for "deflated". */
const DEFLATED = 8;
/** The strongest that libdeflate does: 4 to 5 percent smaller than zlib's best, in ten times its time. */
const STRONGEST = 12;
/** Deflated bytes by the SHA-256 of what they were: packages of one run have most of their files in common. */
const made = new Map<string, Uint8Array<ArrayBuffer>>();

function deflated(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = sha256(bytes);
  const known = made.get(key) ?? new Uint8Array(deflate(bytes, STRONGEST));
  made.set(key, known);
  return known;
}

/**
 * Zips files so that the same files and day always give the same bytes, on every computer and in every time
 * zone: names sorted, one time for all.
 *
 * @param day `2026-11-23`; a zip holds local time, so noon of that day is written, which every zone has
 */
export function zipFiles(files: Files, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(year, month - 1, date, 12);
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const name of [...files.keys()].sort()) {
    const bytes = files.get(name) ?? new Uint8Array();
    const entry: ZipInputFile = {
      filename: name,
      size: bytes.length,
      crc: crc32(bytes),
      compression: DEFLATED,
      mtime,
    };
    zip.add(entry);
    entry.ondata?.(null, deflated(bytes), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
