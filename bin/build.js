import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'

const ROOT = new URL('..', import.meta.url).pathname
const BUILT = join(ROOT, 'build/server/index.js')
const SOURCES = [
  'app',
  'db',
  'locales',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
]

/** The program, built first when there is no build or a source is newer than it. */
export async function program() {
  if (!isCurrent()) build()
  const server = await import(BUILT)
  const files = sirv(join(ROOT, 'build/client'), {
    etag: true,
    setHeaders: (res, path) =>
      res.setHeader(
        'Cache-Control',
        path.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=3600',
      ),
  })
  return { run: server.entry.module.run, loadBuild: () => server, files }
}

export function isCurrent() {
  if (!existsSync(BUILT)) return false
  const built = statSync(BUILT).mtimeMs
  return SOURCES.every((source) => newest(join(ROOT, source)) <= built)
}

export function build() {
  process.stdout.write('Building, once …\n')
  const vite = join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js')
  const done = spawnSync(process.execPath, [vite, 'vite:build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (done.status !== 0) {
    process.stderr.write('The build failed; its messages are above.\n')
    process.exit(1)
  }
}

/** @param {string} path @returns {number} */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
