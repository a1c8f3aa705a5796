import { getDocumentProxy } from 'unpdf'
import { checkBlocks } from './blocks.js'
import { Fault } from './fault.js'

/** @typedef {{ text: string, x: number, y: number, width: number, height: number }} Piece */

/** @param {{ bytes: Uint8Array }} file @param {import('./fault.js').Limits} limits */
export async function read({ bytes }, limits) {
  const pdf = await open(bytes)
  if (pdf.numPages > limits.pages) throw new Fault('pages')
  const blocks = []
  let size = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap(pieceOf)
    size += pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (size > limits.text) throw new Fault('text')
    blocks.push(...blocksOf(linesOf(pieces)))
    page.cleanup()
  }
  return { blocks: checkBlocks(blocks, limits), pictures: 0 }
}

/** @param {Uint8Array} bytes */
async function open(bytes) {
  try {
    return await getDocumentProxy(bytes, {
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    throw new Fault(
      /** @type {Error} */ (error).name === 'PasswordException' ? 'password' : 'broken',
    )
  }
}

/** @param {any} item @returns {Piece[]} */
function pieceOf({ str, transform, width, height }) {
  if (!str) return []
  const size = height || Math.hypot(transform[2], transform[3])
  return [{ text: str, x: transform[4], y: transform[5], width, height: size }]
}

/** @param {Piece[]} pieces */
function linesOf(pieces) {
  /** @type {{ y: number, height: number, pieces: Piece[] }[]} */
  const lines = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    const near = last && Math.abs(last.y - piece.y) < Math.max(2, 0.5 * last.height)
    if (last && near) {
      last.pieces.push(piece)
      last.height = Math.max(last.height, piece.height)
    } else lines.push({ y: piece.y, height: piece.height, pieces: [piece] })
  }
  return lines.map(({ y, height, pieces: own }) => ({ y, height, text: textOf(own) }))
}

// A page says where its pieces stand, not in which order they are read.
/** @param {Piece[]} pieces */
function textOf(pieces) {
  const letters = pieces.map(({ text }) => text).join('')
  const arabic = letters.match(/[\u0590-\u08ff]/g)?.length ?? 0
  const latin = letters.match(/[a-z\u00c0-\u024f]/gi)?.length ?? 0
  const rtl = arabic > latin
  const sorted = [...pieces].sort((a, b) => (rtl ? b.x - a.x : a.x - b.x))
  let text = ''
  /** @type {Piece | undefined} */
  let before
  for (const piece of sorted) {
    const gap = before ? (rtl ? before.x - (piece.x + piece.width) : piece.x - (before.x + before.width)) : 0 // prettier-ignore
    if (gap > 0.15 * piece.height && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' '
    text += piece.text
    before = piece
  }
  return plain(text).replace(/\s+/g, ' ').trim()
}

// Files name letters by the shape they have in the word; texts name the letter.
/** @param {string} text */
function plain(text) {
  return text.replace(/[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+/g, (shapes) =>
    shapes.normalize('NFKC'),
  )
}

// Lines that stand apart from those above begin a new paragraph; larger letters are a heading.
/** @param {{ y: number, height: number, text: string }[]} all @returns {import('./fault.js').Block[]} */
function blocksOf(all) {
  const lines = all.filter(({ text }) => text)
  const usual = usualHeight(lines)
  return lines.map(({ text, height, y }, at) => {
    if (height > 1.15 * usual && text.length <= 200) return { as: 'heading', text }
    const above = lines[at - 1]
    const apart = above && Math.abs(above.y - y) > 1.9 * height
    return { as: 'text', text, apart: Boolean(apart) }
  })
}

// The one that most letters have.
/** @param {{ height: number, text: string }[]} lines */
function usualHeight(lines) {
  /** @type {Map<number, number>} */
  const letters = new Map()
  for (const { height, text } of lines) {
    const size = Math.round(height)
    letters.set(size, (letters.get(size) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
