import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastCommit } from '../../src/cli/commit.ts';
import { parsePage } from '../../src/editions/packed/read.ts';

/** The smallest module, in English: what is tried here is the command, not what is in the packages. */
const COURSE = ['--course', 'f0-safe-start'];
const folder = mkdtempSync(join(tmpdir(), 'custodia-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly said: string;
}

/** `npm run export` as npm runs it, into a folder of `folder`; `env` changes its environment. */
async function runExport(
  out: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ['src/cli/run.mjs', 'export', '--out', join(folder, out), ...args],
    { env: { ...process.env, ...env } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, said };
}

/** An environment in which a Chromium is there and no font: `fc-list` finds none. */
function withoutFonts(): Record<string, string> {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'fc-list'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(bin, 'fc-list'), 0o755);
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}`, CUSTODIA_CHROMIUM: process.execPath };
}

const bytesIn = (out: string, name: string): Buffer => readFileSync(join(folder, out, name));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const filesIn = (out: string): string[] => readdirSync(join(folder, out)).sort();
const sumsIn = (out: string): string => bytesIn(out, 'SHA256SUMS').toString();
const sumsOf = (out: string, names: readonly string[]): string =>
  [...names]
    .sort()
    .map((name) => `${sha256(bytesIn(out, name))}  ${name}\n`)
    .join('');

/** The commands for Linux that a page on how to verify a package prints. */
function commandsOn(page: Uint8Array): string[] {
  return parsePage(Buffer.from(page).toString())
    .querySelectorAll('pre code')
    .map((code) => code.text)
    .filter((line) => line.startsWith('sha256sum '));
}

const PACKAGES = [
  'custodia-html5-f0-en.zip',
  'custodia-usb-f0-en.zip',
  'f0-cmi5-en.zip',
  'f0-epub-en.epub',
  'f0-scorm12-en.zip',
  'f0-scorm2004-en.zip',
];

describe.skipIf(process.platform === 'win32')('npm run export, without fonts for handbooks', () => {
  let all: Ran;
  beforeAll(async () => {
    mkdirSync(join(folder, 'all'));
    writeFileSync(join(folder, 'all/a2-scorm12-en.zip'), 'made last year');
    const args = ['--edition', 'all', '--site', 'dist', ...COURSE, '--lang', 'en'];
    all = await runExport('all', args, withoutFonts());
  });

  test('makes everything but the handbooks, says why, and does not end with zero', () => {
    expect(all.said).toContain(
      'Everything but the handbooks was made. Handbooks (`pdf`) need fonts that this computer does not have, for English. Install',
    );
    expect(all.status).toBe(1);
    expect(filesIn('all')).toEqual(['SHA256SUMS', 'a2-scorm12-en.zip', ...PACKAGES].sort());
  });

  test('lists the sums of exactly what it made, in order, and says what older files it leaves out', () => {
    expect(sumsIn('all')).toBe(sumsOf('all', PACKAGES));
    expect(all.said).toContain('not in it, because older: a2-scorm12-en.zip');
  });

  test('gives the same bytes when one edition is made alone', async () => {
    const alone = ['--edition', 'epub', '--site', 'dist', ...COURSE, '--lang', 'en'];
    expect((await runExport('alone', alone)).status).toBe(0);
    expect(sumsIn('alone')).toBe(
      sumsIn('all')
        .split(/(?<=\n)/)
        .filter((line) => line.includes('.epub'))
        .join(''),
    );
  });

  test.each(PACKAGES)(
    '%s says its commit, and how to verify it with commands that work',
    (name) => {
      const inside = unzipSync(bytesIn('all', name));
      const epub = name.endsWith('.epub');
      const manifest = JSON.parse(
        Buffer.from(inside[epub ? 'META-INF/manifest.json' : 'manifest.json'] ?? []).toString(),
      ) as Record<string, unknown>;
      const note = JSON.parse(readFileSync('dist/build.json', 'utf8')) as Record<string, unknown>;
      expect(manifest['commit']).toBe(note['commit']);
      expect(manifest['date']).toBe(note['date']);
      const changed = lastCommit().uncommitted ?? note['uncommitted'];
      expect(manifest['uncommitted']).toBe(changed);

      const page = inside[epub ? 'EPUB/verify.xhtml' : 'verify.html'] ?? new Uint8Array();
      const [value = '', check] = commandsOn(page);
      const sh = (line: string, cwd: string) => spawnSync('sh', ['-c', line], { cwd });
      expect(sh(value, join(folder, 'all')).stdout.toString()).toBe(sumsOf('all', [name]));
      expect(check === undefined).toBe(epub);
      if (check === undefined) return;
      const unpacked = join(folder, 'unpacked', name);
      for (const [path, bytes] of Object.entries(inside)) {
        mkdirSync(dirname(join(unpacked, path)), { recursive: true });
        writeFileSync(join(unpacked, path), bytes);
      }
      expect(sh(check, unpacked).status).toBe(0);
      writeFileSync(join(unpacked, 'index.html'), 'changed');
      expect(sh(check, unpacked).status).toBe(1);
    },
  );

  test('asks before any work only for the fonts of languages that will be printed', async () => {
    const { status, said } = await runExport(
      'none',
      ['--edition', 'pdf', '--site', 'dist', ...COURSE],
      withoutFonts(),
    );
    expect(said).toMatch(/^Handbooks \(`pdf`\) need fonts [^.]* for English\. Install[^\n]*\n$/);
    expect(status).toBe(1);
  });
});

test('a handbook for trainers keeps off that of learners and says whose it is, with its manifest and page beside it', async () => {
  const site = ['--audience', 'trainer', '--site', 'dist-trainer', '--lang', 'en'];
  const { status, said } = await runExport('trainer', ['--edition', 'pdf', ...site, ...COURSE]);
  expect(said).not.toContain('older');
  expect(status).toBe(0);
  const name = 'f0-pdf-trainer-en.pdf';
  const beside = ['f0-pdf-trainer-en.manifest.json', 'f0-pdf-trainer-en.verify.html'];
  expect(filesIn('trainer')).toEqual(['SHA256SUMS', ...beside, name].sort());
  expect(sumsIn('trainer')).toBe(sumsOf('trainer', [...beside, name]));
  const pdf = bytesIn('trainer', name);
  expect(JSON.parse(bytesIn('trainer', beside[0] ?? '').toString())).toMatchObject({
    edition: 'pdf',
    audience: 'trainer',
    browser: expect.stringMatching(/^Chromium /) as string,
    files: { [name]: sha256(pdf) },
  });
  expect(commandsOn(bytesIn('trainer', beside[1] ?? ''))).toEqual([`sha256sum ${name}`]);
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join('');
  expect(words).toContain('Handbook for trainers');
});

test('one document has its manifest and the page on verifying it beside it, and says its commit by itself', async () => {
  const args = ['--single-file', '--site', 'dist', ...COURSE, '--lang', 'en'];
  expect((await runExport('single', args)).status).toBe(0);
  const name = 'custodia-f0-en.html';
  const beside = ['custodia-f0-en.manifest.json', 'custodia-f0-en.verify.html'];
  expect(filesIn('single')).toEqual(['SHA256SUMS', name, ...beside].sort());
  expect(sumsIn('single')).toBe(sumsOf('single', [name, ...beside]));
  const { files, ...about } = JSON.parse(bytesIn('single', beside[0] ?? '').toString()) as Record<
    string,
    unknown
  >;
  expect(files).toEqual({ [name]: sha256(bytesIn('single', name)) });
  const inside = /data-manifest>([^<]*)</.exec(bytesIn('single', name).toString())?.[1] ?? '';
  expect(JSON.parse(inside)).toEqual(about);
  expect(about).toMatchObject({ course: 'f0-safe-start', commit: expect.any(String) as string });
});

test('a site that was built for others is refused', async () => {
  const { status, said } = await runExport('none', ['--edition', 'usb', '--site', 'dist-trainer']);
  expect(said).toContain('The site in dist-trainer was built for trainers.');
  expect(status).toBe(1);
});
