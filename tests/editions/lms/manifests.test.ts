import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { courses } from '../../../src/content/catalogue.ts';
import { PRESETS } from '../../../src/editions/lms/presets.ts';
import { packLms, type LmsLanguage } from '../../../src/editions/lms/pack.ts';
import { provenModel } from '../../../src/editions/lms/build-model.ts';
import { sha256, sums, zipFiles, type Files } from '../../../src/editions/zip.ts';
import { translator } from '../../../src/i18n/t.ts';
import { SITE } from '../packages.ts';
import { COURSE, lmsOptions, packageFor } from './packages.ts';

const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));
/** One schema that knows all namespaces of a manifest. */
function together(places: Readonly<Record<string, string>>): string {
  const imports = Object.entries(places).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

const STANDARDS: Readonly<Record<LmsLanguage, { manifest: string; schema: () => string }>> = {
  scorm12: {
    manifest: 'imsmanifest.xml',
    schema: () =>
      together({
        'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
        'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
      }),
  },
  scorm2004: {
    manifest: 'imsmanifest.xml',
    schema: () =>
      together({
        'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
        'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
        'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
      }),
  },
  cmi5: {
    manifest: 'cmi5.xml',
    schema: () => readFileSync('tests/editions/schemas/cmi5/CourseStructure.xsd', 'utf8'),
  },
};

/** What is wrong with a manifest by the schemas that its own package carries; cmi5 has one, which no package needs. */
async function faults(language: LmsLanguage, xml: string, files: Files): Promise<string[]> {
  const { schema, manifest } = STANDARDS[language];
  const { errors } = await validateXML({
    xml: [{ fileName: manifest, contents: xml }],
    schema: [{ fileName: 'together.xsd', contents: schema() }],
    preload: [...files.keys()]
      .filter((name) => /\.(?:xsd|dtd)$/.test(name))
      .map((fileName) => ({ fileName, contents: text(files, fileName) })),
  });
  return errors.map(({ message }) => message);
}

for (const language of ['scorm12', 'scorm2004', 'cmi5'] as const) {
  describe(`the package ${language}`, () => {
    let files: Files;
    const { manifest } = STANDARDS[language];
    beforeAll(async () => {
      files = await packageFor(language);
    });

    test('has a manifest that the schema of the standard accepts, and the schema can refuse', async () => {
      const xml = text(files, manifest);
      expect(await faults(language, xml, files)).toEqual([]);
      expect(
        await faults(language, xml.replace(/<title>[\s\S]*?<\/title>/, '<titel/>'), files),
      ).not.toEqual([]);
    });

    test('carries the schemas that its manifest names, and what these name, beside it', () => {
      const places = /schemaLocation="([^"]*)"/.exec(text(files, manifest))?.[1] ?? '';
      const named = new Set(places.split(/\s+/).filter((_, at) => at % 2 === 1));
      expect(named.size).toBe({ scorm12: 2, scorm2004: 3, cmi5: 0 }[language]);
      for (const name of named) {
        expect([...files.keys()]).toContain(name);
        const further = text(files, name).matchAll(
          /schemaLocation\s*=\s*"([^":]*)"|(?:PUBLIC\s+["'][^"']*["'])\s+["']([^"':]*)["']/g,
        );
        for (const [, schema, dtd] of further) named.add(schema ?? dtd ?? name);
      }
    });

    test('names files that are there, and the start page among them', () => {
      const xml = text(files, manifest);
      const named = [...xml.matchAll(/<file href="([^"]*)"/g)].map((match) =>
        decodeURI(match[1] ?? ''),
      );
      expect(named.filter((name) => !files.has(name))).toEqual([]);
      expect(xml).toMatch(/href="index\.html"|<url>index\.html<\/url>/);
      expect(files.has('index.html')).toBe(true);
    });

    test('holds its one course and the pages beside it, and is small', () => {
      const pages = [...files.keys()].filter((name) => name.startsWith('pages/'));
      expect(pages.length).toBeGreaterThan(10);
      expect(pages.filter((name) => !name.startsWith('pages/en/'))).toEqual([]);
      expect(pages.some((name) => /\/paths\/|\/index\.js$/.test(name))).toBe(false);
      expect(gzipSync(files.get('app.js') ?? '', { level: 9 }).length).toBeLessThan(150_000);
      expect(zipFiles(files, '2026-11-27').length).toBeLessThan(700_000);
    });

    test('says nothing that is true of the site only', () => {
      const t = translator('en');
      const all = [...files.keys()]
        .filter((name) => name.startsWith('pages/'))
        .map((name) => text(files, name))
        .join('\n');
      for (const key of [
        'progress.what.kept',
        'about.privacy.1',
        'form.keep',
        'progress.kept',
        'lab.kept',
      ]) {
        expect(all).not.toContain(JSON.stringify(t(key)).slice(1, -1));
      }
      expect(all).toContain(t('lms.what.kept'));
      expect(all).toContain(t(language === 'scorm12' ? 'lms.text.visit' : 'lms.text.kept'));
      expect(all).toContain(t(language === 'scorm12' ? 'lms.text.older' : 'older.about'));
      expect(all).not.toContain('leave.html');
    });

    test('may send nowhere, or with cmi5 only over the web', () => {
      expect(text(files, 'index.html')).toContain(
        language === 'cmi5' ? 'connect-src https: http:;' : "connect-src 'none';",
      );
    });

    test('is the same to the last byte when it is made again', async () => {
      const again = await packLms(language, lmsOptions());
      expect(sha256(zipFiles(again, '2026-11-27'))).toBe(sha256(zipFiles(files, '2026-11-27')));
    });
  });
}

test('a package in another language speaks it, and its manifest too', async () => {
  const files = await packLms('scorm2004', lmsOptions({ lang: 'ar' }));
  expect(await faults('scorm2004', text(files, 'imsmanifest.xml'), files)).toEqual([]);
  expect(text(files, 'index.html')).toContain('dir="rtl"');
  expect(text(files, 'app.js')).toContain(translator('ar')('lms.none'));
});

test('a package for trainers is called so in the LMS', async () => {
  const files = await packLms('scorm12', lmsOptions({ audience: 'trainer' }));
  expect(text(files, 'imsmanifest.xml')).toMatch(/<title>[^<]* · For trainers<\/title>/);
});

test('for Open edX, which finds files by their name alone, every name is there once', async () => {
  const files = await packLms('scorm12', lmsOptions({ preset: PRESETS['openedx']! }));
  const names = [...files.keys()];
  expect(names.filter((name) => !name.endsWith('.xsd')).sort()).toEqual([
    'SHA256SUMS',
    'imsmanifest.xml',
    'index.html',
    'manifest.json',
    'verify.html',
  ]);
  // No folders: then no two files have one name.
  expect(names.filter((name) => name.includes('/'))).toEqual([]);
  expect(text(files, 'SHA256SUMS')).toBe(
    sums(new Map([...files].filter(([name]) => !['SHA256SUMS', 'manifest.json'].includes(name)))),
  );
  expect(await faults('scorm12', text(files, 'imsmanifest.xml'), files)).toEqual([]);
  expect(text(files, 'index.html')).toMatch(/"?interactions"?:(?:false|!1)/);
});

test('the model of every course is proved to fit SCORM 1.2 before it is packed', () => {
  expect(courses().length).toBeGreaterThan(0);
  for (const course of courses()) expect(() => provenModel(course, SITE)).not.toThrow();
  // A course whose record cannot fit is named, with the figures.
  const quiz = COURSE.files.quiz!;
  const items = Array.from({ length: 9000 }, (_, at) => ({
    ...quiz.spine.data!.items[0]!,
    id: `b${at}`,
    form: 'b' as const,
  }));
  const huge = {
    ...COURSE,
    files: {
      ...COURSE.files,
      quiz: { ...quiz, spine: { ...quiz.spine, data: { ...quiz.spine.data!, items } } },
    },
  };
  expect(() => provenModel(huge, SITE)).toThrow(
    /can grow to \d+ characters; SCORM 1\.2 has room for 3000/,
  );
});
