import type { LmsLanguage } from './lms/pack.ts';
import { packFolder } from './packed/folder.ts';
import type { PackOptions } from './packed/pack.ts';
import { packSite } from './site/pack.ts';
import type { Files } from './zip.ts';

/** One way for a course to arrive. */
export type Edition = { readonly purpose: string } & (
  | {
      /** One package with all chosen courses and languages. */
      readonly each: 'copy';
      readonly pack: (options: PackOptions) => Files | Promise<Files>;
    }
  | {
      /** One package for each course and each language it is translated into, for an LMS. */
      readonly each: 'course';
      readonly language: LmsLanguage;
    }
  | {
      /** One book for each course and each language it is translated into. */
      readonly each: 'book';
      readonly form: 'epub' | 'pdf';
    }
);

/** The editions by name, in the order in which `all` makes them. What each can do stands in `capabilities.ts`. */
export const EDITIONS: Readonly<Record<string, Edition>> = {
  usb: {
    purpose: 'opens from a stick or a folder by a double click',
    each: 'copy',
    pack: packFolder,
  },
  // The same app: index.html at the root of the zip, relative addresses only, no service worker.
  html5: {
    purpose: 'goes into Kolibri and other offline libraries',
    each: 'copy',
    pack: packFolder,
  },
  scorm12: { purpose: 'goes into an LMS as SCORM 1.2', each: 'course', language: 'scorm12' },
  scorm2004: {
    purpose: 'goes into an LMS as SCORM 2004, 4th edition',
    each: 'course',
    language: 'scorm2004',
  },
  cmi5: { purpose: 'goes into an LMS as cmi5', each: 'course', language: 'cmi5' },
  epub: { purpose: 'is read in an e-book reader', each: 'book', form: 'epub' },
  pdf: { purpose: 'is printed as a handbook', each: 'book', form: 'pdf' },
  site: { purpose: 'goes onto any web server', each: 'copy', pack: packSite },
};
