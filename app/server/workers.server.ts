import cluster, { type Worker } from 'node:cluster'
import type { AddressInfo } from 'node:net'
import { settings } from '#app/settings.server.ts'
import { logger } from './logger.server.ts'

const PAUSE = 1000

/** Whether this process only answers requests: another one started it and sees to the rest. */
export function isWorker() {
  return cluster.isWorker
}

/**
 * Starts WORKERS processes that answer at one port, and another for each that dies; gives a way to
 * stop them, once all of them listen. Throws when one ends before that; what hindered it, it has said.
 */
export async function startWorkers() {
  let isStopping = false
  // An interrupt of the terminal reaches the workers as well, before they are told.
  const stop = async () => {
    isStopping = true
    await Promise.all(workers().map(ended))
  }
  for (let count = 0; count < settings().WORKERS; count++) cluster.fork()
  try {
    await Promise.all(workers().map(listening))
  } catch (error) {
    await stop()
    throw error
  }
  cluster.on('exit', ({ id, process: { pid } }, code, signal) => {
    if (isStopping) return
    logger.error({ worker: id, pid, code, signal }, 'a worker ended, and another one is started')
    setTimeout(() => isStopping || cluster.fork(), PAUSE)
  })
  return { stop }
}

function workers() {
  return Object.values(cluster.workers ?? {}).filter((one): one is Worker => one !== undefined)
}

function listening(worker: Worker) {
  return new Promise<void>((resolve, reject) => {
    worker.once('exit', () => reject(new Error('A worker ended before it could answer.')))
    worker.once('listening', ({ port }: AddressInfo) => {
      // With PORT=0 the system chose one, the same for all.
      settings().PORT = port
      resolve()
    })
  })
}

function ended(worker: Worker) {
  return new Promise<void>((resolve) => {
    worker.once('exit', () => resolve())
    worker.process.kill('SIGTERM')
  })
}
