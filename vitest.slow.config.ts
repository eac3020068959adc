import { defineConfig } from 'vitest/config';

/** The long ones: files of a gigabyte, many random runs. `npm run test:slow`. */
export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.slow.test.ts'],
    testTimeout: 900_000,
    fileParallelism: false,
  },
});
