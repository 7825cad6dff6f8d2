/** A UUID of version 4 from 16 random bytes (RFC 9562). The bytes are not changed. */
export function uuidFrom(bytes: Uint8Array): string {
  const hex = [...bytes.subarray(0, 16)]
    .map((byte, index) =>
      index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte,
    )
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
