/** `npm start`: builds and serves the learner site and prints its address first, then does the same for the trainer site. */
import { buildSite, OUTPUT } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { readOptions, readPort, stop } from './options.ts';
import { lanAddress, requireFreePort, serveFolder } from './static-server.ts';

const { values } = readOptions({
  port: { type: 'string', default: '4321' },
  host: { type: 'string', default: '127.0.0.1' },
});
const port = readPort(values.port);
const shown = values.host === '0.0.0.0' ? (lanAddress() ?? 'localhost') : 'localhost';

try {
  await requireFreePort(port, values.host);
  await requireFreePort(port + 1, values.host);
  requireSoundContent();
  console.log('Building the learner site ...');
  await buildSite({ audience: 'learner', quiet: true });
  await serveFolder(OUTPUT.learner, port, values.host);
  console.log(`Learner site: http://${shown}:${port}/`);
  console.log('Building the trainer site ...');
  await buildSite({ audience: 'trainer', quiet: true });
  await serveFolder(OUTPUT.trainer, port + 1, values.host);
  console.log(`Trainer site: http://${shown}:${port + 1}/`);
  console.log('Press Ctrl+C to stop.');
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
