/**
 * The addresses given with `--lrs`, each with a slash at its end; or one line that says what is wrong. Only https: a
 * record must not travel where others can read it. No name, no secret, no question in the address.
 */
export function readLrs(given: readonly string[]): string[] | string {
  const read: string[] = [];
  for (const text of given) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol !== 'https:' || url.username || url.password || url.search || url.hash) {
      return `\`--lrs ${text}\` is no address of an LRS. Write it as \`https://host\` or \`https://host/path/\`, without a key.`;
    }
    if (/[\s;,'"]/.test(url.href))
      return `\`--lrs ${text}\` holds a character that cannot stand in a policy.`;
    read.push(url.href.replace(/\/?$/, '/'));
  }
  return read;
}
