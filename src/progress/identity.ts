import { uuidFrom } from '../domain/uuid.ts';
import type { Learner } from './store.ts';

/** A new random UUID. `crypto.randomUUID` is missing on plain http, so the bytes are drawn here. */
export function newId(): string {
  return uuidFrom(crypto.getRandomValues(new Uint8Array(16)));
}

/** A learner nobody has met. */
export function newLearner(name = ''): Learner {
  return { id: newId(), actor: newId(), name, saved: '' };
}
