import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { sqlite } from '#db/client.server.ts'
import { logger } from './logger.server.ts'

const EVERY = 1000

// Beside this file, and where the build puts it.
const WORKERS = ['checkpoints/worker.js', '../checkpoints/worker.js']

/**
 * Starts a thread that brings what was written into the file: the disk takes longer for it than a request
 * may wait. Gives a way to end it. Where it fails, SQLite does it between two transactions.
 */
export function startCheckpoints() {
  const files = WORKERS.map((file) => new URL(file, import.meta.url))
  const file = files.find((one) => existsSync(one)) ?? files[0]!
  const worker = new Worker(file, { workerData: { file: sqlite.name, every: EVERY }, execArgv: [] })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.on('error', (error) => logger.error({ err: error }, 'the thread of checkpoints ended'))
  worker.unref()
  return {
    stop() {
      worker.postMessage('stop')
      return ended
    },
  }
}
