import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders of `src/` each folder may import from. A folder may always import from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  machines: ['domain', 'labs'], // the machine of a lab asks the lab's pure engine
  labs: ['domain'], // pure engines and fixture generators
  i18n: ['domain'],
  progress: ['domain'],
  search: ['domain', 'i18n'],
  offline: ['domain'], // whole courses on the device: lists, cache, service worker
  content: ['domain', 'machines', 'labs', 'i18n'], // `check` proves scenarios and lab fixtures
  build: ['domain'], // steps of the build itself: what astro.config.mjs adds to Astro and Vite
  editions: [
    'build', // a page whose words an edition changes is sealed anew
    'domain',
    'machines',
    'labs', // the largest record is made of labs that are left full
    'i18n',
    'content',
    'offline',
    'progress',
    'search',
    'scripts', // the packed app starts the same islands
  ],
  islands: ['domain', 'machines', 'labs', 'offline', 'progress', 'search'],
  scripts: ['domain', 'offline', 'progress'], // plain page scripts: theme, leave, reading mark
  components: ['build', 'domain', 'i18n', 'labs', 'content', 'islands', 'layouts', 'styles'],
  layouts: ['domain', 'i18n', 'content', 'scripts', 'components', 'styles'],
  pages: [
    'domain',
    'i18n',
    'content',
    'components',
    'layouts',
    'search',
    'styles',
    'islands',
    'scripts',
  ],
  styles: [],
  cli: ['domain', 'machines', 'labs', 'i18n', 'content', 'editions', 'search'],
};

const src = new URL('../src/', import.meta.url).pathname;
const files = globSync('**/*.{ts,svelte,astro,mjs}', { cwd: src }).filter(
  (file) => file.includes('/') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'),
);

/** Modules a file imports, with whether only types are taken. */
function importsOf(file: string): { path: string; typeOnly: boolean }[] {
  const text = readFileSync(src + file, 'utf8');
  return [
    ...text.matchAll(
      /^\s*(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map((match) => ({
    path: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

/** Files of browser folders that no browser loads: generators of lab files, and what tests need. */
const isOfNode = (file: string): boolean => /(?:\/generate|\.fixture)\.ts$/.test(file);

const withoutComments = (code: string): string => code.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

test('there are source files to look at', () => {
  expect(files.length).toBeGreaterThan(50);
});

test('every folder of src/ has a row in the import table', () => {
  const folders = new Set(files.map((file) => file.split('/')[0] ?? ''));
  expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

test('folders import only what the table allows', () => {
  const broken = files.flatMap((file) => {
    const folder = file.split('/')[0] ?? '';
    return importsOf(file)
      .filter(({ path, typeOnly }) => path.startsWith('.') && !typeOnly)
      .flatMap(({ path }) => {
        const target = relative(src, join(src, dirname(file), path)).split('/')[0] ?? '';
        const allowed = MAY_IMPORT[folder] ?? [];
        return target === folder || target === '..' || allowed.includes(target)
          ? []
          : [
              `src/${file} imports ${path}: src/${folder}/ may import only ${allowed.map((each) => `src/${each}/`).join(', ') || 'itself'}.`,
            ];
      });
  });
  expect(broken).toEqual([]);
});

test('browser folders never import Node, Astro or i18next', () => {
  const browser = ['domain', 'machines', 'labs', 'offline', 'progress', 'islands', 'scripts'];
  const broken = files
    .filter((file) => browser.includes(file.split('/')[0] ?? '') && !isOfNode(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => /^(?:node:|astro:|i18next$)/.test(path))
        .map(({ path }) => `src/${file} imports ${path}, which does not exist in a browser.`),
    );
  expect(broken).toEqual([]);
});

test('what is made for tests is imported by tests only', () => {
  expect(files.filter((file) => file.endsWith('.fixture.ts')).length).toBeGreaterThan(3);
  const broken = files
    .filter((file) => !file.endsWith('.fixture.ts'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => path.endsWith('.fixture.ts'))
        .map(({ path }) => `src/${file} imports ${path}, which is made for tests.`),
    );
  expect(broken).toEqual([]);
});

test('only content and cli open files of courses', () => {
  // `build` and `editions` read the built site, `i18n` the words of the interface; nobody else opens a file.
  const opening = ['build', 'cli', 'content', 'editions', 'i18n'];
  const broken = files
    .filter((file) => !opening.includes(file.split('/')[0] ?? '') && !isOfNode(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => /^node:fs/.test(path))
        .map(({ path }) => `src/${file} imports ${path}: ask src/content/course-files.ts.`),
    );
  const naming = files
    .filter((file) => ['build', 'editions', 'i18n'].includes(file.split('/')[0] ?? ''))
    .filter((file) => /['"`/]courses\//.test(withoutComments(readFileSync(src + file, 'utf8'))))
    .map((file) => `src/${file} names a path in courses/, which is not its to open.`);
  expect([...broken, ...naming]).toEqual([]);
});

test('domain and machines ask for no clock, no chance and no page', () => {
  const broken = files
    .filter((file) => /^(?:domain|machines)\//.test(file))
    .filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|\b(?:window|document|localStorage)\./.test(
        readFileSync(src + file, 'utf8'),
      ),
    );
  expect(broken).toEqual([]);
});

test('an element that an island binds may be gone, and its type says so', () => {
  // In the packed app a page can be left while an island waits: Svelte then takes back what it bound.
  const islands = files.filter((file) => file.endsWith('.svelte'));
  expect(islands.length).toBeGreaterThan(20);
  const broken = islands.flatMap((file) => {
    const text = readFileSync(src + file, 'utf8');
    return [...text.matchAll(/bind:this=\{(\w+)\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => new RegExp(`let ${name}: \\w+;`).test(text))
      .map((name) => `src/${file}: ${name} is bound, so its type needs “| undefined”.`);
  });
  expect(broken).toEqual([]);
});

test('styles use logical properties only', () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right)\s*:|(?:float|clear|text-align):\s*(?:left|right)\b/m;
  const broken = globSync('**/*.css', { cwd: src }).filter((file) =>
    physical.test(readFileSync(src + file, 'utf8')),
  );
  expect(broken).toEqual([]);
});

test('the dark look is one, whether the device asks for it or the reader', () => {
  // CSS can say a list of colours for a media query or for an attribute, not once for both.
  const text = readFileSync(`${src}styles/tokens.css`, 'utf8');
  const colours = (selector: string): string[] =>
    [...(text.split(`${selector} {`)[1]?.split('}')[0] ?? '').matchAll(/--[\w-]+: [^;]+/g)].map(
      ([each]) => each,
    );
  expect(colours(":root[data-theme='dark']").length).toBeGreaterThan(8);
  expect(colours(":root[data-theme='dark']")).toEqual(colours(":root:not([data-theme='light'])"));
});

test('decisions are numbered once, in order, and say their day and whether they hold', () => {
  const papers = globSync('decisions/*.md', { cwd: src }).sort();
  const heads = papers.map((paper) =>
    readFileSync(src + paper, 'utf8')
      .split('\n')
      .slice(0, 3),
  );
  expect(papers.map((paper) => Number(/\d{4}/.exec(paper)?.[0]))).toEqual(
    papers.map((_, index) => index + 1),
  );
  heads.forEach(([title = '', , status], index) => {
    expect(title).toMatch(new RegExp(`^# ${index + 1}\\. `));
    expect(status).toMatch(/^\d{4}-\d{2}-\d{2}, (?:accepted|superseded by \[\d+\])/);
  });
});

test('every path that a paper of the project names exists', () => {
  const root = new URL('../', import.meta.url).pathname;
  const known = new Set(globSync('{src,courses,tests,public,.ci}/**', { cwd: root }));
  const papers = globSync('{*.md,src/**/*.md,courses/*.md,tests/*.md}', { cwd: root });
  expect(papers.length).toBeGreaterThan(4);
  const missing = papers.flatMap((paper) =>
    [
      ...readFileSync(root + paper, 'utf8').matchAll(
        /`((?:src|courses|tests|public|\.ci)\/[\w./-]+)`/g,
      ),
    ]
      .map((match) => (match[1] ?? '').replace(/\/$/, ''))
      .filter((path) => !known.has(path))
      .map((path) => `${paper} names ${path}, which does not exist.`),
  );
  const dead = papers.flatMap((paper) =>
    [...readFileSync(root + paper, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => join(dirname(paper), match[1] ?? ''))
      .filter((path) => !existsSync(root + path))
      .map((path) => `${paper} leads to ${path}, which does not exist.`),
  );
  expect(dead).toEqual([]);
  expect(missing).toEqual([]);
});
