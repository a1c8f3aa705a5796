import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { type MarkType, type Node, type NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import type { Tool, WritingWords } from '../writing-commands.ts'
import { parse } from './parse.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** What the buttons say about the place where one writes. */
export function activeTools(state: EditorState): Tool[] {
  const is: Record<Tool, boolean> = {
    strong: hasMark(state, marks.strong),
    heading: state.selection.$from.parent.type === nodes.heading,
    link: linkAt(state) !== undefined,
    list: closestList(state)?.node.type === nodes.bullet_list,
    numbers: closestList(state)?.node.type === nodes.ordered_list,
    quote: above(state, nodes.blockquote) !== undefined,
    table: isInTable(state),
  }
  return (Object.keys(is) as Tool[]).filter((tool) => is[tool])
}

/** What a button of the toolbar does; a link asks for its address first. */
export function commandOf(tool: Exclude<Tool, 'link'>, words: WritingWords): Command {
  if (tool === 'strong') return toggleMark(marks.strong)
  if (tool === 'heading') return heading
  if (tool === 'quote') return quote
  if (tool === 'table') return insertTable(words)
  return listOf(tool === 'list' ? nodes.bullet_list : nodes.ordered_list)
}

const heading: Command = (state, dispatch) => {
  const isOne = state.selection.$from.parent.type === nodes.heading
  return setBlockType(isOne ? nodes.paragraph : nodes.heading)(state, dispatch)
}

const quote: Command = (state, dispatch) =>
  (above(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch)

function listOf(type: NodeType): Command {
  return (state, dispatch) => {
    const list = closestList(state)
    if (!list) return wrapInList(type)(state, dispatch)
    if (list.node.type === type) return liftListItem(nodes.list_item)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(list.at, type, { tight: list.node.attrs.tight as boolean }))
    return true
  }
}

function insertTable({ column, cell }: WritingWords): Command {
  return (state, dispatch) => {
    if (isInTable(state) || state.selection.$from.parent.type.spec.code) return false
    const row = (type: NodeType, words: string[]) =>
      nodes.table_row.create(
        null,
        words.map((word) => type.create(null, schema.text(word))),
      )
    const table = nodes.table.create(null, [
      row(nodes.table_header, [`${column} 1`, `${column} 2`]),
      row(nodes.table_cell, [cell, cell]),
    ])
    const tr = state.tr.replaceSelectionWith(table)
    // The first heading is what one wants to write first.
    tr.doc.nodesBetween(0, tr.mapping.map(state.selection.to, 1), (node, at) => {
      if (node === table)
        tr.setSelection(TextSelection.create(tr.doc, at + 3, at + 3 + column.length + 2))
      return true
    })
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The link where one writes: its address, and from where to where its words go. */
export function linkAt({ selection, doc }: EditorState) {
  const { $from, from, to, empty } = selection
  const here = $from.marksAcross(doc.resolve(empty ? to : Math.min(from + 1, to))) ?? $from.marks()
  const link = here.find(({ type }) => type === marks.link)
  if (!link) return undefined
  const start = $from.start()
  let found: { from: number; to: number } | undefined
  $from.parent.forEach((node, offset) => {
    if (!link.isInSet(node.marks)) return
    const at = start + offset
    if (found?.to === at) found.to = at + node.nodeSize
    else if (!found || found.to < from) found = { from: at, to: at + node.nodeSize }
  })
  return found && { ...found, href: link.attrs.href as string }
}

/** Makes a link of what is selected or of the link there, of new words without either. */
export function setLink(address: string, label: string): Command {
  return (state, dispatch) => {
    const at = linkAt(state) ?? state.selection
    const href = withScheme(address)
    const mark = marks.link.create({ href })
    const words = label.trim() || href
    const { tr } = state
    if (at.from < at.to) tr.removeMark(at.from, at.to, marks.link).addMark(at.from, at.to, mark)
    else tr.replaceSelectionWith(schema.text(words, [mark]), false)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Leaves the words of the link there, without their address. */
export const removeLink: Command = (state, dispatch) => {
  const link = linkAt(state)
  if (!link) return false
  dispatch?.(state.tr.removeMark(link.from, link.to, marks.link))
  return true
}

/** Writes what Markdown names, and a space, in the place of so many letters before the caret. */
export function putReference(markdown: string, length: number): Command {
  return ({ selection: { head }, tr }, dispatch) => {
    const named = parse(markdown).firstChild!.content
    tr.replaceWith(head - length, head, named.addToEnd(schema.text(' ')))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function withScheme(typed: string) {
  const address = typed.trim()
  if (/^(?:https?:|mailto:|\/)/i.test(address)) return address
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`
}

function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType) {
  const { $from, from, to, empty } = selection
  if (empty) return (storedMarks ?? $from.marks()).some((mark) => mark.type === type)
  return doc.rangeHasMark(from, to, type)
}

function above({ selection: { $from } }: EditorState, ...types: NodeType[]) {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node: Node = $from.node(depth)
    if (types.includes(node.type)) return { node, at: $from.before(depth) }
  }
  return undefined
}

function closestList(state: EditorState) {
  return above(state, nodes.bullet_list, nodes.ordered_list)
}
