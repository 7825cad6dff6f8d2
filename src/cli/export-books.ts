import { spawnSync } from 'node:child_process';
import { findChromium, CHROMIUM_ARGS } from './browser.ts';
import { isTranslated } from './export-choice.ts';
import type { About, Job } from './export-job.ts';
import { coursePackageName } from '../editions/name.ts';
import { bookOf, type Book } from '../editions/print/book.ts';
import { epubAddress, epubFiles, zipEpub } from '../editions/print/epub.ts';
import { handbookAddress, printHandbook } from '../editions/print/pdf.ts';
import { besideFile } from '../editions/verify.ts';
import { LOCALE_FACTS, type Locale } from '../i18n/locales.ts';

/** A book for each course and each language that it is translated into. */
export async function exportBooks(form: 'epub' | 'pdf', job: Job): Promise<void> {
  const { site, choice, jurisdiction } = job;
  const { audience, courses, langs } = choice;
  for (const course of courses) {
    for (const lang of langs.filter((each) => isTranslated(course, each))) {
      const holding = { code: course.spine.code, edition: form, audience, jurisdiction, lang };
      const name = `${coursePackageName(holding)}.${form}`;
      job.say(`${name}: putting the chapters together`);
      const address = form === 'epub' ? epubAddress : handbookAddress;
      const book = bookOf({ site, course, lang, audience, jurisdiction, address });
      const about = { edition: form, ...job.about, course: course.id, languages: [lang] };
      if (form === 'epub') writeEpub(name, book, about, job);
      else await writePdf(name, book, about, job);
    }
  }
}

function writeEpub(name: string, book: Book, about: About, { output }: Job): void {
  const files = epubFiles(book, { name, day: about.date, about: { ...about } });
  output.write(name, zipEpub(files, about.date));
}

/**
 * A handbook; beside it the page on how to verify it, and a manifest that also names what it was printed with: another
 * Chromium or other fonts can give other bytes.
 */
async function writePdf(name: string, book: Book, about: About, { output }: Job): Promise<void> {
  const executable = findChromium();
  if (executable === undefined) throw new Error(printTrouble([book.lang]));
  const how = { executable, args: CHROMIUM_ARGS };
  const { pdf, pages, browser, fonts } = await printHandbook(book, about.date, how);
  output.write(name, pdf);
  output.writeAll(besideFile(name, pdf, [book.lang], { ...about, pages, browser, fonts }));
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
