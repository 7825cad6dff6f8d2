/** `npm run build`: checks the content, then builds the learner site, or the trainer site with `--audience trainer`. */
import { OUTPUT, buildSite, type Audience } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { readOptions, stop } from './options.ts';

const { values } = readOptions({
  audience: { type: 'string', default: 'learner' },
  base: { type: 'string' },
});
if (!(values.audience in OUTPUT)) {
  stop(`\`--audience ${values.audience}\` is unknown. Use \`learner\` or \`trainer\`.`);
}
if (values.base !== undefined && !/^\/([\w.-]+\/)*[\w.-]*$/.test(values.base)) {
  stop(
    `\`--base ${values.base}\` is no path. Start it with a slash, for example \`--base /courses/\`.`,
  );
}
requireSoundContent();
try {
  const folder = await buildSite({ audience: values.audience as Audience, base: values.base });
  console.log(`Built: ${folder}/`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
