import { createHash } from 'node:crypto';

/**
 * A short fingerprint of the words of a source file. A translation records the stamp it was made from;
 * when the stamps differ, the translation is stale. The `translation` head itself is left out, so that
 * a file's own stamp does not depend on its state.
 *
 * Stamps, not commit dates: a date changes when a page is only reformatted, and is lost in a shallow
 * clone or an exported copy.
 */
export function stamp(text: string): string {
  const words = text
    .replace(/^translation:\n(?: +.*\n)*/m, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}
