import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { leanIslands } from './src/build/islands.ts';
import { seals } from './src/build/seal.ts';
import { svelteParts } from './src/build/svelte-parts.ts';
import { siteApp } from './src/editions/site/app.ts';

// `npm run build -- --lrs https://host`: without it the page offers no LRS and no code for it is built.
const lrs = (process.env.CUSTODIA_LRS ?? '').split(' ').filter(Boolean);
const trainer = process.env.CUSTODIA_AUDIENCE === 'trainer';
const headScript = readFileSync(new URL('./src/scripts/head.js', import.meta.url), 'utf8');

export default defineConfig({
  site: process.env.CUSTODIA_SITE ?? 'https://custodia.example',
  base: process.env.CUSTODIA_BASE ?? '/',
  outDir: process.env.CUSTODIA_OUT ?? (trainer ? './dist-trainer' : './dist'),
  cacheDir: './.cache/astro',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), svelte(), leanIslands(), seals(), siteApp()],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        ["connect-src 'self'", ...lrs].join(' '),
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: {
        hashes: [`sha256-${createHash('sha256').update(headScript).digest('base64')}`],
      },
    },
  },
  vite: {
    cacheDir: './.cache/vite',
    resolve: {
      alias: {
        'custodia:lrs': new URL(
          `./src/components/progress/${lrs.length > 0 ? 'SendToLrs' : 'NoLrs'}.astro`,
          import.meta.url,
        ).pathname,
        '@astrojs/svelte/client.js': new URL('./src/islands/render.ts', import.meta.url).pathname,
      },
    },
    // The page's script stays a file of its own: it is fetched once, not with every page.
    build: { assetsInlineLimit: 0, target: ['chrome90', 'firefox115', 'safari15.4'] },
    plugins: [svelteParts()],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            transform: { assumptions: { noDocumentAll: true, setPublicClassFields: true } },
            output: {
              // One file for the script of every page and the little things it shares with others.
              codeSplitting: {
                groups: [
                  {
                    name: 'svelte',
                    test: /node_modules\/(?:svelte\/(?!.*bindings\/(?:input|select))|esm-env|clsx|@oxc-project)|rolldown\/runtime|src\/(?:islands\/(?:words|render|stand)|domain\/is-record)\.ts/,
                    minShareCount: 2,
                    priority: 3,
                  },
                  {
                    name: 'xstate',
                    test: /node_modules\/xstate\/|src\/machines\/setup/,
                    priority: 2,
                  },
                  // What a question is made of comes in few files, not in a dozen of a few hundred bytes.
                  {
                    name: 'answering',
                    test: /src\/islands\/quiz\/(?:QuestionLive|Feedback|Icon|PickRows)/,
                  },
                  {
                    name: 'sitting',
                    test: /src\/(?:machines\/quiz-machine|domain\/(?:form|grade|question)|islands\/quiz\/(?:rows|record|follow|item-words))/,
                    priority: 1,
                  },
                  {
                    name: 'page',
                    test: /PageScript\.astro|preload-helper|src\/scripts\/(?:page|enhance|islands|terms|lesson)\.ts|src\/progress\/(?:hint|lesson-mark|page-change)\.ts/,
                    priority: 4,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
});
