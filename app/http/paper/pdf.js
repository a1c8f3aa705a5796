import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const HERE = import.meta.dirname
const EXACT = ['href', 'code', 'address']

/** @param {import('./print.js').Sheet} sheet */
export function write(sheet) {
  const compiler = NodeCompiler.create({
    workspace: HERE,
    fontArgs: [{ fontPaths: [join(HERE, '../fonts')] }],
    inputs: { paper: dataOf(sheet) },
  })
  return compiler.pdf({ mainFilePath: join(HERE, 'practice.typ') })
}

/** @param {import('./print.js').Sheet} sheet */
function dataOf(sheet) {
  return JSON.stringify({ ...sheet, date: dayOf(sheet.date) }, (name, value) =>
    typeof value === 'string' && !EXACT.includes(name) ? breakable(value) : value,
  )
}

/** @param {string | null} iso */
function dayOf(iso) {
  const [year, month, day] = iso?.slice(0, 10).split('-').map(Number) ?? []
  return iso && { year, month, day }
}

const TOO_LONG = /[^\s\p{Script=Arabic}]{24}(?=[^\s\p{Script=Arabic}]{6})|\p{Script=Arabic}{60}/gu

// What is longer than a line and has no space would run off the sheet; joined letters stay together.
/** @param {string} text */
function breakable(text) {
  return text.replace(TOO_LONG, '$&\u200b')
}
