import { vitePlugin as remix } from '@remix-run/dev'
import type { Plugin, Rollup } from 'vite'
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

// What every page loads, then what is on the page of a conversation and on most others, then what is
// found with practices, each as one file. Left to itself, the bundler makes fifty of them; told to make them larger, it puts whatever is
// small together, and a page loads the half of others.
const TOGETHER = {
  frame: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/$lang.tsx'],
  conversation: ['app/routes/$lang.threads.$id.($slug).tsx'],
  library: [
    'app/routes/$lang._index.tsx',
    'app/routes/$lang.search.tsx',
    'app/routes/$lang.practices._index.tsx',
    'app/routes/$lang.practices.$id.($slug).tsx',
  ],
}

const WORDS = /\/locales\/(\w+)\.json$/

const files: Rollup.OutputOptions = { experimentalMinChunkSize: 3000, manualChunks: inFiles() }

function inFiles() {
  let known: Map<string, string> | undefined
  return (id: string, modules: Rollup.ManualChunkMeta) => {
    const [, lang] = WORDS.exec(id) ?? []
    return lang ? `words-${lang}` : (known ??= together(modules)).get(id)
  }
}

function together({ getModuleIds, getModuleInfo }: Rollup.ManualChunkMeta) {
  const known = new Map<string, string>()
  const take = (id: string, name: string) => {
    if (known.has(id) || WORDS.test(id)) return
    known.set(id, name)
    for (const next of getModuleInfo(id)?.importedIds ?? []) take(next, name)
  }
  const ids = [...getModuleIds()]
  for (const [name, begins] of Object.entries(TOGETHER)) {
    // Remix puts a question mark and what it made of the file after its name.
    for (const id of ids)
      if (begins.some((file) => id.split('?')[0]!.endsWith(file))) take(id, name)
  }
  return known
}

export default defineConfig(({ command, isSsrBuild }) => ({
  ...(command === 'build' ? bundled : {}),
  plugins: [process.env.VITEST ? null : [withoutMails, remix(remixConfig)]],
  // Native code for the server alone; its stand-in for browsers is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { rollupOptions: { output: isSsrBuild ? {} : files } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/routes.ts'],
    setupFiles: ['tests/support/setup.ts'],
    // A sixth faster than processes.
    pool: 'threads',
    // Half of a machine with two cores would stand idle otherwise, and a busy machine is no failure.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { DATABASE_FILE: ':memory:', NODE_ENV: 'test' },
    // The journeys start the built program; they belong to Playwright.
    exclude: ['tests/e2e/**', 'node_modules/**'],
  },
}))
