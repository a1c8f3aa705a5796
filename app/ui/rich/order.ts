import { type Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { schema } from './schema.ts'

const { nodes } = schema

/** A document with an empty line at its end, to go on writing below a table or a list. */
export function withRoom(doc: Node) {
  if (doc.lastChild?.type === nodes.paragraph) return doc
  return doc.copy(doc.content.addToEnd(nodes.paragraph.create()))
}

/** Keeps what Markdown asks for: headings in the first row of a table and there alone. */
export function inOrder() {
  return new Plugin({
    appendTransaction: (transactions, _, { doc, tr }) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      doc.descendants((node, at) => {
        if (node.type === nodes.table)
          for (const cell of misplaced(node))
            tr.setNodeMarkup(at + cell.at, cell.to, cell.node.attrs)
        return !node.isTextblock
      })
      if (doc.lastChild?.type !== nodes.paragraph)
        tr.insert(doc.content.size, nodes.paragraph.create())
      return tr.docChanged ? tr : null
    },
  })
}

function misplaced(table: Node) {
  const found: { at: number; to: (typeof nodes)['table_cell']; node: Node }[] = []
  table.forEach((row, offset, index) => {
    const to = index === 0 ? nodes.table_header : nodes.table_cell
    row.forEach((node, place) => {
      if (node.type !== to) found.push({ at: offset + place + 2, to, node })
    })
  })
  return found
}
