import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small web server that can be switched off, and that can break off in the middle of a file. */
export interface Flaky {
  readonly origin: string;
  /** The folder that is served; may be exchanged for a newer one. */
  folder: string;
  /** Breaks off each time this many more bytes have been sent; 0 never. */
  cutAfter: number;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** How often it has broken off. */
  cuts: number;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
};

/** Serves a built site on a port of its own. */
export async function serveFlaky(folder: string): Promise<Flaky> {
  let sent = 0;
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    flaky.asked.push(pathname);
    const file = `${flaky.folder}${decodeURIComponent(pathname)}`.replace(/\/$/, '/index.html');
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': 'no-cache',
    });
    send(file, response);
  });
  function send(file: string, response: ServerResponse): void {
    createReadStream(file, { highWaterMark: 1021 })
      .on('data', (chunk) => {
        sent += chunk.length;
        if (flaky.cutAfter > 0 && sent > flaky.cutAfter) {
          sent = 0;
          flaky.cuts += 1;
          response.socket?.destroy();
        } else response.write(chunk);
      })
      .on('end', () => response.end());
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const flaky: Flaky = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    cutAfter: 0,
    asked: [],
    cuts: 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return flaky;
}
