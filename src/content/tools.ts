import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { deflated } from './deflate.ts';

/** What `tools/sqlite.json` holds; `src/islands/lab/chat/engine.ts` unpacks it. */
export interface SqliteTool {
  /** Text of a classic worker. */
  readonly script: string;
  /** The WebAssembly program: deflated, then base64. */
  readonly wasm: string;
}

const DIST = 'node_modules/sql.js/dist/sql-wasm-browser';

/** SQLite and the worker that asks it. */
export function sqliteTool(): SqliteTool {
  return {
    script: `${readFileSync(`${DIST}.js`, 'utf8')}\n${readFileSync('src/labs/wal-bench/sqlite-worker.js', 'utf8')}`,
    wasm: Buffer.from(deflated(readFileSync(`${DIST}.wasm`))).toString('base64'),
  };
}

/** Kilobytes that come over the line when the tool is loaded from a server that compresses. */
export function sqliteSize(): number {
  return Math.ceil(gzipSync(JSON.stringify(sqliteTool())).length / 1000);
}
