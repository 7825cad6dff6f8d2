/**
 * `npm run export`: packs the site for places without a server or without the internet. Writes
 * `exports/<name>.zip` (`.html` with `--single-file`) and `exports/SHA256SUMS`; the same commit gives the same bytes.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { lastCommit } from './commit.ts';
import { chooseExport, isTranslated } from './export-choice.ts';
import { exportBooks, printTrouble } from './export-books.ts';
import { readLrs } from './lrs.ts';
import { readOptions, stop } from './options.ts';
import { buildSite, jurisdictionTrouble } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { EDITIONS, type Edition } from '../editions/editions.ts';
import { lmsPackageName, packLms } from '../editions/lms/pack.ts';
import { packageName } from '../editions/name.ts';
import { packSingle } from '../editions/packed/single.ts';
import { bytesOf, sums, zipFiles, type Files } from '../editions/zip.ts';

const { values } = readOptions({
  edition: { type: 'string' },
  course: { type: 'string', multiple: true, default: [] },
  lang: { type: 'string', multiple: true, default: [] },
  audience: { type: 'string', default: 'learner' },
  jurisdiction: { type: 'string' },
  lms: { type: 'string' },
  lrs: { type: 'string', multiple: true, default: [] },
  'single-file': { type: 'boolean', default: false },
  site: { type: 'string' },
});
const choice = choose();
if (typeof choice === 'string') stop(choice);
const { jurisdiction } = values;
const trouble = jurisdictionTrouble(jurisdiction);
if (trouble !== undefined) stop(trouble);
const lrs = readLrs(values.lrs);
if (typeof lrs === 'string') stop(lrs);
if (lrs.length > 0 && values.site !== undefined) {
  stop('`--lrs` needs a site that was built with it. Leave out `--site`.');
}
if (values.site === undefined) requireSoundContent();
else if (!existsSync(`${values.site}/index.html`)) {
  stop(
    `There is no built site in ${values.site}. Run \`npm run build\` first, or leave out \`--site\`.`,
  );
}

function choose(): ReturnType<typeof chooseExport> {
  try {
    return chooseExport({
      edition: values.edition,
      courses: values.course,
      langs: values.lang,
      audience: values.audience,
      single: values['single-file'],
      lms: values.lms,
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const { audience, editions, courses, langs, without, codes } = choice;
const commit = lastCommit();
const started = Date.now();

const noPrint = editions.includes('pdf') ? printTrouble(langs) : '';
if (noPrint !== '' && values.edition === 'pdf') stop(noPrint);

/** One line of what is being done, with the seconds since the start. */
function say(words: string): void {
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${words}`);
}

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(`exports/${name}`, bytes);
  say(`exports/${name}: ${(bytes.length / 1000).toFixed(0)} kB`);
}

function writeZip(name: string, files: Files): void {
  say(`${name}: compressing ${files.size} files`);
  write(name, zipFiles(files, commit.date));
}

/** A package for each course and each language that it is translated into; an LMS has one record for each. */
async function exportCourses(
  edition: string,
  { language }: Extract<Edition, { each: 'course' }>,
  site: string,
): Promise<void> {
  if (typeof choice === 'string') return;
  for (const course of courses) {
    for (const lang of langs.filter((each) => isTranslated(course, each))) {
      const { preset } = choice;
      const name = `${lmsPackageName(course.spine.code, edition, lang, preset?.name, jurisdiction)}.zip`;
      const files = await packLms(language, {
        site,
        course,
        lang,
        name,
        without: choice.all.filter((id) => id !== course.id),
        about: { edition, audience, course: course.id, languages: [lang], ...commit },
        progress: (words) => say(`${name}: ${words}`),
        ...(preset && { preset: preset.preset }),
      });
      writeZip(name, files);
    }
  }
}

try {
  let site = values.site;
  if (site === undefined) {
    say(`building the ${audience} site`);
    site = await buildSite({
      audience,
      base: '/',
      jurisdiction,
      out: `.cache/export/${audience}${jurisdiction === undefined ? '' : `-${jurisdiction}`}`,
      lrs,
      quiet: true,
    });
  }
  mkdirSync('exports', { recursive: true });
  const about = {
    audience,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    courses: courses.map(({ id }) => id),
    ...commit,
  };
  if (values['single-file']) {
    for (const lang of langs) {
      for (const course of courses) {
        const single = {
          edition: '',
          audience,
          jurisdiction,
          codes: [course.spine.code],
          langs: [lang],
        };
        const name = `${packageName(single)}.html`;
        const document = await packSingle(
          {
            site,
            langs: [lang],
            without: choice.all.filter((id) => id !== course.id),
            reaches: lrs,
            name,
            about: {},
            progress: (words) => say(`${name}: ${words}`),
          },
          lang,
        );
        write(name, bytesOf(document));
      }
    }
  } else {
    for (const edition of editions) {
      const maker = EDITIONS[edition];
      if (maker?.each === 'course') await exportCourses(edition, maker, site);
      if (maker?.each === 'book' && (maker.form !== 'pdf' || noPrint === '')) {
        await exportBooks(maker.form, {
          site,
          courses,
          langs,
          jurisdiction,
          about,
          commit,
          say,
          write,
        });
      }
      if (maker?.each !== 'copy') continue;
      const name = `${packageName({ edition, audience, jurisdiction, codes, langs })}.zip`;
      const files = await maker.pack({
        site,
        langs,
        without,
        reaches: lrs,
        name,
        about: { edition, ...about, languages: langs },
        progress: (words) => say(`${name}: ${words}`),
      });
      writeZip(name, files);
    }
  }
  const made = new Map(
    globSync('*.{zip,html,epub,pdf,json}', { cwd: 'exports' }).map((name) => [
      name,
      new Uint8Array(readFileSync(`exports/${name}`)),
    ]),
  );
  writeFileSync('exports/SHA256SUMS', sums(made));
  say(`exports/SHA256SUMS: ${made.size} ${made.size === 1 ? 'file' : 'files'}`);
  if (noPrint !== '') stop(`Everything but the handbooks was made. ${noPrint}`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
