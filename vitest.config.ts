import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Component tests opt in to a DOM with `// @vitest-environment happy-dom` in their first line.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
    passWithNoTests: true,
    setupFiles: ['tests/provide-engines.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
  },
});
