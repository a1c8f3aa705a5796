import { vitePlugin as remix } from '@remix-run/dev'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import remixConfig from './remix.config.js'

// The words of mails, which no browser needs, stay out of the files of words that browsers load.
const withoutMails: Plugin = {
  name: 'without-mails',
  enforce: 'pre',
  transform(code, id, options) {
    if (options?.ssr || !/\/locales\/\w+\.json$/.test(id)) return undefined
    const { mail: _, ...words } = JSON.parse(code) as Record<string, unknown>
    return JSON.stringify(words)
  },
}

// One file of JavaScript is read several times faster at the start than the thousand files that the
// libraries are; native code, what brings its own files along and what is seldom used stay outside.
const bundled = {
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: {
    noExternal: true as const,
    external: [
      '@node-rs/argon2',
      '@remix-run/node',
      'better-sqlite3',
      'compression',
      'mammoth',
      'pino',
      'read-excel-file',
      'sharp',
      'unpdf',
    ],
  },
}

export default defineConfig(({ command }) => ({
  ...(command === 'build' ? bundled : {}),
  plugins: [process.env.VITEST ? null : [withoutMails, remix(remixConfig)]],
  // Native code for the server alone; its stand-in for browsers is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  // Each component a file of its own would be fifty requests for one page.
  build: { rollupOptions: { output: { experimentalMinChunkSize: 3000 } } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/routes.ts'],
    setupFiles: ['tests/support/setup.ts'],
    // Half of a machine with two cores would stand idle otherwise, and a busy machine is no failure.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { DATABASE_FILE: ':memory:', NODE_ENV: 'test' },
    // The journeys start the built program; they belong to Playwright.
    exclude: ['tests/e2e/**', 'node_modules/**'],
  },
}))
