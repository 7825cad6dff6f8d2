/**
 * `npm run export`: packs the site for places without a server or without the internet. Writes
 * `exports/<name>.zip` (`.epub`, `.pdf`; `.html` with `--single-file`) and `exports/SHA256SUMS` of what this run made;
 * the same commit gives the same bytes.
 */
import { readBuildNote, type BuildNote } from './build-note.ts';
import { lastCommit } from './commit.ts';
import { exportBooks, printTrouble } from './export-books.ts';
import { chooseExport, toldIn } from './export-choice.ts';
import { Output, type About, type Job } from './export-job.ts';
import { exportCopy, exportCourses, exportSingles } from './export-packages.ts';
import { readLrs } from './lrs.ts';
import { readOptions, stop } from './options.ts';
import { buildSite, jurisdictionTrouble } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { EDITIONS } from '../editions/editions.ts';

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
  out: { type: 'string', default: 'exports' },
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

const { audience, editions } = choice;
const started = Date.now();

const noPrint = editions.includes('pdf') ? printTrouble(toldIn(choice)) : '';
if (noPrint !== '' && values.edition === 'pdf') stop(noPrint);

/** One line of what is being done, with the seconds since the start. */
function say(words: string): void {
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${words}`);
}

async function build(): Promise<string> {
  say(`building the ${audience} site`);
  return buildSite({
    audience,
    base: '/',
    jurisdiction,
    out: `.cache/export/${audience}${jurisdiction === undefined ? '' : `-${jurisdiction}`}`,
    lrs: typeof lrs === 'string' ? [] : lrs,
    quiet: true,
  });
}

/** A site that was built before can be of another commit than the program that packs it; manifests then name both. */
function aboutOf(note: BuildNote): About {
  const { commit, uncommitted } = lastCommit();
  return {
    ...note,
    ...(commit === note.commit ? {} : { packedAt: commit }),
    ...(uncommitted && { uncommitted }),
  };
}

try {
  const site = values.site ?? (await build());
  const note = readBuildNote(site, { audience, jurisdiction });
  if (typeof note === 'string') stop(note);
  const about = aboutOf(note);
  const output = new Output(values.out, say);
  const job: Job = { site, choice, jurisdiction, lrs, about, say, output };
  if (values['single-file']) await exportSingles(job);
  else {
    for (const edition of editions) {
      const maker = EDITIONS[edition];
      if (maker?.each === 'course') await exportCourses(edition, maker, job);
      if (maker?.each === 'copy') await exportCopy(edition, maker, job);
      if (maker?.each === 'book' && (maker.form !== 'pdf' || noPrint === ''))
        await exportBooks(maker.form, job);
    }
  }
  output.writeSums();
  if (noPrint !== '') stop(`Everything but the handbooks was made. ${noPrint}`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
