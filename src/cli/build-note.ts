import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { lastCommit, type Commit } from './commit.ts';
import type { Audience } from '../editions/name.ts';

/** Name of the note in the folder of a built site. */
const NAME = 'build.json';

/** What a site was built from and for whom. Packages take it from the site, because the folder may have moved on. */
export interface BuildNote extends Commit {
  readonly audience: Audience;
  readonly jurisdiction?: string;
}

/** Writes into a built site what it was built from: the same commit gives the same note. */
export function noteBuild(site: string, built: Omit<BuildNote, keyof Commit>): void {
  writeFileSync(`${site}/${NAME}`, `${JSON.stringify({ ...built, ...lastCommit() })}\n`);
}

/** What a site was built from, or one line that says why it cannot be packed as what was asked for. */
export function readBuildNote(
  site: string,
  asked: { readonly audience: Audience; readonly jurisdiction: string | undefined },
): BuildNote | string {
  if (!existsSync(`${site}/index.html`)) {
    return `There is no built site in ${site}. Run \`npm run build\` first, or leave out \`--site\`.`;
  }
  if (!existsSync(`${site}/${NAME}`)) {
    return `The site in ${site} does not say which commit it was built from. Build it again with \`npm run build\`.`;
  }
  const note = JSON.parse(readFileSync(`${site}/${NAME}`, 'utf8')) as BuildNote;
  if (note.audience !== asked.audience) {
    return `The site in ${site} was built for ${note.audience}s. Say \`--audience ${note.audience}\`, or name another site.`;
  }
  if (note.jurisdiction !== asked.jurisdiction) {
    return note.jurisdiction === undefined
      ? `The site in ${site} was built without \`--jurisdiction\`. Leave it out, or name another site.`
      : `The site in ${site} shows the law of \`${note.jurisdiction}\`. Say \`--jurisdiction ${note.jurisdiction}\`, or name another site.`;
  }
  return note;
}
