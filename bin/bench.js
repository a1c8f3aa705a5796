import { spawnSync } from 'node:child_process'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { build, isCurrent, ROOT } from './build.js'

// Makes a forum, once, and measures the built program on a copy of it: tests/bench/README.md.
const KEPT = join(ROOT, 'bench-results')
const RUNNING = join(KEPT, 'running')
// Raise it with any change to what is made.
const SEED = 1
const GROWTH = ['0.1', '10']
const FIRST = '0'

const has = (/** @type {string} */ option) => process.argv.includes(option)
const only = process.argv[process.argv.indexOf('--only') + 1] ?? ''
const scales = has('--growth') ? GROWTH : [process.env.BENCH_SCALE || '1']

if (!isCurrent()) build()
let held = true
for (const [index, scale] of scales.entries()) {
  const against = index > 0 ? join(KEPT, `forum-${scales[0]}.json`) : ''
  held = held && measure(made(scale), { BENCH_SCALE: scale, BENCH_AGAINST: against })
}
process.exit(held ? 0 : 1)

/** The file of a forum of this size, made when this seed and these migrations have made none. */
function made(/** @type {string} */ scale) {
  const [last] = readdirSync(join(ROOT, 'db/migrations')).sort().reverse().slice(1)
  const file = join(KEPT, `forum-${scale}-${SEED}-${last?.slice(0, 13)}.db`)
  if (existsSync(file)) return file
  const unfinished = `${file}.part`
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  if (!vitest('make', { DATABASE_FILE: unfinished, BENCH_SCALE: scale })) process.exit(1)
  renameSync(unfinished, file)
  return file
}

/** @param {string} file @param {Record<string, string>} env */
function measure(file, env) {
  rmSync(RUNNING, { recursive: true, force: true })
  mkdirSync(RUNNING, { recursive: true })
  const copy = join(RUNNING, 'multaqa.db')
  copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  const ok = vitest('run', {
    ...env,
    DATABASE_FILE: copy,
    BENCH_QUICK: has('--quick') ? '1' : '',
    BENCH_ONLY: has('--only') ? only : has('--growth') ? 'visitor,member' : '',
    BENCH_PINNED: others() ? '1' : '',
  })
  rmSync(RUNNING, { recursive: true, force: true })
  return ok
}

// Whoever measures leaves the first core to what is measured.
/** @param {string} name @param {Record<string, string>} env */
function vitest(name, env) {
  const words = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config']
  const args = [...words, join(ROOT, 'tests/bench/bench.config.ts'), `bench/${name}`]
  const cores = others()
  const command = name === 'run' && cores ? ['taskset', '-c', cores] : []
  const [program = '', ...rest] = [...command, process.execPath, ...args]
  const done = spawnSync(program, rest, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return done.status === 0
}

/** All cores but the first, where the system can hold a process to some; else nothing. */
function others() {
  const last = availableParallelism() - 1
  const can = last > 0 && spawnSync('taskset', ['-c', FIRST, 'true']).status === 0
  return can ? `1-${last}` : ''
}
