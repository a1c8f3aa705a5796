import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const LETTER = /\p{L}/u
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Every block takes the direction of its own first letter, as it will for readers
 * (app/domain/text/direction.ts). One without a letter yet keeps that of the page.
 */
export function directions() {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const found: Decoration[] = []
        doc.forEach((block, at) => found.push(...directed(block, at)))
        return DecorationSet.create(doc, found)
      },
    },
  })
}

function directed(block: Node, at: number): Decoration[] {
  const letter = LETTER.exec(wordsIn(block))?.[0]
  if (!letter) return []
  const dir = RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
  const found = [Decoration.node(at, at + block.nodeSize, { dir })]
  if (block.type.name === 'blockquote') {
    block.forEach((line, offset) => found.push(...directed(line, at + 1 + offset)))
  }
  return found
}

function wordsIn(block: Node) {
  const first = block.firstChild
  if (block.type.name !== 'blockquote' || block.childCount < 2 || !first) return block.textContent
  const saysWhose = first.children.every(({ marks }) =>
    marks.some(({ type }) => type.name === 'link'),
  )
  return saysWhose ? block.textBetween(first.nodeSize, block.content.size, ' ') : block.textContent
}
