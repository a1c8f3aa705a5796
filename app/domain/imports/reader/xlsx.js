import readSheets from 'read-excel-file/universal'
import { checkArchive } from './archive.js'
import { tableOf } from './table.js'

/** @param {{ bytes: Uint8Array, entries: import('./archive.js').Entry[] }} file @param {import('./fault.js').Limits} limits */
export async function read({ bytes, entries }, limits) {
  checkArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), entries, limits)
  const sheets = await readSheets(/** @type {ArrayBuffer} */ (bytes.slice().buffer))
  const tables = sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(textOf)),
  }))
  return tableOf(tables, { limits, readAs: 'xlsx' })
}

// Days come as midnight in UTC.
/** @param {unknown} value */
function textOf(value) {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '')
  }
  return String(value)
}
