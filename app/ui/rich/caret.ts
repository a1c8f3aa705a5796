import type { Node } from 'prosemirror-model'
import { parse } from './parse.ts'

// A place in a text and one in its document are the same where as many letters stand before them:
// of signs there are other ones in each.
const SIGN = /[^\p{L}\p{N}]/gu

/** Where in a document one writes when that was at `offset` of its Markdown. */
export function placeIn(doc: Node, markdown: string, offset: number) {
  const wanted = lettersBefore(markdown, offset)
  let left = wanted
  let place = -1
  doc.descendants((node, at) => {
    if (place >= 0) return false
    if (!node.isText) return true
    const letters = count(node.text!)
    if (letters >= left) place = at + offsetOf(node.text!, left)
    else left -= letters
    return false
  })
  return place < 0 ? doc.content.size : place
}

/** Where in the Markdown of a document one writes when that was at `place` of the document. */
export function offsetIn(doc: Node, place: number, markdown: string) {
  const wanted = count(doc.textBetween(0, place, ' ', ' '))
  let [low, high] = [0, markdown.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (lettersBefore(markdown, middle) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function lettersBefore(markdown: string, offset: number) {
  // An address of which only the beginning is read would count as words.
  const before = markdown.slice(0, offset).replace(/\]\([^)\n]*$/, ']')
  try {
    return count(parse(before).textContent)
  } catch {
    return count(before)
  }
}

function count(text: string) {
  return text.replace(SIGN, '').length
}

function offsetOf(text: string, letters: number) {
  let at = 0
  for (let left = letters; left > 0 && at < text.length; at++) if (count(text[at]!)) left--
  return at
}
