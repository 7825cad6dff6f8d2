import { createSign, generateKeyPairSync } from 'node:crypto';

/** One element of DER: its tag, its length, its content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 128
      ? [length]
      : length < 256
        ? [0x81, length]
        : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);

/** A key and a certificate that it has signed itself, for a server of the tests. Made anew each time; nothing is kept. */
export function selfSigned(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // ecdsa-with-SHA256
  const algorithm = sequence(der(0x06, bytes('2a8648ce3d040302')));
  // CN=name
  const subject = sequence(
    der(0x31, sequence(der(0x06, bytes('550403')), der(0x0c, Buffer.from(name)))),
  );
  const time = (year: number): Buffer => der(0x18, Buffer.from(`${year}0101000000Z`));
  const body = sequence(
    der(0x02, bytes('01')),
    algorithm,
    subject,
    sequence(time(2026), time(2046)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const whole = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').replace(/(.{64})/g, '$1\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
