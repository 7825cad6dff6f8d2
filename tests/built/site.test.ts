import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/content/library.ts';
import { outline } from '../../src/content/mdx.ts';
import { LOCALE_FACTS, LOCALES, isLocale } from '../../src/i18n/locales.ts';

const root = new URL('../../', import.meta.url).pathname;
const learner = `${root}dist/`;
const trainer = `${root}dist-trainer/`;

interface Page {
  /** Path in the folder, such as `en/about/index.html`. */
  readonly file: string;
  readonly html: string;
  readonly document: HTMLElement;
}

let pages: Page[] = [];

beforeAll(() => {
  pages = globSync('**/*.html', { cwd: learner }).map((file) => {
    const html = readFileSync(learner + file, 'utf8');
    return { file, html, document: parse(html) };
  });
}, 60_000);

const library = readLibrary(root);
/** Pages of the site proper: not the neutral page that leaving leads to. */
const ours = (): Page[] => pages.filter(({ file }) => file !== 'leave.html');

describe('the built learner site', () => {
  test('has pages in every language', () => {
    for (const locale of LOCALES) {
      expect(
        pages.filter(({ file }) => file.startsWith(`${locale}/`)).length,
        locale,
      ).toBeGreaterThan(25);
    }
  });

  test('says language and direction on every page', () => {
    const wrong = ours().filter(({ file, document }) => {
      const locale = file.split('/')[0] ?? '';
      if (!isLocale(locale)) return false;
      const html = document.querySelector('html');
      return (
        html?.getAttribute('lang') !== LOCALE_FACTS[locale].tag ||
        html.getAttribute('dir') !== LOCALE_FACTS[locale].dir
      );
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('has one main heading, a title and a description on every page', () => {
    const wrong = ours().filter(
      ({ document }) =>
        document.querySelectorAll('h1').length !== 1 ||
        (document.querySelector('title')?.text ?? '').trim() === '' ||
        (document.querySelector('meta[name=description]')?.getAttribute('content') ?? '').trim() ===
          '',
    );
    expect(wrong.filter(({ file }) => file !== '404.html').map(({ file }) => file)).toEqual([]);
  });

  test('marks what a source calls itself as English on pages of other languages', () => {
    const names = pages
      .filter(({ file }) =>
        /^(?:ar|zh)\/(?:a2-[\w-]+\/[\w-]+\/|a2-[\w-]+\/|sources\/)index/.test(file),
      )
      .flatMap(({ document }) => document.querySelectorAll('a[rel~=external] bdi'));
    expect(names.length).toBeGreaterThan(100);
    expect(
      names.filter((name) => name.closest('[lang]')?.getAttribute('lang') !== 'en').length,
    ).toBe(0);
  });

  test('calls a form the same in the list of a module and on its own page', () => {
    const known = new Map(pages.map((page) => [page.file, page.document]));
    const forms = [...known.keys()].filter((file) => /^\w\w\/[\w-]+\/quiz-[ab]\//.test(file));
    expect(forms.length).toBeGreaterThan(10);
    const wrong = forms.filter((file) => {
      const [, home = '', path = ''] = /^(.+\/)(quiz-[ab]\/)/.exec(file) ?? [];
      const link = known.get(`${home}index.html`)?.querySelector(`a[href$="/${home}${path}"]`);
      return link?.text.trim() !== known.get(file)?.querySelector('h1')?.text.trim();
    });
    expect(wrong).toEqual([]);
  });

  test('lets a long Chinese title break between words only', () => {
    const title = pages
      .find(({ file }) => file === 'zh/a2-acquire-hash-hand-over/index.html')
      ?.document.querySelector('h1');
    expect(title?.innerHTML).toContain('经得起<wbr>交叉');
  });

  test('parts machine text on a desk card, and a verdict, from the words beside them by a space', () => {
    const places = pages.flatMap(({ file, document }) =>
      document
        .querySelectorAll(
          '.desk-card dd, .desk-card dd > span:nth-child(2), .answers i.verdict, [data-due]',
        )
        .map((element) => {
          const around = element.parentNode?.childNodes ?? [];
          return { file, before: around[around.indexOf(element) - 1]?.rawText ?? '' };
        }),
    );
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter(({ before }) => !/\s$/.test(before))).toEqual([]);
  });

  test('links only to pages and headings that exist', () => {
    const ids = new Map(
      pages.map(({ file, document }) => [
        file,
        new Set(document.querySelectorAll('[id]').map((element) => element.id)),
      ]),
    );
    const dead = pages.flatMap(({ file, document }) =>
      document.querySelectorAll('a[href], link[href], script[src], img[src]').flatMap((element) => {
        const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        // Some links lead to a part that only script makes; without script they are hidden.
        if (/^(?:https?:|data:)/.test(target) || element.hasAttribute('data-needs-script'))
          return [];
        const url = new URL(target, `http://site/${file}`);
        const path = decodeURIComponent(url.pathname).slice(1);
        const found = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!existsSync(learner + found)) return [`${file} -> ${target}`];
        const heading = decodeURIComponent(url.hash.slice(1));
        return heading === '' || !ids.has(found) || ids.get(found)?.has(heading)
          ? []
          : [`${file} -> ${target}`];
      }),
    );
    expect([...new Set(dead)]).toEqual([]);
  });

  test('names no two places of a page alike', () => {
    // Read as text: a query over every page takes a minute.
    const double = pages.flatMap(({ file, html }) => {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
      return new Set(ids).size === ids.length
        ? []
        : [`${file}: ${ids.filter((id, index) => ids.indexOf(id) !== index).join(' ')}`];
    });
    expect(double).toEqual([]);
  });

  test('reaches every page from the first one by links', () => {
    const known = new Map(pages.map((page) => [page.file, page]));
    const seen = new Set<string>();
    const queue = ['index.html'];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const page = known.get(file);
      if (!page || seen.has(file)) continue;
      seen.add(file);
      for (const link of page.document.querySelectorAll('a[href]')) {
        const url = new URL(link.getAttribute('href') ?? '', `http://site/${file}`);
        if (url.host !== 'site') continue;
        const path = decodeURIComponent(url.pathname).slice(1);
        queue.push(path === '' || path.endsWith('/') ? `${path}index.html` : path);
      }
    }
    const alone = [...known.keys()].filter(
      (file) => !seen.has(file) && !/(?:^|\/)404(?:\.html|\/)/.test(file),
    );
    expect(alone).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const foreign = pages.flatMap(({ file, document }) =>
      document
        .querySelectorAll(
          'script[src], img[src], iframe[src], source[src], link[rel=stylesheet], link[rel=icon], link[rel=modulepreload]',
        )
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((address) => /^(?:https?:)?\/\//.test(address))
        .map((address) => `${file} loads ${address}`),
    );
    expect(foreign).toEqual([]);
    const styles = globSync('_astro/*.css', { cwd: learner }).map((file) =>
      readFileSync(learner + file, 'utf8'),
    );
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.filter((css) => /url\((?!["']?data:)/.test(css))).toEqual([]);
  });

  test('carries a content security policy without exceptions, and no inline styles', () => {
    const wrong = ours().filter(({ document }) => {
      const policy =
        document
          .querySelector('meta[http-equiv=content-security-policy]')
          ?.getAttribute('content') ?? '';
      // A tool may start a WebAssembly program in a worker of its own, on its page and nowhere else.
      const tool = document.querySelector('[data-tool]') !== null;
      const rest = tool
        ? policy.replace(" 'wasm-unsafe-eval'", '').replace('worker-src blob:;', '')
        : policy;
      return !policy.includes("default-src 'none'") || /unsafe-|\*|worker-src/.test(rest);
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(
      pages
        .filter(({ document }) => document.querySelectorAll('[style]').length > 0)
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test('allows exactly the inline scripts that it has', () => {
    const refused = ours().flatMap(({ file, document }) => {
      const policy =
        document
          .querySelector('meta[http-equiv=content-security-policy]')
          ?.getAttribute('content') ?? '';
      return document
        .querySelectorAll('script:not([src])')
        .filter((script) => script.getAttribute('type') !== 'application/json')
        .filter(
          (script) =>
            !policy.includes(createHash('sha256').update(script.rawText).digest('base64')),
        )
        .map(() => file);
    });
    expect(refused).toEqual([]);
  });

  test('shows a seal that anybody can compute again from the words beside the page', () => {
    const sealed = ours().filter(({ document }) => document.querySelector('article[data-seal]'));
    expect(sealed.length).toBeGreaterThan(50);
    for (const { file, document } of sealed) {
      const words = readFileSync(learner + file.replace(/\.html$/, '.txt'));
      const digits = (
        createHash('sha256').update(words).digest('hex').slice(0, 16).match(/.{4}/g) ?? []
      ).join(' ');
      expect(document.textContent, file).toContain(digits);
    }
    expect(
      pages
        .filter(({ html }) => /custodia-seal-|0000 0000 0000 0000/.test(html))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test('marks words that are not translated as English, with a notice and the English page as canonical', () => {
    const course = library.courses.find(({ spine }) => spine.data?.status === 'ready');
    const lesson = course?.spine.data?.lessons[1] ?? '';
    for (const locale of LOCALES.filter(
      (each) => !course?.lessons.find(({ id }) => id === lesson)?.pages[each],
    )) {
      const page = pages.find(
        ({ file }) => file === `${locale}/${course?.id ?? ''}/${lesson}/index.html`,
      );
      expect(page, locale).toBeDefined();
      const article = page?.document.querySelector('article');
      expect(article?.getAttribute('lang')).toBe('en');
      expect(article?.getAttribute('dir')).toBe('ltr');
      expect(page?.document.querySelector('link[rel=canonical]')?.getAttribute('href')).toContain(
        `/en/${course?.id ?? ''}/${lesson}/`,
      );
    }
  });
});

describe('trainers’ words', () => {
  /** The beginning of everything that only trainers may read, in every language, with the page of their site that it stands on. */
  const secrets = library.courses.flatMap((course) => {
    const ready = course.spine.data?.status === 'ready';
    const notes = course.lessons.flatMap(({ id, spine, pages: words }) =>
      Object.entries(words).flatMap(([locale, page]) =>
        outline(page)
          .components.filter(({ name }) => name === 'Trainer')
          .map(({ text }) => ({
            text,
            page: `${locale}/${course.id}/${id}/index.html`,
            built: ready && spine.data?.status === 'ready',
          })),
      ),
    );
    const workshops = Object.entries(course.words).map(([locale, words]) => ({
      text: words.data?.workshop ?? '',
      page: `${locale}/trainer/${course.id}/index.html`,
      built: ready,
    }));
    return [...notes, ...workshops]
      .map(({ text, page, built }) => ({ start: squeezed(text).slice(0, 60), page, built }))
      .filter(({ start }) => start.length > 20);
  });

  test('stand on their pages of the trainer site, in each language', () => {
    for (const letters of [/[a-z]{20}/i, /\p{Script=Arabic}{20}/u, /\p{Script=Han}{9}/u]) {
      expect(secrets.filter(({ start }) => letters.test(start)).length).toBeGreaterThan(8);
    }
    const missing = secrets.filter(
      ({ start, page, built }) => built && !readable(trainer + page).includes(start),
    );
    expect(missing).toEqual([]);
    expect(existsSync(`${trainer}en/trainer`)).toBe(true);
  });

  test('stand in no file of the learner site', () => {
    const files = globSync('**/*.{html,txt,json,js}', { cwd: learner });
    const all = files.map((file) => readable(learner + file)).join('\n');
    expect(all).toContain(squeezed('Two sentences for the bench'));
    expect(secrets.filter(({ start }) => all.includes(start))).toEqual([]);
    expect(existsSync(`${learner}en/trainer`)).toBe(false);
  });
});

/** What stands between words, and what the build changes: it curls quotation marks, and marks words. */
const BETWEEN = /(?:[\s"'“”‘’„‚«»‹›「」『』*_#`\\\u2066-\u2069]|&quot;|&#39;)+/;

/** A text without anything that the build may write in another way. */
function squeezed(text: string): string {
  return text.split(BETWEEN).join('');
}

/** What a file says: its text, and behind it the tags that are long enough to hide a sentence. */
function readable(file: string): string {
  const body = readFileSync(file, 'utf8');
  if (!file.endsWith('.html')) return squeezed(body);
  const tags = body.match(/<[^>]{60,}>/g) ?? [];
  return `${squeezed(body.replace(/<[^>]*>/g, ''))}\n${squeezed(tags.join('\n'))}`;
}
