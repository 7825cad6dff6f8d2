/**
 * `npm run export`: packs the site for places without a server or without the internet. Writes
 * `exports/<name>.zip` (`.html` with `--single-file`) and `exports/SHA256SUMS`; the same commit gives the same bytes.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { lastCommit } from './commit.ts';
import { chooseExport } from './export-choice.ts';
import { readOptions, stop } from './options.ts';
import { buildSite, jurisdictionTrouble } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { EDITIONS } from '../editions/editions.ts';
import { packageName } from '../editions/name.ts';
import { packSingle } from '../editions/packed/single.ts';
import { bytesOf, sums, zipFiles } from '../editions/zip.ts';

const { values } = readOptions({
  edition: { type: 'string' },
  course: { type: 'string', multiple: true, default: [] },
  lang: { type: 'string', multiple: true, default: [] },
  audience: { type: 'string', default: 'learner' },
  jurisdiction: { type: 'string' },
  'single-file': { type: 'boolean', default: false },
  site: { type: 'string' },
});
const choice = choose();
if (typeof choice === 'string') stop(choice);
const { jurisdiction } = values;
const trouble = jurisdictionTrouble(jurisdiction);
if (trouble !== undefined) stop(trouble);
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
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const { audience, editions, courses, langs, without, codes } = choice;
const commit = lastCommit();
const started = Date.now();

/** One line of what is being done, with the seconds since the start. */
function say(words: string): void {
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${words}`);
}

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(`exports/${name}`, bytes);
  say(`exports/${name}: ${(bytes.length / 1000).toFixed(0)} kB`);
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
      const name = `${packageName({ edition, audience, jurisdiction, codes, langs })}.zip`;
      const files = await EDITIONS[edition]?.pack({
        site,
        langs,
        without,
        name,
        about: { edition, ...about, languages: langs },
        progress: (words) => say(`${name}: ${words}`),
      });
      if (files) write(name, zipFiles(files, commit.date));
    }
  }
  const made = new Map(
    globSync('*.{zip,html}', { cwd: 'exports' }).map((name) => [
      name,
      new Uint8Array(readFileSync(`exports/${name}`)),
    ]),
  );
  writeFileSync('exports/SHA256SUMS', sums(made));
  say(`exports/SHA256SUMS: ${made.size} ${made.size === 1 ? 'file' : 'files'}`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
