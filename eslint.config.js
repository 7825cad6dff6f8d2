import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist*/', '.astro/', '.cache/', 'exports/', 'test-results/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte', '.astro'],
      },
    },
    rules: {
      // Numbers in sentences are wanted; objects and undefined are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Svelte event handlers and one-line callbacks read better without a block.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Listeners may be async: they catch for themselves and nobody waits for them.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false } },
      ],
      'no-console': 'error',
    },
  },
  ...svelte.configs['flat/recommended'],
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // Islands read their words from the static part of their own page, which the build wrote. What a
    // learner types or loads from a file is always shown as text.
    files: ['src/islands/**/*.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  ...astro.configs.recommended,
  {
    // Commands talk to the terminal; that is their job.
    files: ['src/cli/**', 'tests/**', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A test that reaches for what is not there has to fail, and it does.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
);
