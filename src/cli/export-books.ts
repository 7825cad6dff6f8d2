import { spawnSync } from 'node:child_process';
import { findChromium, CHROMIUM_ARGS } from './browser.ts';
import type { Commit } from './commit.ts';
import { isTranslated } from './export-choice.ts';
import type { Course } from '../content/catalogue.ts';
import { lmsPackageName } from '../editions/lms/pack.ts';
import { bookOf } from '../editions/print/book.ts';
import { epubAddress, epubFiles, zipEpub } from '../editions/print/epub.ts';
import { handbookAddress, printHandbook } from '../editions/print/pdf.ts';
import { bytesOf, sha256 } from '../editions/zip.ts';
import { LOCALE_FACTS, type Locale } from '../i18n/locales.ts';

/** What books are made of, and where they go. */
export interface BookJob {
  readonly site: string;
  readonly courses: readonly Course[];
  readonly langs: readonly Locale[];
  /** The State whose law the site shows. */
  readonly jurisdiction: string | undefined;
  readonly about: Readonly<Record<string, unknown>>;
  readonly commit: Commit;
  readonly say: (words: string) => void;
  readonly write: (name: string, bytes: Uint8Array) => void;
}

/** A book for each course and each language that it is translated into. */
export async function exportBooks(form: 'epub' | 'pdf', job: BookJob): Promise<void> {
  for (const course of job.courses) {
    for (const lang of job.langs.filter((each) => isTranslated(course, each))) {
      const name = lmsPackageName(course.spine.code, form, lang, '', job.jurisdiction);
      job.say(`${name}: putting the chapters together`);
      if (form === 'epub') writeEpub(course, lang, name, job);
      else await writePdf(course, lang, name, job);
    }
  }
}

function writeEpub(course: Course, lang: Locale, name: string, job: BookJob): void {
  const book = bookOf({ site: job.site, course, lang, address: epubAddress });
  const about = { edition: 'epub', ...job.about, course: course.id, languages: [lang] };
  const files = epubFiles(book, job.commit.date, about);
  job.write(`${name}.epub`, zipEpub(files, job.commit.date));
}

/** A handbook, and beside it what it was printed with: another Chromium or other fonts can give other bytes. */
async function writePdf(course: Course, lang: Locale, name: string, job: BookJob): Promise<void> {
  const executable = findChromium();
  if (executable === undefined) throw new Error(printTrouble([lang]));
  const book = bookOf({ site: job.site, course, lang, address: handbookAddress });
  const made = await printHandbook(book, job.commit.date, { executable, args: CHROMIUM_ARGS });
  job.write(`${name}.pdf`, made.pdf);
  const manifest = {
    edition: 'pdf',
    ...job.about,
    course: course.id,
    languages: [lang],
    pages: made.pages,
    browser: made.browser,
    fonts: made.fonts,
    files: { [`${name}.pdf`]: sha256(made.pdf) },
  };
  job.write(`${name}.json`, bytesOf(`${JSON.stringify(manifest, null, 2)}\n`));
}

/**
 * Why handbooks cannot be printed on this computer, and what to do; empty when they can. Where the system has no
 * `fc-list` (Windows, macOS) it brings fonts for all scripts itself.
 */
export function printTrouble(langs: readonly Locale[]): string {
  if (findChromium() === undefined) {
    return 'Handbooks (`pdf`) are printed by Chromium, and none was found. Install Chromium or Google Chrome (Debian: `sudo apt-get install chromium`), or name one in CUSTODIA_CHROMIUM.';
  }
  const missing = langs.filter((lang) => {
    const found = spawnSync('fc-list', [`:lang=${lang}`, 'family'], { encoding: 'utf8' });
    return found.status === 0 && found.stdout.trim() === '';
  });
  return missing.length === 0
    ? ''
    : `Handbooks (\`pdf\`) need fonts that this computer does not have, for ${missing.map((lang) => LOCALE_FACTS[lang].name).join(', ')}. Install the Noto fonts (Debian: \`sudo apt-get install fonts-noto-core fonts-noto-cjk\`).`;
}
