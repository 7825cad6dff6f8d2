import { clientsClaim } from 'workbox-core';
import { registerRoute } from 'workbox-routing';
import { answer, sweep } from './answer.ts';

/** The part of a service worker's world that is used. TypeScript's own types of it do not go with those of pages. */
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: {
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly unknown[]>;
  };
  addEventListener(type: 'install', listener: () => void): void;
  skipWaiting(): Promise<void>;
}

/*
 * The service worker. It holds no list of files and no version: what it answers is decided by what the learner has
 * kept (`shelf.ts`). So a new worker may take over at once; the pages stay those of the version that is kept until
 * the learner asks for a newer one.
 */
const worker = self as unknown as Worker;
const base = new URL(worker.registration.scope).pathname;

worker.addEventListener('install', () => void worker.skipWaiting());
clientsClaim();

registerRoute(
  ({ sameOrigin, url, request }) =>
    sameOrigin &&
    url.pathname.startsWith(base) &&
    // What is being kept, and what asks for the newest, comes from the network (`shelf.ts`, `kept.ts`).
    (request.mode === 'navigate' || request.cache !== 'no-cache'),
  async ({ request, url, event }) => {
    const response = await answer({ request, url, base });
    if (request.mode === 'navigate') {
      (event as Event & { waitUntil(work: Promise<unknown>): void }).waitUntil(
        worker.clients
          .matchAll({ type: 'window', includeUncontrolled: true })
          .then(({ length }) => sweep(base, length)),
      );
    }
    return response;
  },
);
