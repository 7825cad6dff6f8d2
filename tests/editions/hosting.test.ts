import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASK, FOR_EVER, nginxConf, SECURITY } from '../../src/editions/site/headers.ts';
import { packSite } from '../../src/editions/site/pack.ts';
import type { Files } from '../../src/editions/zip.ts';

const nginx = spawnSync('nginx', ['-v'], {
  env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
});
const missing = nginx.status !== 0;
const site = new URL('../../dist', import.meta.url).pathname;

let files: Files = new Map();
/** A part of the built site: all kinds of files, not every page, for compressing well takes its time. */
const part = mkdtempSync(join(tmpdir(), 'custodia-site-'));
afterAll(() => rmSync(part, { recursive: true, force: true }));
beforeAll(() => {
  for (const path of globSync(
    '{*.*,_astro/*,icons/*,offline/*,en/{index.html,404/*,glossary/*,search/*},ar/404/*}',
    { cwd: site },
  )) {
    if (!statSync(`${site}/${path}`).isFile()) continue;
    mkdirSync(dirname(`${part}/${path}`), { recursive: true });
    copyFileSync(`${site}/${path}`, `${part}/${path}`);
  }
  files = packSite({
    site: part,
    langs: ['en', 'ar'],
    without: [],
    name: 'custodia-site.zip',
    about: { edition: 'site' },
    progress: () => undefined,
  });
});

test('every text of some length stands there in two compressed forms of the same bytes', () => {
  const page = files.get('site/en/index.html');
  const packed = files.get('site/en/index.html.br');
  expect(packed && Buffer.compare(brotliDecompressSync(packed), page ?? new Uint8Array())).toBe(0);
  const long = [...files].filter(
    ([path, body]) =>
      /\.(?:html|js|css)$/.test(path) && path.startsWith('site/') && body.length >= 400,
  );
  expect(long.length).toBeGreaterThan(30);
  expect(long.filter(([path]) => !files.has(`${path}.gz`) || !files.has(`${path}.br`))).toEqual([]);
});

test('the page on verifying stands by itself: no style, script or page that the package lacks', () => {
  const page = Buffer.from(files.get('verify.html') ?? []).toString();
  expect(page).toContain('sha256sum custodia-site.zip');
  const named = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
  expect(named.filter((address) => address !== 'data:,' && !files.has(address))).toEqual([]);
});

test('static hosts are told the same rules as nginx', () => {
  const headers = Buffer.from(files.get('site/_headers') ?? []).toString();
  for (const [name, value] of Object.entries(SECURITY))
    expect(headers).toContain(`${name}: ${value}`);
  expect(headers).toContain(`/_astro/*\n  ! Cache-Control\n  Cache-Control: ${FOR_EVER}`);
});

describe.each(['/', '/courses/'])('the real nginx, with the site below %s', (base) => {
  let folder = '';
  let server: ChildProcess | undefined;
  let origin = '';

  beforeAll(async () => {
    if (missing) {
      if (process.env['CI'] === 'true') throw new Error('CI needs nginx: apt-get install nginx');
      return;
    }
    folder = mkdtempSync(join(tmpdir(), 'custodia-nginx-'));
    for (const [path, body] of files) {
      if (!path.startsWith('site/')) continue;
      mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
      writeFileSync(`${folder}/${path}`, body);
    }
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'])
      mkdirSync(`${folder}/${name}`);
    const conf = nginxConf(base, { folder: `${folder}/site`, port }).replace(
      'include mime.types;',
      'include /etc/nginx/mime.types;',
    );
    writeFileSync(
      `${folder}/nginx.conf`,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 64; }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
${conf}
}
`,
    );
    server = spawn(
      'nginx',
      ['-p', folder, '-c', `${folder}/nginx.conf`, '-e', `${folder}/error.log`],
      {
        env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
        stdio: 'pipe',
      },
    );
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (let tries = 0; tries < 300; tries += 1) {
      if (
        await fetch(origin).then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nginx did not answer: ${said}`);
  }, 60_000);

  afterAll(() => {
    server?.kill('SIGTERM');
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}${base}${path}`, { headers });

  test.skipIf(missing && process.env['CI'] !== 'true')(
    'answers with its headers, compressed, in ranges, and knows the language of what it does not have (Install nginx to run this)',
    async () => {
      const page = await get('en/', { 'accept-encoding': 'gzip' });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-encoding')).toBe('gzip');
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('cache-control')).toBe(ASK);
      for (const [name, value] of Object.entries(SECURITY))
        expect(page.headers.get(name)).toBe(value);
      const again = await get('en/', {
        'if-none-match': page.headers.get('etag') ?? '',
        'accept-encoding': 'gzip',
      });
      expect(again.status).toBe(304);

      const script =
        [...files.keys()].find((path) => /^site\/_astro\/.*\.js$/.test(path))?.slice(5) ?? '';
      const asset = await get(script, { 'accept-encoding': 'identity' });
      expect(asset.headers.get('cache-control')).toBe(FOR_EVER);
      expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/);
      expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
      const whole = Buffer.from(await asset.arrayBuffer());
      const part = await get(script, { 'accept-encoding': 'identity', range: 'bytes=10-19' });
      expect(part.status).toBe(206);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));

      const worker = await get('sw.js');
      expect(worker.headers.get('cache-control')).toBe(ASK);
      const app = await get('manifest.webmanifest');
      expect(app.headers.get('content-type')).toMatch(/^application\/manifest\+json/);

      for (const [path, lang] of [
        ['ar/no-such-page/', 'ar'],
        ['en/no-such-page/', 'en'],
      ] as const) {
        const unknown = await get(path);
        expect(unknown.status).toBe(404);
        expect(await unknown.text()).toMatch(new RegExp(`<html lang="${lang}"`));
        expect(unknown.headers.get('x-content-type-options')).toBe('nosniff');
      }
      const nowhere = await get('no-such-page');
      expect(nowhere.status).toBe(404);
      expect(await nowhere.text()).toContain('Custodia');
      const folderPage = await fetch(`${origin}${base}en/glossary`, { redirect: 'manual' });
      expect(folderPage.status).toBe(301);
    },
  );
});

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

test('the package says below which path the site lives', () => {
  const manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()) as {
    base: string;
  };
  expect(manifest.base).toBe('/');
  expect(Buffer.from(files.get('nginx/custodia.conf') ?? []).toString()).toContain(
    'alias /srv/custodia/site/;',
  );
});
