import '../../domain/old-browsers.ts';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** The two hash functions of the bench. */
export type Algorithm = 'sha-256' | 'md5';

/**
 * The hash value of bytes in lower-case hex: 64 digits for SHA-256, 32 for MD5.
 * A library computes both, because browsers offer no MD5 and no hashing at all on a plain http page.
 */
export function digestHex(algorithm: Algorithm, bytes: Uint8Array): string {
  return toHex(algorithm === 'md5' ? md5(bytes) : sha256(bytes));
}

/** Bytes as lower-case hex without spaces. */
export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a hex text. Throws for an odd number of digits or for anything that is no hex digit. */
export function fromHex(hex: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(hex))
    throw new Error(`Not a whole number of hex bytes: ${hex.slice(0, 20)}`);
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
