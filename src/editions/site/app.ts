import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { LOCALES } from '../../i18n/locales.ts';
import { translator } from '../../i18n/t.ts';
import { offlineLists } from './lists.ts';

/**
 * After the build: what makes the site an app. Writes `sw.js`, `offline/<lang>.json` (what can be kept),
 * `offline/version.json`, `offline/words-<lang>.json` (what a kept page may have to say) and `manifest.webmanifest`.
 */
export function siteApp(): AstroIntegration {
  let base = '/';
  return {
    name: 'custodia:site-app',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir).replace(/\/$/, '');
        const put = (name: string, data: unknown): void =>
          writeFileSync(`${root}/${name}`, JSON.stringify(data));
        mkdirSync(`${root}/offline`, { recursive: true });
        put('manifest.webmanifest', manifest(base));
        for (const lang of LOCALES) {
          const t = translator(lang);
          put(`offline/words-${lang}.json`, {
            offline: t('offline.line.offline'),
            newer: t('offline.line.newer'),
            more: t('offline.title'),
          });
        }
        const lists = offlineLists(root, base);
        for (const lang of LOCALES) put(`offline/${lang}.json`, lists[lang]);
        put('offline/version.json', { version: lists.en.version });
        writeFileSync(`${root}/sw.js`, await bundleWorker());
      },
    },
  };
}

/** The web manifest. `minimal-ui` keeps "back" and "reload", and the way out is on every page. */
function manifest(base: string): unknown {
  const icon = (size: number) => ({
    src: `${base}icons/${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any',
  });
  return {
    name: 'Custodia',
    short_name: 'Custodia',
    id: base,
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    background_color: '#fbfbf7',
    theme_color: '#fbfbf7',
    icons: [icon(192), icon(512)],
  };
}

/** The service worker as one classic script. */
async function bundleWorker(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome90', 'firefox115', 'safari15.4'],
      lib: {
        entry: fileURLToPath(new URL('../../offline/worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'custodiaWorker',
      },
    },
  });
  const chunk = [made].flat().flatMap((each) => ('output' in each ? each.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('The service worker could not be bundled.');
  return chunk.code;
}
