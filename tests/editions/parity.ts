import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame } from 'puppeteer-core';
import { expect } from 'vitest';
import { serveFolder } from '../../src/cli/static-server.ts';
import { ARRIVALS, type Arrival } from '../../src/editions/capabilities.ts';
import { courses } from '../../src/content/catalogue.ts';
import { packSingle } from '../../src/editions/packed/single.ts';
import { bytesOf, type Files } from '../../src/editions/zip.ts';
import type { Observed, Stage } from './journey.ts';
import { press } from './drive.ts';
import { goIn } from './lms/stages.ts';
import { SITE, options, unpack, unpackedUsb } from './packages.ts';
import { leave } from './reader.ts';

/** What the list of editions says of those things that the journey tries. */
export function declared(name: Arrival): Observed {
  const { read, questions, quizResumes, caseResumes, labResumes, search, record } = ARRIVALS[name];
  return { read, questions, quizResumes, caseResumes, labResumes, search, record };
}

/** A place where the course has arrived, made ready for the journey. */
export interface Ready extends Stage {
  close(): Promise<void>;
}

/** The site on a server: a page is a document of its own. */
export async function siteStage(browser: Browser): Promise<Ready> {
  const served = await serveFolder(SITE, 0);
  const page = await browser.newPage();
  let at = '';
  return {
    frame: () => page.mainFrame(),
    go: async (route) => {
      at = `http://127.0.0.1:${served.port}/${route}`;
      await page.goto(at);
    },
    reopen: async () => {
      await leave(page);
      await page.goto(at);
    },
    close: async () => {
      await page.close();
      served.server.closeAllConnections();
      await served.close();
    },
  };
}

/** The site after a course was kept on the device and the server has gone. */
export async function siteKeptStage(browser: Browser, course: string): Promise<Ready> {
  const served = await serveFolder(SITE, 0);
  const page = await browser.newPage();
  const origin = `http://127.0.0.1:${served.port}`;
  await page.goto(`${origin}/en/offline/`);
  const pack = await page.waitForSelector(`[data-pack="en/${course}"] button`);
  await pack?.evaluate((button) => (button as HTMLElement).click());
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[role=status]')].some((each) =>
        each.textContent.startsWith('Complete.'),
      ),
    { timeout: 120_000 },
  );
  served.server.closeAllConnections();
  await served.close();
  let at = '';
  return {
    frame: () => page.mainFrame(),
    go: async (route) => {
      at = `${origin}/${route}`;
      await page.goto(at);
    },
    reopen: async () => {
      await leave(page);
      await page.goto(at);
    },
    close: () => page.close(),
  };
}

/** A copy that was unzipped and is opened by a double click. */
export async function usbStage(browser: Browser): Promise<Ready> {
  return fileStage(browser, join(await unpackedUsb(), 'index.html'));
}

/** One course as one file, alone in its folder. */
export async function singleStage(browser: Browser, course: string): Promise<Ready> {
  const name = 'custodia-en.html';
  const without = courses().flatMap(({ id }) => (id === course ? [] : [id]));
  const html = await packSingle(options({ langs: ['en'], without, name }), 'en');
  return fileStage(browser, join(unpack(new Map([[name, bytesOf(html)]])), name));
}

/** A document that is opened as a file. */
async function fileStage(browser: Browser, path: string): Promise<Ready> {
  const address = pathToFileURL(path).href;
  const page = await browser.newPage();
  const open = async (): Promise<void> => {
    await page.goto(address);
    await page.waitForSelector('main:not(.pack-help) h1');
  };
  await open();
  return {
    frame: () => page.mainFrame(),
    go: (route) => goIn(page.mainFrame(), route),
    reopen: async () => {
      await leave(page);
      await open();
    },
    close: () => page.close(),
  };
}

/** The policy under which Kolibri shows what is in an HTML5 zip, and the sandbox of its frame. */
const KOLIBRI = {
  policy: "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
  sandbox: 'allow-scripts allow-same-origin',
} as const;

/** An HTML5 zip as Kolibri shows it: over http, in a sandboxed frame, under Kolibri's policy. */
export async function html5Stage(
  browser: Browser,
  files: Files,
): Promise<Ready & { readonly missing: string[]; savesFile(): Promise<boolean> }> {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
  };
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><title>Library</title><iframe sandbox="${KOLIBRI.sandbox}" src="/zip/index.html" style="inline-size:100%;block-size:95vh"></iframe>`,
      );
      return;
    }
    const name = decodeURIComponent(pathname.replace(/^\/zip\//, ''));
    const bytes = files.get(name);
    if (!bytes && pathname !== '/favicon.ico') missing.push(pathname);
    response.writeHead(bytes ? 200 : 404, {
      'content-type': types[extname(name)] ?? 'text/plain; charset=utf-8',
      'content-security-policy': KOLIBRI.policy,
    });
    response.end(bytes ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  const port = typeof listening === 'object' && listening ? listening.port : 0;
  const page = await browser.newPage();
  let frame: Frame;
  const open = async (): Promise<void> => {
    await page.goto(`http://127.0.0.1:${port}/`);
    frame = await page.waitForFrame((each) => each.url().includes('/zip/'));
    await frame.waitForSelector('main:not(.pack-help) h1');
  };
  await open();
  return {
    missing,
    savesFile: async () => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await goIn(frame, 'en/progress/');
      await press(frame, 'Save my progress to a file', '.savebox');
      // A frame that may not save says so in the console, and nowhere else.
      const refused = (): boolean => said.some((text) => text.includes('Download is disallowed'));
      return expect
        .poll(refused)
        .toBe(true)
        .then(
          () => false,
          () => true,
        );
    },
    frame: () => frame,
    go: (route) => goIn(frame, route),
    reopen: async () => {
      await leave(page);
      await open();
    },
    close: async () => {
      await page.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
