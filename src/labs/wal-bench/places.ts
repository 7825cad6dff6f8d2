/** How often a text stands in bytes, whatever the file is. The text is looked for as it is stored: in UTF-8. */
export function placesOf(bytes: Uint8Array, text: string): number {
  const wanted = new TextEncoder().encode(text);
  if (wanted.length === 0) return 0;
  let count = 0;
  for (let at = 0; at + wanted.length <= bytes.length; at += 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) count += 1;
  }
  return count;
}
