import { defineConfig } from 'vitest/config'

// What is measured, not what must hold: apart from the tests, which `vitest run` alone runs.
export default defineConfig({
  test: {
    include: ['tests/search/*.bench.ts'],
    setupFiles: ['tests/support/setup.ts'],
    env: { NODE_ENV: 'test' },
    execArgv: ['--expose-gc'],
    testTimeout: 60 * 60_000,
    hookTimeout: 60_000,
  },
})
