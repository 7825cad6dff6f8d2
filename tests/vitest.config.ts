import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vitest',
  test: {
    include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/built/*.test.ts'],
    passWithNoTests: false,
    // Tests that read every page of the built site need more than the usual 5 seconds on a busy machine.
    testTimeout: 30_000,
    // Left to itself, the runner uses one core of two.
    maxWorkers: 2,
  },
});
