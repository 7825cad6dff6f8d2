/** A module as the islands of a page ask for it. */
export interface Module {
  readonly default: unknown;
}

const modules = new Map<string, Module>();

/** Makes the modules known under the addresses that the pages name them by. */
export function registerModules(known: Readonly<Record<string, Module>>): void {
  for (const [address, module] of Object.entries(known)) modules.set(address, module);
}

/** Takes the place of `import()` for the islands. Rejects for a module that was not packed. */
export function answerImport(address: string): Promise<Module> {
  const module = modules.get(address.split('?')[0] ?? '');
  return module === undefined
    ? Promise.reject(new Error(`${address} is not packed.`))
    : Promise.resolve(module);
}
