/** The files Prettier formats. Content is left as its authors write it. */
export const FORMATTED = [
  'src/**/*.{ts,mjs,astro,svelte,css,json}',
  'tests/**/*.ts',
  '*.{js,mjs}',
  'package.json',
  'tsconfig.json',
];
