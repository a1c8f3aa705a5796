import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import sirv from 'sirv'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = join(ROOT, 'build/server/index.js')
const STAMP = join(ROOT, 'build/sources.sha256')
const CLIENT = 'build/client'
const SOURCES = ['app', 'db', 'locales', 'public', 'package-lock.json', 'vite.config.ts']

/** The program, built first when there is no build of these very sources. */
export async function program() {
  if (!isCurrent()) build()
  const server = await import(pathToFileURL(BUILT).href)
  const squeezed = { brotli: true, gzip: true }
  const files = sirv(join(ROOT, CLIENT), { etag: true, ...squeezed, setHeaders: cacheFor })
  return { run: server.entry.module.run, loadBuild: () => server, files }
}

/** Whether the build was made from these sources; a copy that has none (an image) is as it is. */
export function isCurrent() {
  if (!existsSync(BUILT)) return false
  if (!existsSync(join(ROOT, 'app'))) return true
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()
}

export function build() {
  const vite = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')
  if (!existsSync(vite)) throw new Error('What the build needs is not installed. Run: npm ci')
  process.stdout.write('Building, once …\n')
  const sources = fingerprint()
  // The tests' own vite goes without the Remix plugin; a build that one of them starts must not.
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production' }
  delete env.VITEST
  const done = spawnSync(process.execPath, [vite, 'vite:build', '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (done.status !== 0) throw new Error('The build failed; its messages are above.')
  filesOf(CLIENT).forEach(squeeze)
  // What pictures are written with is no module: it goes along beside the program.
  cpSync(join(ROOT, 'app/http/fonts'), join(ROOT, 'build/server/fonts'), { recursive: true })
  // So does what prints a sheet in a process of its own, and its layout.
  cpSync(join(ROOT, 'app/http/paper'), join(ROOT, 'build/server/paper'), { recursive: true })
  // So does what reads files in a thread of its own.
  cpSync(join(ROOT, 'app/domain/imports/reader'), join(ROOT, 'build/server/reader'), {
    recursive: true,
  })
  // So does what writes into the file in one.
  cpSync(join(ROOT, 'app/server/checkpoints'), join(ROOT, 'build/server/checkpoints'), {
    recursive: true,
  })
  // Last, so that a build which was interrupted never counts as one.
  writeFileSync(STAMP, sources)
}

// As small as it gets, once and for all: nothing is compressed again while the program runs.
/** @param {string} file */
function squeeze(file) {
  const bytes = readFileSync(join(ROOT, file))
  if (!/\.(?:js|css|svg|json|txt)$/.test(file) || bytes.length < 1024) return
  writeFileSync(join(ROOT, `${file}.br`), brotliCompressSync(bytes))
  writeFileSync(join(ROOT, `${file}.gz`), gzipSync(bytes, { level: 9 }))
}

/** @param {import('node:http').ServerResponse} res @param {string} path */
function cacheFor(res, path) {
  const forever = path.startsWith('/assets/')
  res.setHeader(
    'Cache-Control',
    forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  )
}

// By content: the times of files say little after a checkout, an unpacked archive or a copy.
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [...SOURCES, 'remix.config.js'].flatMap(filesOf)) {
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path]
  const names = readdirSync(join(ROOT, path)).sort()
  return names.flatMap((name) => filesOf(`${path}/${name}`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()
