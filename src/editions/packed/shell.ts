import { LOCALE_FACTS, type Locale } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { nameOf } from './address.ts';

/**
 * What the one document may do: its own script and style, nothing from anywhere else.
 *
 * @param reaches what it may send to, where an edition sends anything at all
 * @param frames whether its pages are files beside it, which come through a frame
 */
export function policy(
  script = "'self'",
  style = "'self'",
  reaches: readonly string[] = [],
  frames = false,
): string {
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${style}`,
    "img-src 'self' data:",
    ...(frames ? ["frame-src 'self'"] : []),
    `connect-src ${reaches.length > 0 ? reaches.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What the file of a page may do: read without script, or hand itself over to the app by the one script it names. */
export function policyOfPage(): string {
  return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
}

/** Text for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface Head {
  readonly lang: Locale;
  readonly title: string;
  readonly policy: string;
  /** Further elements of the head, such as the stylesheet. */
  readonly more: string;
}

/** The frame of a document of ours; `body` is HTML. */
export function documentOf(head: Head, body: string): string {
  const { tag, dir } = LOCALE_FACTS[head.lang];
  return [
    `<!doctype html><html lang="${tag}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${head.policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(head.title)}</title><link rel="icon" href="data:,">${head.more}</head>`,
    `<body>${body}</body></html>\n`,
  ].join('');
}

/** What `noscript.css` says: a browser without script is no sign that files are missing. */
export const NOSCRIPT_STYLE = '.pack-help{display:none}\n';

/**
 * What stands in the one document until its script has run. Who opens it inside a zip window has neither
 * script nor style beside it and reads this.
 *
 * @param more attributes: `hidden` where nothing can be missing before the script has run
 */
export function helpBody(langs: readonly Locale[], more = ''): string {
  const parts = langs.map((lang) => {
    const t = translator(lang);
    return said(
      lang,
      `<h2>${escapeHtml(t('edition.unzip.title'))}</h2><p>${escapeHtml(t('edition.unzip.text'))}</p>`,
    );
  });
  return `<main class="pack-help"${more}><article><h1>Custodia</h1>${parts.join('')}</article></main>`;
}

/**
 * What a reader without script reads in the one document: the way to the pages that need none.
 *
 * @param pages whether there are such pages
 */
export function withoutScript(langs: readonly Locale[], pages: boolean): string {
  const parts = langs.map((lang) => {
    const t = translator(lang);
    const text = escapeHtml(t(`edition.noscript.${pages ? 'text' : 'nothing'}`));
    const way = `<p class="actions"><a class="button" href="static/${nameOf(`${lang}/`)}.html">${LOCALE_FACTS[lang].name}</a></p>`;
    return said(
      lang,
      `<h2>${escapeHtml(t('edition.noscript.title'))}</h2><p>${text}</p>${pages ? way : ''}`,
    );
  });
  return `<noscript><div class="clip"><main id="main"><article><div class="label"><h1>Custodia</h1></div>${parts.join('')}</article></main></div></noscript>`;
}

function said(lang: Locale, html: string): string {
  const { tag, dir } = LOCALE_FACTS[lang];
  return `<section class="section say" lang="${tag}" dir="${dir}">${html}</section>`;
}
