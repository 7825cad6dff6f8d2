/** What a document that holds its own data gives: the packed app opens from a stick, where nothing can be fetched. */
type Own = (address: string) => Promise<unknown>;

/**
 * The content of a JSON file of this site.
 *
 * @throws when it is not there
 */
export async function loadFile<T>(address: string): Promise<T> {
  const own = (globalThis as { custodiaFile?: Own }).custodiaFile;
  // A version in the address keeps caches apart; a copy has one version only.
  if (own) return (await own(address.replace(/\?.*/, ''))) as T;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}
