import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './build.js'

// How good and how fast search is; `--quality` or `--speed` for one of the two.
const halves = ['quality', 'speed']
const asked = halves.filter((half) => process.argv.includes(`--${half}`))
const folder = mkdtempSync(join(tmpdir(), 'multaqa-bench-'))
const results = (asked.length > 0 ? asked : halves).map(run)
rmSync(folder, { recursive: true })
process.exit(results.every((status) => status === 0) ? 0 : 1)

// Each on a file of its own, as the forum has one.
/** @param {string} half */
function run(half) {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const config = join(ROOT, 'tests/bench/bench.config.ts')
  const only = `search/${half}`
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', config, only], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_FILE: join(folder, `${half}.db`) },
  })
  return status
}
