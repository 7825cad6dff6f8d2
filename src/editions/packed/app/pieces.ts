/** What the packed app loads piece by piece: pages and search data, each a script that calls `custodia`. */
const pieces = new Map<string, unknown>();

type Register = (name: string, value: unknown) => void;

/** Lets scripts of pieces hand over what they hold. */
export function acceptPieces(): void {
  const register: Register = (name, value) => pieces.set(name, value);
  Object.assign(globalThis, {
    custodia: register,
    custodiaFile: (address: string) =>
      loadPiece(`data/${address.replace(/^#\//, '').replace(/\.json$/, '')}`),
  });
}

/** A piece by its name, such as `pages/en/glossary`. Rejects when its file is not there. */
export async function loadPiece(name: string): Promise<unknown> {
  if (!pieces.has(name)) {
    const inside = document.querySelector(`script[data-piece="${CSS.escape(name)}"]`);
    if (inside) pieces.set(name, JSON.parse(inside.textContent));
    else await runScript(`${name}.js`);
  }
  if (!pieces.has(name)) throw new Error(`${name} is damaged.`);
  return pieces.get(name);
}

/** Runs a script beside this document. Rejects when it is not there. */
export function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.addEventListener('load', () => {
      script.remove();
      resolve();
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} is missing.`));
    });
    document.head.append(script);
  });
}
