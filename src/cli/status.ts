/**
 * `npm run status`: where every translation stands. With a language (`npm run status -- ar`) it lists that
 * language's files, with the stamp a translator writes down and the words that changed since.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibrary } from '../content/library.ts';
import { stamp } from '../content/translation/stamp.ts';
import { translationStatus, type FileStatus } from '../content/translation/status.ts';
import { isLocale, LOCALES, SOURCE_LOCALE } from '../i18n/locales.ts';
import { readOptions, stop } from './options.ts';

const { positionals } = readOptions({}, true);
const [asked, more] = positionals;
if (more !== undefined) stop('Name one language, for example `npm run status -- ar`.');
if (asked !== undefined && (!isLocale(asked) || asked === SOURCE_LOCALE)) {
  stop(
    `\`${asked}\` is no language of translation. Use one of: ${LOCALES.filter((each) => each !== SOURCE_LOCALE).join(', ')}.`,
  );
}

const all = translationStatus(readLibrary(process.cwd()));
if (asked === undefined) {
  console.log('language  missing  stale  draft  reviewed');
  for (const locale of LOCALES.filter((each) => each !== SOURCE_LOCALE)) {
    const count = (state: FileStatus['state']): string =>
      String(all.filter((each) => each.locale === locale && each.state === state).length);
    console.log(
      `${locale.padEnd(8)}  ${count('missing').padStart(7)}  ${count('stale').padStart(5)}  ${count('draft').padStart(5)}  ${count('reviewed').padStart(8)}`,
    );
  }
  console.log('\nName a language to see its files: npm run status -- ar');
} else {
  for (const each of all.filter(({ locale }) => locale === asked)) {
    console.log(`${each.state.padEnd(8)}  ${each.now}  ${each.source.file}`);
    if (each.state === 'stale') console.log(difference(each));
  }
}

/** The words that changed since the translation was made, from the project's history. */
function difference({ source, of }: FileStatus): string {
  const git = (...args: string[]): string =>
    spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;
  const commits = git('log', '--format=%H', '--', source.file).split('\n').filter(Boolean);
  const old = commits
    .map((commit) => git('show', `${commit}:${source.file}`))
    .find((text) => stamp(text) === of);
  if (old === undefined) {
    return '          The English words it was made from are not in this copy of the history. Compare the whole file.';
  }
  const folder = mkdtempSync(join(tmpdir(), 'custodia-'));
  writeFileSync(join(folder, 'then'), old);
  writeFileSync(join(folder, 'now'), source.text);
  const shown = git(
    'diff',
    '--no-index',
    '--word-diff=plain',
    '--unified=1',
    join(folder, 'then'),
    join(folder, 'now'),
  );
  rmSync(folder, { recursive: true });
  return shown
    .split('\n')
    .slice(4)
    .map((line) => `          ${line}`)
    .join('\n');
}
