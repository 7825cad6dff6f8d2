import { LOCALES } from '../../i18n/locales.ts';

/** What every answer says besides the page: nothing guesses types, nobody frames us elsewhere, no other site learns where a reader came from. */
export const SECURITY: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  // The rest of the policy stands in each page; this part works as a header only.
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Names below `_astro/` hold their hash: a browser never asks for them again. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
/** Everything else is asked for each time and answered with "not changed" when it is the same. */
export const ASK = 'no-cache';

/** `_headers`, as static hosts such as Netlify and Cloudflare Pages read it. */
export function headersFile(base: string): string {
  const lines = (path: string, headers: Readonly<Record<string, string>>): string =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    lines(`${base}*`, { ...SECURITY, 'Cache-Control': ASK }),
    // Cloudflare joins values of one header; a leading `!` takes the first away.
    [`${base}_astro/*`, '  ! Cache-Control', `  Cache-Control: ${FOR_EVER}`, ''].join('\n'),
  ].join('\n');
}

/**
 * A complete `server` block for nginx. Serves the compressed files beside the plain ones, answers unknown addresses in
 * the language of the path, and keeps the rules of this file.
 *
 * @param base path the site lives under, such as `/` or `/courses/`
 * @param folder where the site stands on the server
 * @param port what it listens on
 */
export function nginxConf(
  base: string,
  { folder = '/srv/custodia/site', port = 80 }: { folder?: string; port?: number } = {},
): string {
  const always = (headers: Readonly<Record<string, string>>, indent: string): string =>
    Object.entries(headers)
      .map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
      .join('\n');
  return `# Custodia on nginx. Put this file into /etc/nginx/conf.d/ and the folder "site" where "alias" says,
# then: nginx -t && systemctl reload nginx
# Over https add "listen 443 ssl;" with your certificate: only then can browsers keep courses without a network.

# The page for unknown addresses, in the language of the path.
map $uri $custodia_missing {
    ~^${base}(?<custodia_lang>${LOCALES.join('|')})/ ${base}$custodia_lang/404/index.html;
    default ${base}404.html;
}

server {
    listen ${port};
    server_name _;
    charset utf-8;
    server_tokens off;
    index index.html;

    # Files made by the export stand beside the plain ones as .gz and .br.
    gzip_static on;
    # With the package libnginx-mod-http-brotli-static:
    # brotli_static on;

    error_page 404 $custodia_missing;

    location ${base} {
        alias ${folder}/;
        include mime.types;
        types {
            application/manifest+json webmanifest;
            application/wasm wasm;
            text/javascript js mjs;
        }
        default_type application/octet-stream;
${always({ ...SECURITY, 'Cache-Control': ASK }, '        ')}
    }

    location ${base}_astro/ {
        alias ${folder}/_astro/;
        types {
            application/wasm wasm;
            text/css css;
            text/javascript js mjs;
            image/svg+xml svg;
            image/png png;
        }
${always({ ...SECURITY, 'Cache-Control': FOR_EVER }, '        ')}
    }
}
`;
}
