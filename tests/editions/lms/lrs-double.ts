import { statement as check } from '@learninglocker/xapi-validation/dist/factory.js';
import { isDeepStrictEqual } from 'node:util';

/** A statement as it came. */
export interface Received {
  readonly id: string;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly result?: {
    readonly duration?: string;
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly response?: string;
    readonly score?: { readonly scaled: number };
  };
  readonly context?: {
    readonly registration?: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
    readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
  readonly timestamp?: string;
}

/** A request to an LRS, whatever carried it. */
export interface LrsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}
export interface LrsResponse {
  readonly status: number;
  readonly body: string;
}

const answer = (status: number, body: unknown = ''): LrsResponse => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/**
 * What any LRS does by the xAPI specification (1.0.3), as far as a package or a page can meet it: it asks for the
 * version and for authority, validates every statement, takes a batch whole or not at all, and never lets a
 * statement change. It keeps a history.
 */
export class LrsDouble {
  readonly statements: Received[] = [];
  readonly states = new Map<string, unknown>();
  readonly requests: LrsRequest[] = [];
  /** What it answered with 400 or more, and why; documents that are not there are no refusal. */
  readonly refused: string[] = [];
  /** Answers every request with this status while it is set. */
  fault: number | undefined;
  private readonly key: string;
  /** Further rules, such as those of cmi5; gives what is wrong. */
  private readonly rules: (
    batch: readonly Received[],
    stored: readonly Received[],
  ) => string | undefined;

  constructor(
    key: string,
    rules: (batch: readonly Received[], stored: readonly Received[]) => string | undefined = () =>
      undefined,
  ) {
    this.key = key;
    this.rules = rules;
  }

  handle(request: LrsRequest): LrsResponse {
    this.requests.push(request);
    const given = this.decide(request);
    if (given.status >= 400 && given.status !== 404) {
      this.refused.push(`${given.status} ${request.method} ${request.path}: ${given.body}`);
    }
    return given;
  }

  private decide(request: LrsRequest): LrsResponse {
    if (this.fault !== undefined) return answer(this.fault, 'fault');
    if (!/^1\.0(?:\.\d+)?$/.test(request.headers['x-experience-api-version'] ?? '')) {
      return answer(400, 'X-Experience-API-Version is missing or wrong.');
    }
    if (request.headers['authorization'] !== `Basic ${this.key}`) return answer(401);
    if (request.path.endsWith('/statements') && request.method === 'POST')
      return this.post(request);
    if (request.path.endsWith('/activities/state')) return this.state(request);
    if (request.path.endsWith('/agents/profile')) return answer(404);
    return answer(404);
  }

  private post({ body, headers }: LrsRequest): LrsResponse {
    if (!headers['content-type']?.startsWith('application/json')) return answer(400, 'No JSON.');
    const sent = JSON.parse(body) as Received | Received[];
    const batch = Array.isArray(sent) ? sent : [sent];
    for (const each of batch) {
      const warnings = check(each, ['statement']);
      if (warnings.length > 0) return answer(400, JSON.stringify(warnings));
    }
    if (new Set(batch.map(({ id }) => id)).size !== batch.length)
      return answer(400, 'An id twice.');
    for (const each of batch) {
      const known = this.statements.find(({ id }) => id === each.id);
      if (known && !isDeepStrictEqual(known, each))
        return answer(409, `${each.id} is another one.`);
    }
    const fresh = batch.filter(({ id }) => !this.statements.some((known) => known.id === id));
    const wrong = this.rules(fresh, this.statements);
    if (wrong !== undefined) return answer(400, wrong);
    this.statements.push(...fresh);
    return answer(
      200,
      batch.map(({ id }) => id),
    );
  }

  private state({ method, query, body }: LrsRequest): LrsResponse {
    for (const name of ['activityId', 'agent', 'stateId']) {
      if (!query.get(name)) return answer(400, `${name} is missing.`);
    }
    const key = ['activityId', 'agent', 'registration', 'stateId']
      .map((name) => query.get(name) ?? '')
      .join('\n');
    if (method === 'PUT') {
      this.states.set(key, JSON.parse(body));
      return answer(204);
    }
    return this.states.has(key) ? answer(200, this.states.get(key)) : answer(404);
  }
}
