// Two projects: what runs in this process, in parallel; then what starts real processes.
import { defineConfig } from 'vitest/config';

const processes = [
  'tests/**/*.e2e.test.ts',
  'tests/shutdown.test.ts',
  'tests/store.postgres.test.ts',
  'tests/instances.test.ts',
  'tests/patterns.test.ts',
];

export default defineConfig({
  test: {
    // Most tests wait for processes, not for the processor.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'fast',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: processes,
          setupFiles: ['tests/support/seed.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'processes',
          environment: 'node',
          include: processes,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
