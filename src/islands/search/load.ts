/** What a document that holds its own data gives: the packed app opens from a stick, where nothing can be fetched. */
type Own = (address: string) => Promise<unknown>;

/**
 * The content of a JSON file of this site.
 *
 * @throws when it is not there
 */
export async function loadFile<T>(address: string): Promise<T> {
  const own = (globalThis as { custodiaFile?: Own }).custodiaFile;
  if (own) return (await own(address)) as T;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}
