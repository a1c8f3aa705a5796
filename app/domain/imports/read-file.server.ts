import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { MAX_FILE_BYTES } from '../files/files.limits.ts'
import { officeExtension, officeFault } from '../files/office.server.ts'
import { typeOf } from '../files/type.server.ts'
import { readZipDirectory } from '../files/zip-directory.server.ts'
import { READ, READ_MB, READ_MS, READ_WAITING } from './imports.limits.ts'
import type { SheetContent, TableContent } from './reader/fault.js'

// Beside this file, and where the build puts it.
const WORKERS = ['reader/worker.js', '../reader/worker.js']

type Read = { ok: true; content: TableContent | SheetContent } | { ok: false; fault: string }

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * The text of a table or a sheet, told by its content (decision 011): CSV in any encoding that Excel
 * saves, XLSX, DOCX, PDF. It is read in a thread of its own, one file at a time, within `READ_MS` and
 * `READ_MB`. Takes the bytes; gives the content, or a fault: the last word of a locale key.
 */
export async function readImportFile(bytes: Uint8Array): Promise<Read> {
  if (bytes.length === 0) return { ok: false, fault: 'empty' }
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, fault: 'too_large' }
  const told = await kindOf(bytes)
  if ('fault' in told) return { ok: false, fault: told.fault }
  if (waiting >= READ_WAITING) return { ok: false, fault: 'busy' }
  waiting++
  const read = last.then(() => readInThread(told.kind, bytes))
  last = read.finally(() => waiting--)
  return read
}

type Kind = 'csv' | 'xlsx' | 'docx' | 'pdf'

async function kindOf(bytes: Uint8Array): Promise<{ kind: Kind } | { fault: string }> {
  const type = isUtf16(bytes) ? undefined : await typeOf(bytes)
  if (!type) return { kind: 'csv' }
  if (type.mime === 'application/pdf') return { kind: 'pdf' }
  const extension = officeExtension(type.mime)
  if (extension !== 'xlsx' && extension !== 'docx') return { fault: 'type' }
  const fault = officeFault(bytes, extension)
  return fault ? { fault } : { kind: extension }
}

// The mark of UTF-16 looks like the beginning of a sound.
function isUtf16([first, second]: Uint8Array) {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function readInThread(kind: Kind, bytes: Uint8Array): Promise<Read> {
  const entries = kind === 'xlsx' || kind === 'docx' ? readZipDirectory(bytes) : []
  const worker = new Worker(workerFile(), {
    workerData: { kind, file: { bytes, entries }, limits: READ },
    resourceLimits: { maxOldGenerationSizeMb: READ_MB },
    // Nothing of the settings, and nothing said: what libraries warn of is about files of strangers.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  return new Promise<Read>((resolve) => {
    const done = (read: Read) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(read)
    }
    const timer = setTimeout(() => done({ ok: false, fault: 'slow' }), READ_MS)
    worker.once('message', done)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      done({ ok: false, fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'bomb' : 'broken' }),
    )
    worker.once('exit', () => done({ ok: false, fault: 'broken' }))
  })
}

function workerFile() {
  const files = WORKERS.map((file) => new URL(file, import.meta.url))
  return files.find((file) => existsSync(file)) ?? files[0]!
}
