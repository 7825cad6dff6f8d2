import { readFileSync } from 'node:fs';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';

/** What `tools/sqlite.json` holds; `src/islands/lab/chat/engine.ts` unpacks it. */
export interface SqliteTool {
  /** Text of a classic worker. */
  readonly script: string;
  /** The WebAssembly program: packed as Zstandard, then base64. */
  readonly wasm: string;
}

const DIST = 'node_modules/sql.js/dist/sql-wasm-browser';

/** SQLite and the worker that asks it. */
export function sqliteTool(): SqliteTool {
  return {
    script: `${readFileSync(`${DIST}.js`, 'utf8')}\n${readFileSync('src/labs/wal-bench/sqlite-worker.js', 'utf8')}`,
    wasm: packed(readFileSync(`${DIST}.wasm`)).toString('base64'),
  };
}

/** The strongest that Zstandard does: a package cannot compress base64 again, so it has to be small before. */
function packed(program: Buffer): Buffer {
  return zstdCompressSync(program, {
    params: { [constants.ZSTD_c_compressionLevel]: 22 },
    pledgedSrcSize: program.length,
  });
}

/** Kilobytes that come over the line when the tool is loaded from a server that compresses. */
export function sqliteSize(): number {
  return Math.ceil(gzipSync(JSON.stringify(sqliteTool())).length / 1000);
}

/** The version of `@noble/hashes`, which computes the hashes of the bench in the browser. */
export function nobleVersion(): string {
  const about = readFileSync('node_modules/@noble/hashes/package.json', 'utf8');
  return (JSON.parse(about) as { version: string }).version;
}
