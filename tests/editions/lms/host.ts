import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Files } from '../../../src/editions/zip.ts';
import { hostPage, type HostQuery } from './host-page.ts';

/** A call of the package and what the LMS answered. An error code stands behind the answer, in brackets. */
export interface Call {
  readonly call: string;
  readonly args: readonly string[];
  readonly answer: string;
}

/** The LMS stand-in: serves the package, keeps a history of what was committed. */
export interface Lms {
  readonly address: string;
  /** Every data model that was committed, the last one last. */
  readonly history: Record<string, unknown>[];
  /** Data for the next launch, instead of what was committed last. */
  give(cmi: Record<string, unknown> | null): void;
  /** Loses the network between the page of the LMS and its server, or finds it again. */
  cut(cut: boolean): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Starts an LMS for one package. */
export async function startLms(files: Files): Promise<Lms> {
  const history: Record<string, unknown>[] = [];
  let given: Record<string, unknown> | null | undefined;
  let down = false;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lms');
    const send = (type: string, body: string | Uint8Array, status = 200): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(body);
    };
    if (pathname === '/commit' && down) request.socket.destroy();
    else if (pathname === '/commit') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        history.push((JSON.parse(body) as { cmi: Record<string, unknown> }).cmi);
        given = undefined;
        send('application/json', '{"result":true,"errorCode":0}');
      });
    } else if (pathname === '/state') {
      send(
        'application/json',
        JSON.stringify(given === undefined ? (history[history.length - 1] ?? null) : given),
      );
    } else if (pathname.startsWith('/scorm-again/')) {
      const file = `node_modules/scorm-again/dist/${pathname.slice('/scorm-again/'.length)}`;
      send('text/javascript', readFileSync(file));
    } else if (pathname.startsWith('/package/')) {
      const name = decodeURIComponent(pathname.slice('/package/'.length));
      const bytes = files.get(name);
      if (bytes) send(TYPES[extname(name)] ?? 'text/plain; charset=utf-8', bytes);
      else send('text/plain', 'not here', 404);
    } else if (pathname === '/') send('text/html; charset=utf-8', hostPage());
    else send('text/plain', '', 404);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    history,
    give: (cmi) => (given = cmi),
    cut: (cut) => (down = cut),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A package that has been launched. */
export interface Launched {
  readonly host: Page;
  readonly frame: Frame;
  /** What has been said so far. */
  calls(): Promise<Call[]>;
  /** Mends the fault that was asked for. */
  mend(fault: HostQuery['fault']): Promise<void>;
  /** Closes the package as a learner does who goes elsewhere in the LMS, and gives the whole conversation. */
  end(): Promise<Call[]>;
}

/** Launches the package in a new window of the LMS. */
export async function launch(
  browser: Browser,
  lms: Lms,
  query: Partial<HostQuery> & Pick<HostQuery, 'version'>,
): Promise<Launched> {
  const asked = { where: 'parent', fault: 'none', mode: 'normal', ...query };
  const host = await browser.newPage();
  await host.goto(`${lms.address}?${new URLSearchParams(asked).toString()}`);
  const calls = async (): Promise<Call[]> => (await host.evaluate('window.calls')) as Call[];
  let popup: Page | undefined;
  if (asked.where === 'opener') {
    const target = await browser.waitForTarget((each) => each.url().includes('/package/'));
    popup = (await target.page()) ?? undefined;
  }
  const frame = popup
    ? popup.mainFrame()
    : await host.waitForFrame((each) => each.url().includes('/package/'));
  // The empty document has a heading of its own until its script has run.
  await frame.waitForSelector('main:not(.pack-help) h1');
  return {
    host,
    frame,
    calls,
    mend: async (fault) => {
      await host.evaluate(`window.mended = ${JSON.stringify(fault)}`);
    },
    end: async () => {
      const before = lms.history.length;
      const wasOver = isOver(await calls());
      if (popup) await popup.close();
      else {
        await host.evaluate(() => {
          const frames = document.querySelectorAll('iframe');
          frames.forEach((each) => each.remove());
        });
      }
      const said = await calls();
      // What a closing page has sent arrives after it is gone.
      if (!wasOver && isOver(said))
        await expect.poll(() => lms.history.length).toBeGreaterThan(before);
      await host.close();
      return said;
    },
  };
}

/** Whether the session was ended and the LMS agreed. */
function isOver(said: readonly Call[]): boolean {
  return said.some(({ call, answer }) => /Finish|Terminate/.test(call) && answer === 'true');
}
