import { expect, test } from 'vitest';
import { differingBytes } from './bytes.ts';
import { digestHex, fromHex, toHex, type Algorithm } from './digest.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test.each<[Algorithm, string, string]>([
  ['sha-256', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['sha-256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['md5', '', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['md5', 'abc', '900150983cd24fb0d6963f7d28e17f72'],
])('%s of %j is the value its standard gives', (algorithm, message, expected) => {
  expect(digestHex(algorithm, text(message))).toBe(expected);
});

test('the two files of the collision differ in two bytes, share MD5 and do not share SHA-256', () => {
  const a = fromHex(
    '4dc968ff0ee35c209572d4777b721587d36fa7b21bdc56b74a3dc0783e7b9518afbfa200a8284bf36e8e4b55b35f427593d849676da0d1555d8360fb5f07fea2',
  );
  const b = fromHex(
    '4dc968ff0ee35c209572d4777b721587d36fa7b21bdc56b74a3dc0783e7b9518afbfa202a8284bf36e8e4b55b35f427593d849676da0d1d55d8360fb5f07fea2',
  );
  expect([a.length, b.length]).toEqual([64, 64]);
  expect(differingBytes(a, b)).toEqual([35, 55]);
  expect(digestHex('md5', a)).toBe('008ee33a9d58b51cfeb425b0959121c9');
  expect(digestHex('md5', b)).toBe('008ee33a9d58b51cfeb425b0959121c9');
  expect(digestHex('sha-256', a)).toMatch(/^54bcb9a4.*bd1a0$/);
  expect(digestHex('sha-256', b)).toMatch(/^90774a64.*f0afe$/);
});

test('hex becomes bytes and the same hex again', () => {
  expect(toHex(fromHex('00ff1A'))).toBe('00ff1a');
});

test.each(['0', 'zz', '0x11'])('%j is refused as hex', (hex) => {
  expect(() => fromHex(hex)).toThrow('Not a whole number of hex bytes');
});
