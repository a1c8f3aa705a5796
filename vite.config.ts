import { vitePlugin as remix } from '@remix-run/dev'
import type { Plugin, Rollup } from 'vite'
import { defineConfig } from 'vitest/config'
import { partOf } from './app/i18n/parts.ts'
import remixConfig from './remix.config.js'

const WORDS = /\/locales\/(\w+)\.json(?:\?part=(\w+))?$/

// Browsers load words in parts; those of mails, which no browser needs, are in none.
const wordsInParts: Plugin = {
  name: 'words-in-parts',
  enforce: 'pre',
  transform(code, id) {
    const [, , part] = WORDS.exec(id) ?? []
    if (!part) return undefined
    const { mail: _, ...words } = JSON.parse(code) as Record<string, unknown>
    const some = Object.entries(words).filter(([section]) => partOf(section) === part)
    return JSON.stringify(Object.fromEntries(some))
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
// found with practices, each as one file. Left to itself, the bundler makes fifty of them; told to make
// them larger, it puts whatever is small together, and a page loads the half of others (decision 109).
const TOGETHER = {
  frame: ['app/root.tsx', 'app/routes/$lang.tsx', 'app/i18n/words.client.ts'],
  conversation: ['app/routes/$lang.threads.$id.($slug).tsx'],
  library: [
    'app/routes/$lang._index.tsx',
    'app/routes/$lang.search.tsx',
    'app/routes/$lang.practices._index.tsx',
    'app/routes/$lang.practices.$id.($slug).tsx',
  ],
}

const files: Rollup.OutputOptions = { experimentalMinChunkSize: 3000, manualChunks: inFiles() }

function inFiles() {
  let known: Map<string, string> | undefined
  return (id: string, modules: Rollup.ManualChunkMeta) => {
    const [, lang, part] = WORDS.exec(id) ?? []
    return part ? `words-${lang}-${part}` : (known ??= together(modules)).get(id)
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
  plugins: [process.env.VITEST ? null : [wordsInParts, remix(remixConfig)]],
  // Native code for the server alone; its stand-in for browsers is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  // Node runs the private fields of classes as they are; put in other words for older browsers, they
  // took a tenth of what a statement takes to be written.
  build: isSsrBuild ? { target: 'node20' } : { rollupOptions: { output: files } },
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
