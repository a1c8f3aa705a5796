import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import mammoth from 'mammoth'
import Turndown from 'turndown'
import { checkArchive } from './archive.js'
import { checkBlocks } from './blocks.js'

const LONGEST_HEADING = 120

const turndown = new Turndown({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*' })
turndown.remove(['style', 'script'])

/** @param {{ bytes: Uint8Array, entries: import('./archive.js').Entry[] }} file @param {import('./fault.js').Limits} limits */
export async function read({ bytes, entries }, limits) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  checkArchive(buffer, entries, limits)
  let pictures = 0
  // Pictures are told of, and left where they are.
  const convertImage = mammoth.images.imgElement(() => {
    pictures++
    return Promise.resolve({ src: '' })
  })
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage })
  const blocks = fromHtml(value, { fragment: true }).children.flatMap((node) => blocksOf(node))
  return { blocks: checkBlocks(blocks, limits), pictures }
}

/** @typedef {import('hast').RootContent | import('hast').ElementContent} Node */

/** @param {Node} node @returns {import('./fault.js').Block[]} */
function blocksOf(node) {
  if (node.type !== 'element') return textBlock(node)
  if (node.tagName === 'table') return rowsOf(node).flatMap(rowBlock)
  const words = wordsIn(node)
  if (isHeading(node, words)) return [{ as: 'heading', text: words }]
  return textBlock(node)
}

/** @param {Node} node @returns {import('./fault.js').Block[]} */
function textBlock(node) {
  const text = markdownOf(node)
  return text ? [{ as: 'text', text }] : []
}

// A whole short paragraph in bold is how most people write a heading.
/** @param {import('hast').Element} node @param {string} words */
function isHeading({ tagName, children }, words) {
  if (!words || words.length > LONGEST_HEADING) return false
  if (/^h[1-6]$/.test(tagName)) return true
  const filled = children.filter((child) => wordsIn(child))
  return (
    tagName === 'p' &&
    filled.length > 0 &&
    filled.every((child) => child.type === 'element' && child.tagName === 'strong')
  )
}

// A row of two cells names something and says it: that is how most sheets are drawn.
/** @param {import('hast').Element[]} cells @returns {import('./fault.js').Block[]} */
function rowBlock(cells) {
  const [label, value] = cells
  if (cells.length === 2 && label && value) {
    return [{ as: 'pair', label: wordsIn(label), text: markdownOf(value) }]
  }
  const text = cells
    .map((cell) => markdownOf(cell))
    .filter(Boolean)
    .join('\n\n')
  return text ? [{ as: 'text', text }] : []
}

/** @param {import('hast').Element} table @returns {import('hast').Element[][]} */
function rowsOf(table) {
  return table.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName !== 'tr') return rowsOf(child)
    const cells = child.children.filter((one) => one.type === 'element')
    return [/** @type {import('hast').Element[]} */ (cells)]
  })
}

/** @param {Node} node */
function markdownOf(node) {
  return turndown.turndown(node.type === 'element' && /^t[dh]$/.test(node.tagName) ? toHtml(node.children) : toHtml(node)).trim() // prettier-ignore
}

/** @param {Node} node @returns {string} */
function wordsIn(node) {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ').trim()
  return 'children' in node ? node.children.map(wordsIn).filter(Boolean).join(' ') : ''
}
