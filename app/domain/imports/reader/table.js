import { Fault } from './fault.js'

const HEADER_AMONG = 10

/**
 * One table out of the sheets of a file: the first that has anything in it. Whatever is not in it (other
 * sheets, what stands above the names of the columns) is told in `left`. Throws a fault.
 * @param {{ name: string, rows: string[][] }[]} sheets
 * @param {{ limits: import('./fault.js').Limits, readAs: string }} given
 */
export function tableOf(sheets, { limits, readAs }) {
  const filled = sheets
    .map(({ name, rows }) => ({ name, rows: numbered(rows) }))
    .filter(({ rows }) => rows.length > 0)
  const [sheet, ...others] = filled
  if (!sheet) throw new Fault('empty')
  const at = headerAt(sheet.rows)
  const [header, ...rows] = sheet.rows.slice(at)
  if (rows.length === 0) throw new Fault('no_rows')
  const width = Math.max(...sheet.rows.slice(at).map(({ cells }) => cells.length))
  checkSizes(rows, width, limits)
  const above = sheet.rows.slice(0, at).map(({ cells }) => cells.filter(Boolean).join(' '))
  return {
    columns: Array.from({ length: width }, (_, index) =>
      (header?.cells[index] ?? '').trim().slice(0, 300),
    ),
    rows,
    readAs,
    left: [...above, ...others.map(({ name }) => name)].map((text) => text.slice(0, 300)),
  }
}

// As a spreadsheet numbers them; those that are empty are left out.
/** @param {string[][]} rows */
function numbered(rows) {
  return rows
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
}

/** @typedef {import('./fault.js').Row} Row */

// Titles over a table fill one cell; the names of its columns fill several.
/** @param {Row[]} rows */
function headerAt(rows) {
  const at = rows
    .slice(0, HEADER_AMONG)
    .findIndex(({ cells }) => cells.filter((cell) => cell.trim()).length > 1)
  return Math.max(0, at)
}

/** @param {Row[]} rows @param {number} width @param {import('./fault.js').Limits} limits */
function checkSizes(rows, width, limits) {
  if (rows.length > limits.rows) throw new Fault('rows')
  if (width > limits.columns) throw new Fault('columns')
  let all = 0
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (cell.length > limits.cell) throw new Fault('cell')
    all += cell.length
  }
  if (all > limits.text) throw new Fault('text')
}
