import { decompress } from 'fzstd';
import type { Fault, Result } from '../../../machines/lab-console.ts';
import { loadFile } from '../../search/load.ts';

/** What is loaded once: see `src/content/tools.ts`. */
interface Tool {
  readonly script: string;
  readonly wasm: string;
}

/** What the worker answers; see `src/labs/wal-bench/sqlite-worker.js`. */
type Answer =
  | { readonly ready: true }
  | { readonly failed: string }
  | {
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | null)[])[];
      readonly more: boolean;
    }
  | { readonly fault: Fault; readonly text?: string };

/** Rows and letters of a cell that are shown, and how long a question may take. */
const LIMITS = { rows: 200, letters: 300 };
const PATIENCE = 4000;
/** Starting takes a moment on an old computer; a worker that is refused may say nothing at all. */
const START_PATIENCE = 20_000;

/** A SQLite that runs beside the page. */
export interface Engine {
  /** Answers a question about a database. Rejects when the question was stopped; the engine is used up then. */
  readonly ask: (bytes: Uint8Array, sql: string) => Promise<Result>;
  readonly stop: () => void;
}

let tool: Promise<Tool> | undefined;

function loadTool(): Promise<Tool> {
  const base = document.documentElement.dataset['base'] ?? '/';
  tool ??= loadFile<Tool>(`${base}tools/sqlite.json`);
  tool.catch(() => (tool = undefined));
  return tool;
}

/**
 * Loads SQLite, once for the window, and starts it in a worker.
 *
 * @throws when it cannot be loaded, or when this browser does not let a page start it
 */
export async function startEngine(): Promise<Engine> {
  const { script, wasm } = await loadTool();
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const answers = listen(worker);
  // The decoder's answer is a part of a larger buffer; the worker takes a whole one.
  const program = decompress(Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0))).slice();
  try {
    const started = answers.next(START_PATIENCE);
    worker.postMessage({ wasm: program.buffer }, [program.buffer]);
    const first = await started;
    if (!('ready' in first)) throw new Error('failed' in first ? first.failed : 'no start');
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
  let number = 0;
  return {
    ask: async (bytes, sql) => {
      number += 1;
      const answered = answers.next(PATIENCE);
      worker.postMessage({ number, bytes, sql, limits: LIMITS });
      try {
        return resultOf(await answered);
      } catch (error) {
        worker.terminate();
        throw error;
      }
    },
    stop: () => worker.terminate(),
  };
}

function resultOf(answer: Answer): Result {
  if ('columns' in answer) return { kind: 'rows', ...answer };
  if ('fault' in answer) return { kind: 'refused', ...answer };
  throw new Error('An answer without a question.');
}

/** The next message of a worker. Only one is waited for at a time. */
function listen(worker: Worker): { next: (patience: number) => Promise<Answer> } {
  return {
    next: (patience) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('too long')), patience);
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          clearTimeout(timer);
          resolve(data);
        };
        worker.onerror = (event) => {
          clearTimeout(timer);
          reject(new Error(event.message || 'refused'));
        };
      }),
  };
}
