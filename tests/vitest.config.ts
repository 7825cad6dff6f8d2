import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vitest',
  test: {
    include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/built/*.test.ts'],
    passWithNoTests: false,
    // Left to itself, the runner uses one core of two.
    maxWorkers: 2,
  },
});
