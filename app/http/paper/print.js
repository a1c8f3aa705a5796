import { json } from 'node:stream/consumers'

// A process of its own for each sheet: it may be stopped at any moment, and takes its memory with it.
const WRITERS = {
  pdf: () => import('./pdf.js'),
  docx: () => import('./docx.js'),
}

/** @typedef {import('../practice-paper.server.ts').Paper & { code: string }} Sheet */

const format = /** @type {keyof typeof WRITERS} */ (process.argv[2])
const sheet = /** @type {Sheet} */ (await json(process.stdin))
const { write } = await WRITERS[format]()
process.stdout.write(await write(sheet))
