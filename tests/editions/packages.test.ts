import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { packFolder } from '../../src/editions/packed/folder.ts';
import { sha256, zipFiles, type Files } from '../../src/editions/zip.ts';
import { options } from './packages.ts';

/** What the document runs, and what that loads when the first page is painted. */
const SCRIPTS = ['app.js', 'islands.js'];
const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));

describe('a package of the packed app', () => {
  let files: Files;
  let names: string[];
  beforeAll(async () => {
    files = await packFolder(options());
    names = [...files.keys()];
  });

  test('is the same to the last byte when it is made again', async () => {
    const again = await packFolder(options());
    const [first, second] = [files, again].map((each) => sha256(zipFiles(each, '2026-11-23')));
    expect(second).toBe(first);
  });

  test('names the SHA-256 of every file it holds', () => {
    const listed = names.filter((name) => !['manifest.json', 'SHA256SUMS'].includes(name)).sort();
    expect(text(files, 'SHA256SUMS')).toBe(
      listed.map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`).join(''),
    );
    const manifest = JSON.parse(text(files, 'manifest.json')) as { files: Record<string, string> };
    expect(manifest.files).toEqual({
      SHA256SUMS: sha256(files.get('SHA256SUMS') ?? new Uint8Array()),
    });
  });

  test('addresses nothing outside itself, and every file it addresses is there', () => {
    const documents = names.filter(
      (name) => /\.(?:html|js)$/.test(name) && !SCRIPTS.includes(name),
    );
    const broken = documents.flatMap((name) =>
      [...text(files, name).matchAll(/(?:href|src|action)=\\?"([^"\\]*)/g)]
        .map((match) => match[1] ?? '')
        .filter((to) => !/^(?:#|https?:|data:|mailto:|$)/.test(to))
        .map((to) => {
          const from = name.startsWith('data/') ? 'index.html' : name;
          return decodeURI(new URL(to, `file:///x/${from}`).pathname.slice('/x/'.length));
        })
        .filter((to) => !files.has(to))
        .map((to) => `${name}: ${to}`),
    );
    expect(broken).toEqual([]);
  });

  test('has a place for every address behind `#` that a page names', () => {
    const routes = new Set(
      names.filter((name) => name.startsWith('static/')).map((name) => name.slice(7, -5)),
    );
    const broken = names
      .filter((name) => name.endsWith('/around.js'))
      .flatMap((name) =>
        [...text(files, name).matchAll(/href=\\"#\/([^"\\#?]*)/g)]
          .map((match) => (match[1] ?? '').replace(/\/$/, '') || 'index')
          .filter((route) => !routes.has(route))
          .map((route) => `${name}: ${route}`),
      );
    expect(routes.size).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  });

  test('holds each page once, without what is the same on all, and with one script that hands it over', () => {
    const plain = names.filter((name) => name.startsWith('static/'));
    expect(plain.length).toBeGreaterThan(50);
    expect(names.filter((name) => name.startsWith('pages/'))).toEqual([]);
    for (const name of plain) {
      const html = text(files, name);
      const scripts = html.match(/<script(?! type="application\/json")[^>]*>/g) ?? [];
      expect(scripts).toEqual([
        `<script src="${'../'.repeat(name.split('/').length - 1)}page.js">`,
      ]);
      expect(html).not.toMatch(/<script[^>]* data-ui|index\.txt|<noscript|\son\w+=/);
    }
    const bars = plain.filter((name) => text(files, name).includes('data-theme-choice'));
    expect(bars).toEqual(['static/ar.html', 'static/en.html']);
  });

  test('keeps its budgets: 150 kB of script, 8 kB of it before the first page, 1.5 MB for the zip of one language', async () => {
    const [app = 0, islands = 0] = SCRIPTS.map(
      (name) => gzipSync(files.get(name) ?? '', { level: 9 }).length,
    );
    expect(app).toBeGreaterThan(0);
    expect(app).toBeLessThanOrEqual(8_000);
    expect(islands).toBeGreaterThan(app);
    expect(app + islands).toBeLessThan(150_000);
    // All of it, SQLite too, as `npm run export` writes it.
    const english = await packFolder(options({ langs: ['en'] }));
    expect(zipFiles(english, '2026-11-23').length).toBeLessThanOrEqual(1_500_000);
  });

  test('forbids in its one document everything but its own files', () => {
    const page = text(files, 'index.html');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("connect-src 'none'");
    expect(page).toContain("frame-src 'self'");
    expect(page).not.toMatch(/unsafe-inline|'unsafe-eval'|crossorigin|type="module"/);
    expect(page).not.toMatch(/\sstyle=|\son\w+=/);
  });
});
