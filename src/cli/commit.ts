import { spawnSync } from 'node:child_process';

/** The commit a package is made from. */
export interface Commit {
  /** The full name, or `unknown` in a folder without a history. */
  readonly commit: string;
  /** Its day in UTC, `2026-11-23`. */
  readonly date: string;
}

/**
 * The last commit of this folder. Without a history (an unpacked archive) the day comes from the environment's
 * SOURCE_DATE_EPOCH, else it is the first day a zip file knows: never the clock, so that packages stay the same.
 */
export function lastCommit(): Commit {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%H %ct'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [commit = '', seconds = ''] = status === 0 ? stdout.trim().split(' ') : [];
  const given = Number(seconds || process.env['SOURCE_DATE_EPOCH']);
  return {
    commit: commit || 'unknown',
    date: Number.isFinite(given) ? new Date(given * 1000).toISOString().slice(0, 10) : '1980-01-01',
  };
}
