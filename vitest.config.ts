import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts'],
    testTimeout: 30_000,
    // Without it one processor waits for the other: on two there would be one worker.
    maxWorkers: '100%',
  },
});
