import { fileOfParts } from './file-of-parts.server.ts'

type Cell = string | number | null

// What a spreadsheet would take for a formula is made plain text; what looks like that already gets one
// more sign, so that whoever reads the file can take one off again.
const FORMULA = /^'*[=+\-@\t\r]/

/** A line of a CSV file (RFC 4180): every cell quoted, none of them a formula. */
export function csvLine(cells: Cell[]) {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: Cell) {
  const text = String(cell ?? '')
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** A CSV file as an answer: its name and its parts; begins with the mark that tells Excel its letters. */
export function csvAnswer(name: string, parts: AsyncGenerator<string>) {
  return fileOfParts({ name, type: 'text/csv', begin: '\ufeff' }, parts)
}
