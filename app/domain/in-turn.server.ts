import { setTimeout } from 'node:timers/promises'

/**
 * Does one part of a job's work, then rests for as long as it took: requests have half of the time
 * meanwhile. SQLite answers at once, and a request needs several turns, so that without a rest it would
 * wait for all of the work. The parts are to be small.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    await setTimeout(performance.now() - started)
  }
}
