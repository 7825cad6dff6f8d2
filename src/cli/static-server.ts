import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import sirv from 'sirv';

/** A built site that is being served. */
export interface Served {
  readonly server: Server;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a built folder over http, with `404.html` for unknown addresses.
 *
 * @param folder path of the built site
 * @param port the port to listen on; 0 lets the system choose
 * @param host the address to listen on; `0.0.0.0` reaches the whole local network
 * @throws an Error with one clear sentence when the port is taken or the folder is not there
 */
export async function serveFolder(
  folder: string,
  port: number,
  host = '127.0.0.1',
): Promise<Served> {
  if (!existsSync(`${folder}/index.html`)) {
    throw new Error(`There is no built site in ${folder}. Run \`npm run build\` first.`);
  }
  const files = sirv(folder, { etag: true, dev: true, dotfiles: false });
  const missing = `${folder}/404.html`;
  const server = createServer((request, response) => {
    files(request, response, () => {
      // Not through `files`: it would answer 200 for a page that is there.
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' || !existsSync(missing) ? '' : readFileSync(missing));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * Makes sure that a port can be used, before a long build.
 *
 * @throws an Error with one clear sentence when it is taken
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  return error.code === 'EADDRINUSE'
    ? new Error(
        `Port ${port} is already in use. Stop the other program, or choose a port: \`npm start -- --port ${port + 10}\`.`,
      )
    : error;
}

/** The first address of this computer on its local network, for trying the site from a phone. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((entry) => entry.family === 'IPv4' && !entry.internal)?.address;
}
