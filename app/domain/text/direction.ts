import type { Element, Root } from 'hast'
import { type Change, textIn } from './tree.ts'

const LETTER = /\p{L}/u
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const CONTAINERS = ['ul', 'ol', 'blockquote', 'table']
const LINES = ['p', 'h3', 'h4', 'h5', 'pre']

/** The direction of a text's first letter; undefined where it has none. */
export function directionOf(text: string) {
  const letter = LETTER.exec(text)?.[0]
  if (!letter) return undefined
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/** Lets every block take the direction of its own first letter, whatever the page's language. */
export function giveDirections(root: Root) {
  for (const block of root.children) {
    if (block.type === 'element' && block.tagName !== 'hr') direct(block)
  }
}

/** The same for what stands inside a block: items, cells, and the lines of a quotation. */
export const directionInside: Change = (node, ancestors) => {
  if (node.type !== 'element') return undefined
  const quoted = ancestors.at(-1)?.tagName === 'blockquote' && LINES.includes(node.tagName)
  if (quoted || ['li', 'td', 'th'].includes(node.tagName)) node.properties.dir = 'auto'
  return undefined
}

// `auto` passes over children that have a direction of their own, so on a list, a quotation or a
// table it would always come out left to right: those get theirs from us.
function direct(block: Element) {
  const told = CONTAINERS.includes(block.tagName) ? directionOf(wordsIn(block)) : undefined
  block.properties.dir = told ?? 'auto'
}

// Whose words are quoted says a first line that is a link and nothing else; a name may go the other way.
function wordsIn(block: Element) {
  const [first, ...others] = block.children.filter((child) => child.type === 'element')
  const saysWhose =
    block.tagName === 'blockquote' && others.length > 0 && first!.children.every(isLink)
  return saysWhose ? others.map(textIn).join(' ') : textIn(block)
}

function isLink(node: Element['children'][number]) {
  return node.type === 'element' && node.tagName === 'a'
}
