import { readFileSync, globSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildSite } from '../../../src/cli/site.ts';
import { serveFolder, type Served } from '../../../src/cli/static-server.ts';
import { keptText, readLesson, type Statement } from '../../../src/domain/statement.ts';
import { statementOf } from '../../../src/domain/statement.fixture.ts';
import { sendToLrs, type LrsOutcome } from '../../../src/progress/lrs-send.ts';
import { startBrowser, type Running } from '../browsers.ts';
import { press, says, seen } from '../drive.ts';
import { markRead } from '../journey.ts';
import { everythingStored } from '../../stored.ts';
import { SITE } from '../packages.ts';
import { selfSigned } from './certificate.ts';
import { LrsDouble } from './lrs-double.ts';
import { COURSE } from './packages.ts';

const KEY = 'academy:s3cret:ü';
const base64 = Buffer.from(KEY).toString('base64');

describe('sending a record to an LRS', () => {
  const record = (count: number): Statement[] =>
    Array.from({ length: count }, (_, at) =>
      statementOf(readLesson({ course: 'a2', lesson: `l${at}` }), {
        sequence: at + 1,
        name: String(at).padStart(16, '0'),
      }),
    );
  /** Sends through the double; `change` stands between the two. */
  async function send(
    lrs: LrsDouble,
    statements: readonly Statement[],
    known = new Set<string>(),
    change: (status: number, body: string) => number = (status) => status,
  ): Promise<LrsOutcome> {
    vi.stubGlobal('navigator', { onLine: true });
    return sendToLrs({
      host: 'https://lrs.example.org/xapi/',
      key: KEY,
      statements,
      known,
      settle: (ids) => {
        ids.forEach((id) => known.add(id));
        return Promise.resolve();
      },
      send: (address, init) => {
        const url = new URL(address as string);
        const body = init?.body as string;
        const { status } = lrs.handle({
          method: init?.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          headers: Object.fromEntries(
            Object.entries(init?.headers as Record<string, string>).map(([name, value]) => [
              name.toLowerCase(),
              value,
            ]),
          ),
          body,
        });
        const shown = change(status, body);
        if (shown === 0) return Promise.reject(new TypeError('Failed to fetch'));
        return Promise.resolve(new Response(null, { status: shown === 204 ? 204 : shown }));
      },
    });
  }

  test('goes in batches, once, without own words', async () => {
    const lrs = new LrsDouble(base64);
    const known = new Set<string>();
    const statements = [
      ...record(120),
      statementOf(keptText({ course: 'a2', kind: 'reason', id: 'x', text: 'mine' }), {
        sequence: 500,
        name: 'own words',
      }),
    ];
    expect(await send(lrs, statements, known)).toEqual({
      sent: 120,
      refused: 0,
      stopped: undefined,
    });
    expect(lrs.requests).toHaveLength(3);
    expect(JSON.stringify(lrs.statements)).not.toContain('mine');
    expect(await send(lrs, statements, known)).toEqual({ sent: 0, refused: 0, stopped: undefined });
    expect(lrs.requests).toHaveLength(3);
    // Another browser, which does not know what was sent: the LRS takes nothing twice.
    expect((await send(lrs, statements)).sent).toBe(120);
    expect(lrs.statements).toHaveLength(120);
  });

  test('leaves out the one entry that the LRS has with another content, and sends the rest', async () => {
    const lrs = new LrsDouble(base64);
    const statements = record(5);
    const [, second] = statements;
    await send(lrs, [{ ...second!, timestamp: '2020-01-01T00:00:00.000Z' }]);
    expect(await send(lrs, statements)).toEqual({ sent: 4, refused: 1, stopped: undefined });
  });

  test('makes smaller batches where one is too large', async () => {
    const lrs = new LrsDouble(base64);
    const sizes: number[] = [];
    const outcome = await send(lrs, record(50), new Set(), (status, body) => {
      const { length } = JSON.parse(body) as unknown[];
      sizes.push(length);
      return length > 13 ? 413 : status;
    });
    expect(outcome).toEqual({ sent: 50, refused: 0, stopped: undefined });
    expect(Math.min(...sizes)).toBeGreaterThan(5);
  });

  test.each([
    [401, 'key'],
    [403, 'key'],
    [503, 'busy'],
    [429, 'busy'],
    [0, 'unreachable'],
  ] as const)('stops at %s with the reason %s and goes on from there', async (status, stopped) => {
    const lrs = new LrsDouble(base64);
    const known = new Set<string>();
    let requests = 0;
    const outcome = await send(lrs, record(120), known, (given) => {
      requests += 1;
      return requests === 2 ? status : given;
    });
    expect(outcome).toEqual({ sent: 50, refused: 0, stopped });
    expect((await send(lrs, record(120), known)).sent).toBe(70);
    expect(lrs.statements).toHaveLength(120);
  });
});

test('a site that names no LRS offers none and carries no code for it', () => {
  for (const file of globSync(`${SITE}/**/*.{html,js}`)) {
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/data-lrs|X-Experience-API-Version/);
    if (file.endsWith('progress/index.html')) expect(text).toContain("connect-src 'self';");
  }
});

describe('a site that was built with --lrs', () => {
  const lrs = new LrsDouble(base64);
  let running: Running;
  let served: Served;
  let server: Server;
  let page: Page;
  let allows = true;
  beforeAll(async () => {
    const out = await buildSite({
      audience: 'learner',
      base: '/',
      out: '.cache/test/lrs',
      lrs: ['https://lrs.example.org/xapi/'],
      quiet: true,
    });
    server = createServer(selfSigned('lrs.example.org'), (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', 'https://x');
        if (allows) {
          response.setHeader('access-control-allow-origin', '*');
          response.setHeader(
            'access-control-allow-headers',
            'authorization, content-type, x-experience-api-version',
          );
        }
        if (request.method === 'OPTIONS') {
          response.writeHead(204).end();
          return;
        }
        const given = lrs.handle({
          method: request.method ?? '',
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers as Record<string, string | undefined>,
          body,
        });
        response.writeHead(given.status).end(given.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const listening = server.address();
    const port = typeof listening === 'object' && listening ? listening.port : 0;
    served = await serveFolder(out, 0);
    running = await startBrowser('chromium', [
      `--host-resolver-rules=MAP lrs.example.org 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
    ]);
    page = await running.browser.newPage();
    await page.goto(
      `http://127.0.0.1:${served.port}/en/${COURSE.id}/${COURSE.lessons[1]?.id ?? ''}/`,
    );
    await markRead(page.mainFrame());
  });
  afterAll(async () => {
    await running.browser.close();
    served.server.closeAllConnections();
    await served.close();
    server.closeAllConnections();
    server.close();
  });
  const open = async (): Promise<void> => {
    await page.goto(`http://127.0.0.1:${served.port}/en/progress/`);
    await seen(page.mainFrame(), '[data-enhance="lrs"][data-ready] #lrs-key');
  };
  const sendWith = async (key: string): Promise<void> => {
    await page.$eval('#lrs-key', (field) => ((field as HTMLInputElement).value = ''));
    await page.type('#lrs-key', key);
    await press(page.mainFrame(), 'Send', '.lrs');
  };

  test('lets pages reach that host and no other', async () => {
    await open();
    const policy = await page.$eval('meta[http-equiv="content-security-policy"]', (meta) =>
      meta.getAttribute('content'),
    );
    expect(policy).toContain("connect-src 'self' https://lrs.example.org/xapi/;");
  });

  test('says what is wrong with a key, with a refusal by CORS, and then sends', async () => {
    await open();
    await sendWith('nocolon');
    await says(page.mainFrame(), 'Write the key as name:secret.');
    await sendWith('wrong:key');
    await says(page.mainFrame(), 'The LRS does not accept this key.');
    allows = false;
    await sendWith(KEY);
    await says(page.mainFrame(), 'does not let this site send (CORS)');
    allows = true;
    await sendWith(KEY);
    await says(page.mainFrame(), '1 entry sent.');
    expect(lrs.statements).toHaveLength(1);
    await says(page.mainFrame(), 'Everything has been sent');
  });

  test('keeps the key nowhere and knows after a reload what was sent', async () => {
    await open();
    await says(page.mainFrame(), 'Everything has been sent');
    const kept = await page.evaluate(everythingStored);
    expect(kept).toContain(COURSE.id);
    expect(kept).not.toContain('s3cret');
  });
});
