import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Paper } from './practice-paper.server.ts'
import { qrCode } from './qr-code.server.ts'
import { createShelf } from '#app/domain/shelf.ts'

// Beside this file, and where the build puts it.
const PROGRAMS = ['paper/print.js', '../paper/print.js']

/** Milliseconds and bytes that one sheet may take, and sheets that wait for their turn in one process. */
const MOST = { ms: 20_000, bytes: 20_000_000, waiting: 4 }

const kept = createShelf<Buffer>(8_000_000)
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

export type Format = 'pdf' | 'docx'

/**
 * A sheet as a file: made one at a time by a process of its own (decision 098), and kept while there is
 * room. Null when too many wait already, or when the machine is too busy to end it in time.
 */
export async function printPaper(paper: Paper, format: Format): Promise<Buffer | null> {
  // The same words are the same file.
  const name = createHash('sha256')
    .update(JSON.stringify([format, paper]))
    .digest('base64')
  const known = kept.get(name)
  if (known) return known
  if (waiting >= MOST.waiting) return null
  waiting++
  const printed = last.then(async () => kept.get(name) ?? (await print(paper, format)))
  last = printed.catch(() => {}).finally(() => waiting--)
  const file = await printed
  if (file) kept.set(name, file, file.length)
  return file
}

function print(paper: Paper, format: Format) {
  return new Promise<Buffer | null>((resolve, reject) => {
    const printer = execFile(
      process.execPath,
      [programFile(), format],
      {
        timeout: MOST.ms,
        maxBuffer: MOST.bytes,
        killSignal: 'SIGKILL',
        // Nothing of the settings.
        env: { NODE_ENV: 'production' },
        encoding: 'buffer',
        windowsHide: true,
      },
      (error, file) => {
        if (error && !error.killed) reject(error)
        else resolve(error ? null : file)
      },
    )
    // One that has ended already is told of above.
    printer.stdin!.on('error', () => {})
    printer.stdin!.end(JSON.stringify({ ...paper, code: drawing(paper.address) }))
  })
}

function drawing(address: string) {
  const { size, path } = qrCode(address)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

function programFile() {
  const files = PROGRAMS.map((file) => join(import.meta.dirname, file))
  return files.find((file) => existsSync(file)) ?? files[0]!
}
