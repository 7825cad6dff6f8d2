/**
 * `npm run build`: checks the content, then builds the learner site, or the trainer site with `--audience trainer`;
 * `--jurisdiction xa` shows the law of a State; `--lrs` names LRSs.
 */
import { readLrs } from './lrs.ts';
import { OUTPUT, buildSite, jurisdictionTrouble } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { readOptions, stop } from './options.ts';
import type { Audience } from '../editions/name.ts';

const { values } = readOptions({
  audience: { type: 'string', default: 'learner' },
  base: { type: 'string' },
  jurisdiction: { type: 'string' },
  lrs: { type: 'string', multiple: true, default: [] },
});
if (!Object.hasOwn(OUTPUT, values.audience)) {
  stop(`\`--audience ${values.audience}\` is unknown. Use \`learner\` or \`trainer\`.`);
}
if (values.base !== undefined && !/^\/([\w.-]+\/)*[\w.-]*$/.test(values.base)) {
  stop(
    `\`--base ${values.base}\` is no path. Start it with a slash, for example \`--base /courses/\`.`,
  );
}
const trouble = jurisdictionTrouble(values.jurisdiction);
if (trouble !== undefined) stop(trouble);
const lrs = readLrs(values.lrs);
if (typeof lrs === 'string') stop(lrs);
requireSoundContent();
try {
  const folder = await buildSite({
    audience: values.audience as Audience,
    base: values.base,
    jurisdiction: values.jurisdiction,
    lrs,
  });
  console.log(`Built: ${folder}/`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
