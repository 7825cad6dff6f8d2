import { createServer, type IncomingMessage } from 'node:http';
import { extname } from 'node:path';
import type { Files } from '../../../src/editions/zip.ts';
import { cmi5Rules, type SessionFacts } from './cmi5-rules.ts';
import { LrsDouble } from './lrs-double.ts';

/** An LMS that speaks cmi5, with its LRS on another address than the package. */
export interface Cmi5Lms {
  readonly lrs: LrsDouble;
  /** Opens a session and gives the address that the learner's browser is sent to. */
  launch(mode?: SessionFacts['mode'], masteryScore?: number): string;
  /** Cuts the network to the LRS, or mends it. */
  cut(cut: boolean): void;
  /** Resolves when nothing is on its way to the LRS any more: what a closing page has sent arrives after it is gone. */
  quiet(): Promise<void>;
  /** Begins anew: no statement, no state. */
  forget(): void;
  /** How often a token was asked for by anything but one POST. */
  readonly wrongFetches: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Starts the LMS for one package and one learner. */
export async function startCmi5Lms(files: Files): Promise<Cmi5Lms> {
  const actor = {
    objectType: 'Agent',
    name: 'A learner',
    account: { homePage: 'https://lms.example.org', name: '4711' },
  };
  const registration = '26b79bdb-439f-4d3f-a44e-36fb023ccd0c';
  const activityId = 'https://lms.example.org/au/4756b42214';
  const publisherId = 'tag:custodia.example,2026:a2/course/a2/en';
  let session = 0;
  let facts: SessionFacts | undefined;
  let down = false;
  const fetched = new Set<string>();
  const wrongFetches: string[] = [];
  const key = Buffer.from('session:secret').toString('base64');
  const lrs = new LrsDouble(
    key,
    cmi5Rules(() => {
      if (!facts) throw new Error('No session is open.');
      return facts;
    }),
  );

  const packages = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const bytes = files.get(decodeURIComponent(pathname.slice(1)));
    response.writeHead(bytes ? 200 : 404, {
      'content-type': TYPES[extname(pathname)] ?? 'text/plain; charset=utf-8',
    });
    response.end(bytes ?? '');
  });
  let asked = 0;
  let open = 0;
  const records = createServer((request, response) => {
    asked += 1;
    open += 1;
    response.on('close', () => (open -= 1));
    if (down) {
      request.socket.destroy();
      return;
    }
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://x');
      const send = (status: number, text: string): void => {
        response.writeHead(status, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
          'access-control-allow-methods': 'GET, PUT, POST',
          'content-type': 'application/json',
        });
        response.end(text);
      };
      if (request.method === 'OPTIONS') send(204, '');
      else if (url.pathname === '/fetch') {
        const id = url.search;
        if (request.method !== 'POST' || fetched.has(id)) wrongFetches.push(request.method ?? '');
        if (request.method !== 'POST') send(405, '');
        else if (fetched.has(id)) send(200, '{"error-code":"1","error-text":"Used."}');
        else {
          fetched.add(id);
          send(200, JSON.stringify({ 'auth-token': key }));
        }
      } else {
        const { status, body: text } = lrs.handle({
          method: request.method ?? '',
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers as Record<string, string | undefined>,
          body,
        });
        send(status, text);
      }
    });
  });
  const [packageAt, recordsAt] = await Promise.all([listen(packages), listen(records)]);
  return {
    lrs,
    wrongFetches,
    cut: (cut) => (down = cut),
    quiet: async () => {
      for (let before = -1; before !== asked || open > 0;) {
        before = asked;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    },
    forget: () => {
      lrs.statements.length = 0;
      lrs.refused.length = 0;
      lrs.states.clear();
    },
    launch: (mode = 'Normal', masteryScore = 0.75) => {
      session += 1;
      facts = {
        ...{ actor, registration, activityId, publisherId, mode, masteryScore },
        session: `session-${session}`,
      };
      const key4 = [activityId, JSON.stringify(actor), registration, 'LMS.LaunchData'].join('\n');
      lrs.states.set(key4, {
        contextTemplate: {
          contextActivities: { grouping: [{ objectType: 'Activity', id: publisherId }] },
          extensions: {
            'https://w3id.org/xapi/cmi5/context/extensions/sessionid': facts.session,
          },
        },
        launchMode: mode,
        launchMethod: 'AnyWindow',
        masteryScore,
        moveOn: 'CompletedAndPassed',
      });
      const query = new URLSearchParams({
        endpoint: `${recordsAt}/xapi/`,
        fetch: `${recordsAt}/fetch?session=${session}`,
        actor: JSON.stringify(actor),
        registration,
        activityId,
      });
      return `${packageAt}/index.html?${query.toString()}`;
    },
    close: async () => {
      for (const server of [packages, records]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
