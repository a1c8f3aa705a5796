import { defineConfig } from 'vitest/config'

// What is measured, not what must hold: apart from the tests, which `vitest run` alone runs.
export default defineConfig({
  test: {
    include: ['tests/{bench,search}/*.bench.ts'],
    setupFiles: ['tests/support/setup.ts'],
    env: { NODE_ENV: 'test' },
    execArgv: ['--expose-gc'],
    // A million replies take their time.
    testTimeout: 6 * 3_600_000,
    hookTimeout: 60_000,
  },
})
