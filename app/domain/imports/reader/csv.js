import { TextDecoder } from 'node:util'
import { CsvError, parse } from 'csv-parse/sync'
import { Fault } from './fault.js'
import { tableOf } from './table.js'

const DELIMITERS = [',', ';', '\t', '|']

/** @param {{ bytes: Uint8Array }} file @param {import('./fault.js').Limits} limits */
export function read({ bytes }, limits) {
  const { text, readAs } = decoded(bytes)
  // No text has these.
  if (/[^\P{Cc}\s\u0080-\u009f]/u.test(text)) throw new Fault('type')
  // Excel's own first line, which says by what the columns are kept apart.
  const said = /^sep=(.)\r?\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  return tableOf([{ name: '', rows: rowsOf(body, said?.[1] ?? delimiterOf(body), limits) }], {
    limits,
    readAs,
  })
}

/** @param {string} text @param {string} delimiter @param {import('./fault.js').Limits} limits */
function rowsOf(text, delimiter, { rows }) {
  try {
    return /** @type {string[][]} */ (
      parse(text, {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        // Empty lines are among them; one too many is to be seen.
        to: 2 * rows,
      })
    )
  } catch (error) {
    if (error instanceof CsvError) throw new Fault('csv')
    throw error
  }
}

// The sign that stands most often between the names of the columns, outside of quotation marks.
/** @param {string} text */
function delimiterOf(text) {
  const outside = text.slice(0, 100_000).replace(/"[^"]*"/g, '""')
  const first = outside.split(/\r?\n|\r/).find((line) => line.trim()) ?? ''
  const counts = DELIMITERS.map((sign) => first.split(sign).length)
  const most = Math.max(...counts)
  return DELIMITERS[counts.indexOf(most)] ?? ','
}

/** @param {Uint8Array} bytes */
function decoded(bytes) {
  const readAs = encodingOf(bytes)
  const text = new TextDecoder(readAs).decode(bytes)
  return { text: readAs === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, signOf) : text, readAs }
}

// Some versions of Node read Windows-1252 as ISO 8859-1, which has nothing where these are.
const SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** @param {string} letter */
function signOf(letter) {
  return SIGNS[letter.charCodeAt(0) - 0x80] ?? letter
}

/** @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!bytes.includes(0)) return 'utf-8'
  } catch {
    // Excel's choice by the language of the computer.
  }
  return utf16Of(bytes) ?? (isArabic(bytes) ? 'windows-1256' : 'windows-1252')
}

// Without its mark, by the zeros beside separators, digits and Latin letters: all on one side.
/** @param {Uint8Array} bytes */
function utf16Of(bytes) {
  const beginning = bytes.subarray(0, 4_000)
  const zeros = beginning.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  if (zeros < 0.05 * beginning.length || bytes.length % 2 === 1) return undefined
  const odd = beginning.reduce((sum, byte, at) => sum + (byte === 0 ? at % 2 : 0), 0)
  return 2 * odd >= zeros ? 'utf-16le' : 'utf-16be'
}

// Windows-1256 keeps the small accented letters of French where Windows-1252 has them, and its Arabic
// letters where the capitals are: those stand alone in French, and together in Arabic.
/** @param {Uint8Array} bytes */
function isArabic(bytes) {
  const letter = /** @param {number | undefined} byte */ (byte) =>
    byte !== undefined &&
    ((byte >= 0xc0 && byte <= 0xdf && byte !== 0xd7) ||
      [0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xec, 0xed].includes(byte))
  let [together, alone] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    if (!letter(bytes[at])) continue
    if (letter(bytes[at - 1]) || letter(bytes[at + 1])) together++
    else alone++
  }
  return together > alone
}
