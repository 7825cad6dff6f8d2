/**
 * Everything the browser has stored for the site, as one text. Runs in the page (`page.evaluate(everythingStored)`), so
 * it uses nothing from outside itself.
 */
export async function everythingStored(): Promise<string> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const found: unknown[] = [localStorage, sessionStorage].map((store) =>
    Object.fromEntries(Object.keys(store).map((key) => [key, store.getItem(key)])),
  );
  found.push(document.cookie);
  for (const { name } of await indexedDB.databases()) {
    const base = await wait(indexedDB.open(name ?? ''));
    for (const store of base.objectStoreNames) {
      found.push(await wait(base.transaction(store).objectStore(store).getAll()));
    }
    base.close();
  }
  return JSON.stringify(found);
}
