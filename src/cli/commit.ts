import { spawnSync } from 'node:child_process';

/** The commit a package is made from. */
export interface Commit {
  /** The full name, or `unknown` in a folder without a history. */
  readonly commit: string;
  /** Its day in UTC, `2026-11-23`. */
  readonly date: string;
  /** There when files had been changed or added since: the commit alone does not give these bytes. */
  readonly uncommitted?: true;
}

/**
 * The last commit of a folder, and whether the folder is that commit. Without a history (an unpacked archive) the day comes from the environment's
 * SOURCE_DATE_EPOCH, else it is the first day a zip file knows: never the clock, so that packages stay the same.
 */
export function lastCommit(folder = '.'): Commit {
  const [commit = '', seconds = ''] = git(folder, 'log', '-1', '--format=%H %ct').split(' ');
  const given = Number(seconds || process.env['SOURCE_DATE_EPOCH']);
  return {
    commit: commit || 'unknown',
    date: Number.isFinite(given) ? new Date(given * 1000).toISOString().slice(0, 10) : '1980-01-01',
    ...(git(folder, 'status', '--porcelain') === '' ? {} : { uncommitted: true as const }),
  };
}

/** What git says; nothing in a folder without a history. */
function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : '';
}
