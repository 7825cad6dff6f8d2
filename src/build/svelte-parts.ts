import { parse, type Token } from 'acorn';
import { transformWithOxc, type Plugin } from 'vite';

/**
 * Private names of classes as plain properties. The oldest browsers have no private methods that every one of them
 * runs alike, and the usual stand-in, a WeakMap for each name, costs every page with an island 1 kB and every update
 * of it time. Throws where a plain property would mean something else.
 */
export function openPrivateNames(code: string): string {
  const tokens: Token[] = [];
  parse(code, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens });
  const names = new Map<string, string>();
  let open = '';
  let end = 0;
  tokens.forEach((token, index) => {
    if (token.type.label !== 'privateId') return;
    const name = code.slice(token.start, token.end);
    const plain = names.get(name) ?? `_${names.size.toString(36)}`;
    names.set(name, plain);
    const next = tokens[index + 1];
    const isAsked = next !== undefined && code.slice(next.start, next.end) === 'in';
    if (isAsked || new RegExp(`\\b${plain}\\b`).test(code)) {
      throw new Error(`The private name ${name} cannot become the plain property ${plain}.`);
    }
    open += code.slice(end, token.start) + plain;
    end = token.end;
  });
  return open + code.slice(end);
}

/**
 * Svelte's attributes without what only attributes spread over a `<select>` or an `<option>` ask for. Nobody here
 * spreads them; as long as the import stands, every page with an island loads the 3 kB that lists need. Who does
 * spread them is told so. Throws when Svelte's module no longer looks as it did.
 */
export function withoutSpreadLists(code: string): string {
  const list = /import \{([\w\s,]+)\} from '\.\/bindings\/select\.js';/.exec(code);
  if (!list)
    throw new Error('Svelte imports its lists in another way; look at withoutSpreadLists.');
  const refuse =
    "() => { throw new Error('Spread no attributes over a select or an option: set them one by one.'); }";
  const names = (list[1] ?? '').split(',').flatMap((name) => name.trim() || []);
  return code.replace(list[0], names.map((name) => `const ${name} = ${refuse};`).join('\n'));
}

/**
 * Svelte's mark that it takes up what the build drew, as the constant `false`: our islands are always drawn anew
 * (`src/islands/render.ts`), and the bundler then leaves out all that waits behind the mark, as Svelte intends.
 * Throws when Svelte's module no longer looks as it did.
 */
export function withoutHydration(code: string): string {
  const mark = 'export let hydrating = false;';
  const change = 'hydrating = value;';
  if (!code.includes(mark) || !code.includes(change)) {
    throw new Error('Svelte marks hydration in another way; look at withoutHydration.');
  }
  return code.replace(mark, 'export const hydrating = false;').replace(change, 'void value;');
}

/** XState's way to tools for developers, with nothing behind it: our pages hand their machines to nobody. */
export function withoutDevelopers(code: string): string {
  const names = /export \{ ([\w, ]+) \};/.exec(code)?.[1]?.split(', ');
  if (!names?.includes('devToolsAdapter')) {
    throw new Error(
      'XState reaches its tools for developers in another way; look at withoutDevelopers.',
    );
  }
  return names.map((name) => `export const ${name} = () => undefined;`).join('\n');
}

/**
 * The mail parser's names of HTML's letters, with none in it: they are half of the parser, and it asks for them only
 * where a message has no plain text. We read header lines.
 */
export function withoutEntities(code: string): string {
  if (!/^export const htmlEntities = \{/m.test(code)) {
    throw new Error(
      "The mail parser keeps HTML's letters in another way; look at withoutEntities.",
    );
  }
  return 'export const htmlEntities = {};';
}

/**
 * Svelte's own modules, and a few others, made smaller. Svelte does not say so itself, but of its
 * modules only the flags do anything by being loaded: without this, every island brings along what
 * any other island uses.
 */
export function svelteParts(): Plugin {
  return {
    name: 'custodia:svelte-parts',
    transform: {
      filter: {
        id: /node_modules\/(?:svelte\/src\/(?!.*flags)|xstate\/dist\/xstate-dev\.|postal-mime\/dist\/esm\/html-entities\.)/,
      },
      async handler(code, id) {
        if (id.includes('/xstate/')) {
          return { code: withoutDevelopers(code), map: null, moduleSideEffects: false };
        }
        if (id.includes('/postal-mime/')) {
          return { code: withoutEntities(code), map: null, moduleSideEffects: false };
        }
        if (id.endsWith('/client/dom/elements/attributes.js')) {
          return { code: withoutSpreadLists(code), map: null, moduleSideEffects: false };
        }
        if (id.endsWith('/client/dom/hydration.js')) {
          return { code: withoutHydration(code), map: null, moduleSideEffects: false };
        }
        if (!/\bclass\b/.test(code)) return { moduleSideEffects: false };
        const { code: plain } = await transformWithOxc(openPrivateNames(code), id, {
          target: 'es2021',
          assumptions: { setPublicClassFields: true },
        });
        return { code: plain, map: null, moduleSideEffects: false };
      },
    },
  };
}
