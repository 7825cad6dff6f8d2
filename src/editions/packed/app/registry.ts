/** A module as the islands of a page ask for it. */
export interface Module {
  readonly default: unknown;
}

type Load = () => Promise<Module>;
const modules = new Map<string, Load>();

/** Makes modules known under the addresses that the pages name them by. A module runs when it is first asked for. */
export function registerModules(known: Readonly<Record<string, Load>>): void {
  for (const [address, load] of Object.entries(known)) modules.set(address, load);
}

/** Takes the place of `import()` for the islands. Rejects for a module that was not packed. */
export function answerImport(address: string): Promise<Module> {
  const load = modules.get(address.split('?')[0] ?? '');
  return load ? load() : Promise.reject(new Error(`${address} is not packed.`));
}
