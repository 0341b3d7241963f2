import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/** The suffix names the tier: `.spec` needs nothing, `.int.spec` meets real PostgreSQL and LiveKit. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.spec.ts', '**/*.spec.tsx'],
          exclude: [...elsewhere, '**/*.int.spec.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.int.spec.ts'],
          exclude: elsewhere,
          // One PostgreSQL for the run; each file takes a database of its own from a migrated template.
          globalSetup: ['testkit/global-setup.ts'],
          // Each file starts servers of its own: more than two at a time would starve a machine with two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
