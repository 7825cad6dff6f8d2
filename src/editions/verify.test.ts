import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { besideFile, verifyPage, withLists } from './verify.ts';
import { bytesOf, sha256 } from './zip.ts';

const commands = (html: string): string[] =>
  [...html.matchAll(/<code>([^<]*)</g)].map(([, line = '']) => line);

test('the page on verifying names no file beside it and is allowed its own style and nothing else', () => {
  const page = verifyPage(['en', 'ar'], 'custodia-usb.zip');
  expect(page).not.toMatch(/<(?:link rel="stylesheet|script|a |img)|\sstyle=/);
  const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
  const allowed = createHash('sha256').update(style).digest('base64');
  expect(style).toContain('color-scheme');
  expect(page).toContain(`default-src 'none'; style-src 'sha256-${allowed}'`);
  expect(page).toContain('<section lang="ar" dir="rtl">');
  expect(verifyPage(['en'], 'x.zip', 'zip', 'index.html')).toContain('<a href="index.html">');
});

test('a zip file is verified as a whole and file by file, one file as a whole only', () => {
  const whole = ['certutil -hashfile a2.x SHA256', 'shasum -a 256 a2.x', 'sha256sum a2.x'];
  const each = ['sha256sum -c SHA256SUMS', 'shasum -a 256 -c SHA256SUMS'];
  expect(commands(verifyPage(['en'], 'a2.x'))).toEqual([...whole, ...each]);
  const one = verifyPage(['en'], 'a2.x', 'file');
  expect(commands(one)).toEqual(whole);
  expect(one).not.toContain('zip');
});

test('a package lists its files, and its manifest names the list', () => {
  const files = withLists(new Map([['a.txt', bytesOf('a')]]), { commit: 'c' });
  const list = files.get('SHA256SUMS') ?? new Uint8Array();
  expect(Buffer.from(list).toString()).toBe(`${sha256(bytesOf('a'))}  a.txt\n`);
  expect(JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString())).toEqual({
    commit: 'c',
    files: { SHA256SUMS: sha256(list) },
  });
});

test('beside a package that is one file lie its manifest and its page, named after it', () => {
  const beside = besideFile('a2-pdf-en.pdf', bytesOf('pdf'), ['en'], { commit: 'c' });
  expect([...beside.keys()]).toEqual(['a2-pdf-en.manifest.json', 'a2-pdf-en.verify.html']);
  expect(JSON.parse(Buffer.from(beside.get('a2-pdf-en.manifest.json') ?? []).toString())).toEqual({
    commit: 'c',
    files: { 'a2-pdf-en.pdf': sha256(bytesOf('pdf')) },
  });
});
