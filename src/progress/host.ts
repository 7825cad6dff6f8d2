import type { RecordStore } from './store.ts';

/** What keeps the record when the document runs inside another system, such as an LMS, instead of the browser. */
export interface RecordHost {
  /** The store, once the other system has answered. Never rejects. */
  readonly store: Promise<RecordStore>;
}

type Place = typeof globalThis & { custodiaHost?: RecordHost };

/** The system around this document that keeps the record; `undefined` where the browser does. */
export function recordHost(): RecordHost | undefined {
  return (globalThis as Place).custodiaHost;
}

/** Makes a system around this document keep the record. Called before any page opens its record. */
export function setRecordHost(host: RecordHost): void {
  (globalThis as Place).custodiaHost = host;
}
