import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Hosted } from './pack.ts';
import type { BuiltPage } from './read.ts';

/**
 * The script that runs before first paint: theme and the sign that script runs. It stands inline in every page.
 *
 * @throws when a page holds an inline script of a kind this packer has not met
 */
export function headScript(pages: readonly BuiltPage[]): string {
  const all = new Set(pages.flatMap((page) => page.inlineScripts.map((text) => text.trim())));
  const [head, ...others] = [...all].sort((a, b) => Number(isHead(b)) - Number(isHead(a)));
  if (head === undefined || !isHead(head)) {
    throw new Error(
      'The built pages hold no head script, which says that script runs. Build the site anew.',
    );
  }
  if (others[0] !== undefined) {
    throw new Error(
      `A built page holds an inline script that the packed app does not know: \`${others[0].slice(0, 80)}\`. Teach src/editions/packed/script.ts what to do with it.`,
    );
  }
  return head;
}

function isHead(text: string): boolean {
  return text.includes("classList.add('js')");
}

/**
 * Bundles the packed app's router, the page script and every island that the pages use into classic scripts: where
 * pages are pieces, into one; where they are files, into one that shows pages and one that brings them to life.
 *
 * @param folder the built site
 * @param app the routes that are here, and the one that an empty address leads to
 * @param pagesAre whether the app's pages are pieces of its own or the files that are also read without script
 * @throws when a module that a page names is not there
 */
export async function bundleScripts(
  folder: string,
  pages: readonly BuiltPage[],
  app: { readonly routes: readonly string[]; readonly start: string },
  pagesAre: 'pieces' | 'files',
  host?: Pick<Hosted, 'module' | 'argument'>,
): Promise<{ readonly script: string; readonly islands?: string }> {
  const modules = [...new Set(pages.flatMap((page) => page.islandModules))].sort();
  const starters = [...new Set(pages.flatMap((page) => page.moduleScripts))].sort();
  const name = (path: string): string => JSON.stringify(path);
  const built = (address: string): string => {
    const path = resolve(folder, address.replace(/^\//, ''));
    if (!existsSync(path))
      throw new Error(`A page names ${address}, which the build did not make.`);
    return name(path);
  };
  const own = (file: string): string =>
    name(fileURLToPath(new URL(`./app/${file}`, import.meta.url)));
  const islands = [
    // Before every built module: some share a file with the page script, which starts islands that fetch.
    `import ${own('islands.ts')};`,
    `import { registerModules } from ${own('registry.ts')};`,
    ...starters.map((address) => `import ${built(address)};`),
    // Asked for when they are needed: what stands in a module runs then, not before.
    `registerModules({ ${modules.map((address) => `${name(address)}: () => import(${built(address)})`).join(', ')} });`,
  ];
  const entry = [
    `import { startApp } from ${own('start.ts')};`,
    `import * as source from ${own(`from-${pagesAre}.ts`)};`,
    `startApp(${JSON.stringify(app.routes)}, ${name(app.start)}, source);`,
  ];
  const head = headScript(pages);
  if (pagesAre === 'files') {
    const [script, alive] = await Promise.all([
      bundle({
        'packed:entry': ["import 'packed:head';", ...entry].join('\n'),
        'packed:head': head,
      }),
      bundle({ 'packed:entry': islands.join('\n') }),
    ]);
    return { script, islands: alive };
  }
  const virtual: Readonly<Record<string, string>> = {
    'packed:entry': [
      "import 'packed:head';",
      // Before every page: it says who keeps the record.
      ...(host ? ["import 'packed:host';"] : []),
      ...islands,
      ...entry,
    ].join('\n'),
    'packed:head': head,
    ...(host && {
      'packed:host': [
        `import { connect } from ${name(host.module)};`,
        `connect(${JSON.stringify(host.argument)});`,
      ].join('\n'),
    }),
  };
  return { script: await bundle(virtual) };
}

async function bundle(virtual: Readonly<Record<string, string>>): Promise<string> {
  const plugin: Plugin = {
    name: 'custodia:packed',
    enforce: 'pre',
    resolveId: (id) => (id in virtual ? `\0${id}` : undefined),
    load: (id) => virtual[id.replace('\0', '')],
    // There is nothing to fetch ahead: all modules are in the one script.
    transform: (code) =>
      code.includes('__vite__mapDeps(')
        ? { code: code.replace(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]'), map: null }
        : undefined,
  };
  // Loaded only now: a mistyped option should be answered at once.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [plugin],
    build: {
      write: false,
      target: ['chrome90', 'firefox115', 'safari15.4'],
      modulePreload: false,
      minify: true,
      rolldownOptions: {
        input: 'packed:entry',
        output: { format: 'iife', codeSplitting: false },
        // Modules of an emitted site name no file of their own: `import.meta.url` is asked for and never used.
        onLog: (level, log, report) => {
          if (log.code !== 'EMPTY_IMPORT_META') report(level, log);
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const [script] = outputs;
  if (outputs.length !== 1 || script?.type !== 'chunk') {
    throw new Error(
      `The packed app's script came out as ${outputs.length} files; one was expected.`,
    );
  }
  return script.code;
}
