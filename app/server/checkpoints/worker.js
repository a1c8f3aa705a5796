import { clearInterval, setInterval } from 'node:timers'
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

// Brings what the journal holds into the file, beside the thread that answers.
const sqlite = new Sqlite(workerData.file)
sqlite.pragma('synchronous = normal')
const checkpoint = sqlite.prepare('pragma wal_checkpoint(passive)')
const timer = setInterval(() => checkpoint.all(), workerData.every)
parentPort?.once('message', () => {
  clearInterval(timer)
  sqlite.close()
})
