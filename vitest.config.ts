import { defineConfig } from 'vitest/config';

/** Tests that put modules of their own in the place of ours: each in a worker of its own. */
const MOCKING = ['test/cli/commands/crosscheck.test.ts', 'test/cli/authority/crash.test.ts'];

const exclude = ['test/**/*.slow.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    testTimeout: 30_000,
    // Without it one processor waits for the other: on two there would be one worker.
    maxWorkers: '100%',
    projects: [
      // Modules are loaded once for each worker, not for each file: that saves about a sixth of the time.
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, ...MOCKING],
        },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
});
