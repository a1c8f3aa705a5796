import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/** The core that what is measured has for itself, where the system can give it one. */
const CORE = '0'

const running = new Set<ChildProcess>()

/** Starts a program of Node on the core of the server; what it says goes into a file. */
export function startOnCore(args: string[], env: Record<string, string> = {}, log = '/dev/null') {
  const words = [...(isPinned() ? ['taskset', '-c', CORE] : []), process.execPath, ...args]
  const out = openSync(log, 'a')
  const child = spawn(words[0]!, words.slice(1), {
    stdio: ['ignore', out, out],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
  })
  closeSync(out)
  running.add(child)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  void ended.then(() => running.delete(child))
  return { pid: child.pid!, ended, stop: () => (child.kill('SIGTERM'), ended) }
}

/** Ends whatever still runs, as after a failure. */
export function endAll() {
  for (const child of running) child.kill('SIGKILL')
}

// Several workers are to use all cores.
export function isPinned() {
  return Boolean(process.env.BENCH_PINNED) && Number(process.env.WORKERS || 1) === 1
}

/** Starts the forum on a folder; gives how long it took to its first answer. */
export async function startForum(folder: string, port: number, more: Record<string, string> = {}) {
  const started = performance.now()
  const env = { DATA_DIR: folder, PORT: String(port), SAMPLE_CONTENT: 'none', ...settings(), ...more } // prettier-ignore
  const program = startOnCore(['bin/start.js'], env, `${folder}/log`)
  await answers(`http://127.0.0.1:${port}/ar`, program)
  return { ...program, milliseconds: performance.now() - started }
}

/** Waits until an address answers well. Throws when the program ends before. */
export async function answers(url: string, { ended }: { ended: Promise<unknown> }) {
  let over = false
  void ended.then(() => (over = true))
  while (!(await fetch(url).catch(() => undefined))?.ok) {
    if (over) throw new Error(`What should answer at ${url} has ended; its log may say why.`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Megabytes that each process of a program holds: the largest of them; where there is no /proc, NaN. */
export function memoryOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]
    const others = children.filter(Boolean).map((child) => memoryOf(Number(child)))
    return Math.max(Number(kilobytes) / 1024, ...others)
  } catch {
    return NaN
  }
}

// `WORKERS=2 npm run bench` measures what the setting does.
function settings(): Record<string, string> {
  const { WORKERS } = process.env
  return WORKERS ? { WORKERS } : {}
}
