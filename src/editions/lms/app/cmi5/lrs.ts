import type { Launch } from './launch.ts';
import type { Sent } from './statements.ts';

/** Why a request did not do: no network, or an answer that trying again does not change. */
export type LrsTrouble = 'offline' | 'refused' | 'ended';

/** An answer of the LRS: what it holds, or why there is none. `nothing` is a document that was never written. */
export type Answer<T> =
  | { readonly kind: 'fine'; readonly value: T }
  | { readonly kind: 'nothing' }
  | { readonly kind: LrsTrouble };

/** The LRS of the session that the LMS has opened. */
export interface Lrs {
  getState(stateId: string): Promise<Answer<unknown>>;
  putState(stateId: string, text: string, closing?: boolean): Promise<Answer<undefined>>;
  /** The learner's wishes, which a package has to ask for when it starts. */
  getPreferences(): Promise<Answer<unknown>>;
  /** Sends statements in their order, as one batch: all are taken or none. */
  send(statements: readonly Sent[], closing?: boolean): Promise<Answer<undefined>>;
}

const VERSION = '1.0.3';
const TIMEOUT = 20_000;

/** Gets the token of the session, by the one POST that the address allows. */
export async function fetchToken(address: string): Promise<Answer<string>> {
  const answer = await ask(address, { method: 'POST' });
  if (answer.kind !== 'fine') return answer;
  const token = (answer.value as Readonly<Record<string, unknown>> | null)?.['auth-token'];
  return typeof token === 'string' && token !== ''
    ? { kind: 'fine', value: token }
    : // An error has the status 200, too: the address was used before, or the session is over.
      { kind: 'ended' };
}

/** The LRS behind the endpoint, with the token of the session. */
export function openLrs({ endpoint, actor, registration, activityId }: Launch, token: string): Lrs {
  const headers = {
    Authorization: `Basic ${token}`,
    'X-Experience-API-Version': VERSION,
  };
  const agent = JSON.stringify(actor);
  const stateAt = (stateId: string): string =>
    `${endpoint}activities/state?${new URLSearchParams({ activityId, agent, registration, stateId }).toString()}`;
  const write = async (
    method: 'PUT' | 'POST',
    address: string,
    body: string,
    closing: boolean,
  ): Promise<Answer<undefined>> => {
    const all = { ...headers, 'Content-Type': 'application/json' };
    if (closing && !('keepalive' in Request.prototype)) {
      // Browsers without it give up a request when its page closes; a beacon is sent all the same.
      return beacon(method, address, body, all);
    }
    const answer = await ask(address, { method, headers: all, body, keepalive: closing });
    return answer.kind === 'fine' ? { kind: 'fine', value: undefined } : answer;
  };
  return {
    getState: (stateId) => ask(stateAt(stateId), { headers }),
    putState: (stateId, text, closing = false) => write('PUT', stateAt(stateId), text, closing),
    getPreferences: () =>
      ask(
        `${endpoint}agents/profile?${new URLSearchParams({ agent, profileId: 'cmi5LearnerPreferences' }).toString()}`,
        { headers },
      ),
    send: (statements, closing = false) =>
      write('POST', `${endpoint}statements`, JSON.stringify(statements), closing),
  };
}

/** A request whose every outcome has a name. */
async function ask(address: string, init: RequestInit): Promise<Answer<unknown>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const response = await fetch(address, {
      ...init,
      signal: stop.signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (response.status === 404) return { kind: 'nothing' };
    if (response.status === 401 || response.status === 403) return { kind: 'ended' };
    // A busy or broken server may do better later.
    if (response.status === 429 || response.status >= 500) return { kind: 'offline' };
    if (!response.ok) return { kind: 'refused' };
    const text = await response.text();
    return { kind: 'fine', value: text === '' ? undefined : (JSON.parse(text) as unknown) };
  } catch (error) {
    return { kind: error instanceof SyntaxError ? 'refused' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** The alternate request syntax of xAPI: method, headers and body as fields of a form. */
function beacon(
  method: string,
  address: string,
  content: string,
  headers: Readonly<Record<string, string>>,
): Answer<undefined> {
  const [path = '', query = ''] = address.split('?');
  const form = new URLSearchParams(query);
  form.set('content', content);
  for (const [name, value] of Object.entries(headers)) form.set(name, value);
  const sent = navigator.sendBeacon(`${path}?method=${method}`, form);
  return sent ? { kind: 'fine', value: undefined } : { kind: 'offline' };
}
