/** `node src/cli/serve.ts --folder dist --port 4390`: serves a site that is already built. The tests use it. */
import { readOptions, readPort, stop } from './options.ts';
import { serveFolder } from './static-server.ts';

const { values } = readOptions({
  folder: { type: 'string', default: 'dist' },
  port: { type: 'string', default: '4390' },
  host: { type: 'string', default: '127.0.0.1' },
});
try {
  const { port } = await serveFolder(values.folder, readPort(values.port), values.host);
  console.log(`http://${values.host}:${port}/`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
