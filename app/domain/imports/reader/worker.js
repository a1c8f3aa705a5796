import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from './fault.js'

// What reads files of strangers runs in a thread of its own: it may be stopped, and may run out of memory.
const READERS = {
  csv: () => import('./csv.js'),
  xlsx: () => import('./xlsx.js'),
  docx: () => import('./docx.js'),
  pdf: () => import('./pdf.js'),
}

const { kind, file, limits } = workerData

try {
  const { read } = await READERS[/** @type {keyof typeof READERS} */ (kind)]()
  parentPort?.postMessage({ ok: true, content: await read(file, limits) })
} catch (error) {
  const fault = error instanceof Fault ? error.fault : 'broken'
  parentPort?.postMessage({ ok: false, fault })
}
