import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packFolder } from '../../src/editions/packed/folder.ts';
import type { PackOptions } from '../../src/editions/packed/pack.ts';
import type { Files } from '../../src/editions/zip.ts';

/** The built site the packages are made of. */
export const SITE = process.env['CUSTODIA_TEST_SITE'] ?? 'dist';

/** What the tests pack when they need nothing special: all of English and Arabic. */
export function options(change: Partial<PackOptions> = {}): PackOptions {
  return {
    site: SITE,
    langs: ['ar', 'en'],
    without: [],
    name: 'custodia-usb-ar-en.zip',
    about: { edition: 'usb', commit: 'test' },
    progress: () => undefined,
    ...change,
  };
}

/** Writes files into a new folder whose name has a space and letters of two scripts, as folders of people do. */
export function unpack(files: Files): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'custodia ')), 'USB مجلد');
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** The USB edition as somebody has it who has unzipped it. */
export async function unpackedUsb(): Promise<string> {
  return unpack(await packFolder(options()));
}
