import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/nothing-ambient.ts'],
    globalSetup: ['test/setup/temporary-folder.ts'],
    // The tests share nothing that changes: loading the library once for all files saves a third of the time.
    isolate: false,
    maxWorkers: '100%',
    // Some tests start the built command.
    testTimeout: 30_000,
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      // What the rest of the project's types say, `npm run typecheck` says.
      tsconfig: './tsconfig.test-types.json',
      checker: './node_modules/typescript7/bin/tsc',
    },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // What is generated is held to what it is made of: test/facts/accept.test.ts, test/rules/decided.test.ts.
      exclude: [
        'src/cli/**',
        'src/facts/generated/acceptors.ts',
        'src/check/generated.ts',
        'src/decisions/**',
      ],
      reporter: ['text', 'json-summary'],
      thresholds: { 100: true },
    },
  },
});
