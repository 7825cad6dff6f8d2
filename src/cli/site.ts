import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { noteBuild } from './build-note.ts';
import type { Audience } from '../editions/name.ts';

/** The two audiences, and the folder each is built into. Two builds, never a toggle. */
export const OUTPUT: Readonly<Record<Audience, string>> = {
  learner: 'dist',
  trainer: 'dist-trainer',
};

/** The folder of a site: `dist`, `dist-trainer`, `dist-xa`, `dist-trainer-xa`. */
function outputOf(audience: Audience, jurisdiction: string | undefined): string {
  return jurisdiction === undefined ? OUTPUT[audience] : `${OUTPUT[audience]}-${jurisdiction}`;
}

/** One line that says what is wrong with the State that was asked for, or nothing. */
export function jurisdictionTrouble(asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const folder = 'courses/jurisdictions';
  const known = existsSync(folder)
    ? readdirSync(folder).filter((id) => existsSync(`${folder}/${id}/jurisdiction.yaml`))
    : [];
  return known.includes(asked)
    ? undefined
    : `There is no ${folder}/${asked}. Known: ${known.join(', ') || 'none'}. Make it with \`npm run new -- jurisdiction ${/^[a-z]{2}$/.test(asked) ? asked : 'xx'}\`.`;
}

export interface SiteOptions {
  readonly audience: Audience;
  /** The path the site will live under, `/` unless told otherwise. */
  readonly base?: string | undefined;
  /** The State whose law the site shows, two letters; none unless told otherwise. */
  readonly jurisdiction?: string | undefined;
  /** The folder to build into, instead of the audience's own. */
  readonly out?: string | undefined;
  /** Addresses of the LRSs that the site may send to. */
  readonly lrs?: readonly string[];
  /** Where Astro's own report goes: to the terminal, or nowhere unless it fails. */
  readonly quiet?: boolean;
}

/**
 * Builds the site of one audience with Astro, and notes in it what it was built from.
 *
 * @throws an Error that carries Astro's report when the build fails
 */
export async function buildSite({
  audience,
  base,
  jurisdiction,
  out,
  lrs = [],
  quiet = false,
}: SiteOptions): Promise<string> {
  const folder = out ?? outputOf(audience, jurisdiction);
  const child = spawn('astro', ['build'], {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      CUSTODIA_AUDIENCE: audience,
      CUSTODIA_OUT: `./${folder}`,
      CUSTODIA_JURISDICTION: jurisdiction ?? '',
      CUSTODIA_LRS: lrs.join(' '),
      ...(base === undefined ? {} : { CUSTODIA_BASE: base }),
    },
  });
  let report = '';
  child.stdout?.on('data', (chunk: Buffer) => (report += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (report += chunk.toString()));
  const code = await new Promise<number>((resolve) =>
    child.on('close', (status) => resolve(status ?? 1)),
  );
  if (code !== 0) throw new Error(`The ${audience} site could not be built.\n${report}`);
  noteBuild(folder, { audience, ...(jurisdiction === undefined ? {} : { jurisdiction }) });
  return folder;
}
