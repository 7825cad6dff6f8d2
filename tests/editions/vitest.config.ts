import { defineConfig } from 'vitest/config';

/** The editions: packages are made of the site in `dist/` and opened in real browsers. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  cacheDir: '.cache/vitest-editions',
  test: {
    include: ['tests/editions/**/*.test.ts'],
    passWithNoTests: false,
    // Long enough for a computer three times slower than the one they were written on.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    // What needs its second try is named at the end of `npm test`; more than two such tests are a failure.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    // Each file drives a browser of its own, and two cores drive two.
    maxWorkers: 2,
  },
});
