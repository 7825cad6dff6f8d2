/**
 * `npm start`: builds and serves the learner site and prints its address first, then does the same for the trainer
 * site. With `--host 0.0.0.0` the local network reaches the learner site; the trainer site stays on this computer.
 */
import { buildSite, OUTPUT } from './site.ts';
import { requireSoundContent } from './sound-content.ts';
import { readOptions, readPort, stop } from './options.ts';
import { lanAddress, requireFreePort, serveFolder } from './static-server.ts';

const { values } = readOptions({
  port: { type: 'string', default: '4321' },
  host: { type: 'string', default: '127.0.0.1' },
});
/** Who reaches the trainer site reads the marking scheme: it is never put on the network by accident. */
const TRAINER_HOST = '127.0.0.1';
const port = readPort(values.port);
const shown = values.host === '0.0.0.0' ? (lanAddress() ?? 'localhost') : 'localhost';

try {
  await requireFreePort(port, values.host);
  await requireFreePort(port + 1, TRAINER_HOST);
  requireSoundContent();
  console.log('Building the learner site ...');
  await buildSite({ audience: 'learner', quiet: true });
  await serveFolder(OUTPUT.learner, port, values.host);
  console.log(`Learner site: http://${shown}:${port}/`);
  console.log('Building the trainer site ...');
  await buildSite({ audience: 'trainer', quiet: true });
  await serveFolder(OUTPUT.trainer, port + 1, TRAINER_HOST);
  console.log(`Trainer site: http://localhost:${port + 1}/`);
  console.log('Press Ctrl+C to stop.');
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
