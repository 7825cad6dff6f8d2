import { globSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { PackOptions } from '../packed/pack.ts';
import { verifyPage } from '../verify.ts';
import { bytesOf, sha256, sums, type Files } from '../zip.ts';
import { headersFile, nginxConf } from './headers.ts';

/** Files that compress; pictures and packed files do not. */
const TEXT = /\.(?:html|css|js|json|txt|svg|webmanifest|wasm|xml|eml|csv)$/;
/** A shorter file is not worth a second one. */
const LEAST = 400;

/**
 * The site for any web server: `site/` with compressed files beside the plain ones, `nginx/custodia.conf`, and
 * `_headers` for static hosts. Holds all languages and courses, because pages link to each other.
 */
export function packSite({ site, langs, name, about, progress }: PackOptions): Files {
  const base = /data-choose="([^"]+)"/.exec(readFileSync(`${site}/index.html`, 'utf8'))?.[1] ?? '/';
  const files = new Map<string, Uint8Array>();
  const paths = globSync('**/*', { cwd: site })
    .filter((path) => statSync(`${site}/${path}`).isFile() && !/\.(?:br|gz)$/.test(path))
    .sort();
  progress(`compressing ${paths.length} files`);
  for (const path of paths) {
    const body = new Uint8Array(readFileSync(`${site}/${path}`));
    files.set(`site/${path}`, body);
    if (!TEXT.test(path) || body.length < LEAST) continue;
    files.set(`site/${path}.gz`, new Uint8Array(gzipSync(body, { level: 9 })));
    files.set(`site/${path}.br`, brotli(body));
  }
  files.set('site/_headers', bytesOf(headersFile(base)));
  files.set('nginx/custodia.conf', bytesOf(nginxConf(base)));
  files.set('verify.html', bytesOf(verifyPage(langs, name)));
  const listed = Object.fromEntries(
    [...files.keys()].sort().map((path) => [path, sha256(files.get(path) ?? new Uint8Array())]),
  );
  files.set(
    'manifest.json',
    bytesOf(`${JSON.stringify({ ...about, base, files: listed }, null, 2)}\n`),
  );
  files.set('SHA256SUMS', bytesOf(sums(files)));
  return files;
}

function brotli(body: Uint8Array): Uint8Array {
  return new Uint8Array(
    brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  );
}
