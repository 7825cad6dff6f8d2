import { packFolder } from './packed/folder.ts';
import type { PackOptions } from './packed/pack.ts';
import type { Files } from './zip.ts';

/** One way for a course to arrive. */
export interface Edition {
  /** What it is for, as shown in the list of editions. */
  readonly purpose: string;
  /** Makes the files of its package. */
  readonly pack: (options: PackOptions) => Promise<Files>;
}

/** The editions by name, in the order in which `all` makes them. */
export const EDITIONS: Readonly<Record<string, Edition>> = {
  usb: { purpose: 'opens from a stick or a folder by a double click', pack: packFolder },
  // The same app: index.html at the root of the zip, relative addresses only, no service worker.
  html5: { purpose: 'goes into Kolibri and other offline libraries', pack: packFolder },
};
