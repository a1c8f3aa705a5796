import type { Node } from 'prosemirror-model'
import { inlineMarkdown } from './inline.ts'
import type { Align } from './schema.ts'
import type { Sources } from './parse.ts'

/** A document as Markdown; blocks that nobody changed as they were typed. */
export function serialize(doc: Node, sources?: Sources) {
  return blocks(doc, (node) => sources?.get(node))
}

type Known = (node: Node) => string | undefined

function blocks(parent: Node, known: Known = () => undefined, isTight = false) {
  let written = ''
  let before: Node | undefined
  let isOther = false
  parent.forEach((node) => {
    if (isEmpty(node)) return
    // A list right after one of its kind would go on with it, but for another sign.
    isOther = before?.type === node.type && !isOther
    const gap = isTight && before && mayFollow(before, node) ? '\n' : '\n\n'
    written += (before ? gap : '') + ((isOther ? undefined : known(node)) ?? block(node, isOther))
    before = node
  })
  return written
}

// In a tight list an empty line would set its items apart.
function mayFollow(before: Node, { type, attrs }: Node) {
  if (['heading', 'code_block'].includes(before.type.name)) return true
  if (!['paragraph', 'blockquote'].includes(before.type.name)) return false
  if (type === before.type) return false
  if (type.name === 'ordered_list') return attrs.start === 1
  return ['bullet_list', 'code_block', 'blockquote', 'heading'].includes(type.name)
}

// Markdown has no empty paragraph: it is where one is about to write.
function isEmpty(node: Node) {
  return node.type.name === 'paragraph' && !inlineMarkdown(node)
}

function block(node: Node, isOther = false): string {
  switch (node.type.name) {
    case 'heading':
      return `${'#'.repeat(node.attrs.level as number)} ${heading(node)}`.trim()
    case 'blockquote':
      return prefixed(blocks(node), '> ', '> ')
    case 'code_block':
      return code(node)
    case 'horizontal_rule':
      // Unlike the others it can stand behind the sign of an item.
      return '___'
    case 'bullet_list':
      return list(node, () => (isOther ? '* ' : '- '))
    case 'ordered_list':
      return list(node, (index) => `${(node.attrs.start as number) + index}${isOther ? ')' : '.'} `)
    case 'table':
      return table(node)
    default:
      return inlineMarkdown(node)
  }
}

// Signs at the end would be taken for the closing ones.
function heading(node: Node) {
  return inlineMarkdown(node).replace(/(^|\s)(#+)$/, '$1\\$2')
}

function code({ textContent, attrs }: Node) {
  const info = attrs.info as string
  const sign = info.includes('`') ? '~' : '`'
  const runs = textContent.match(/`+|~+/g) ?? []
  const fence = sign.repeat(Math.max(2, ...runs.map(({ length }) => length)) + 1)
  return `${fence}${info.replace(/[\\`*_&]/g, '\\$&')}\n${textContent ? `${textContent}\n` : ''}${fence}`
}

function list(node: Node, sign: (index: number) => string) {
  const items: string[] = []
  const isTight = node.attrs.tight as boolean
  node.forEach((item, _, index) => {
    const mark = sign(index)
    const words = blocks(item, undefined, isTight)
    items.push(prefixed(words, mark, ' '.repeat(mark.length)).trimEnd())
  })
  return items.join(isTight ? '\n' : '\n\n')
}

function prefixed(words: string, first: string, rest: string) {
  const [head, ...lines] = words.split('\n')
  return [first + head, ...lines.map((line) => (line ? rest + line : rest.trimEnd()))].join('\n')
}

const RULES = { left: ':---', center: ':---:', right: '---:' }

function table(node: Node) {
  const rows: string[] = []
  node.forEach((row) => {
    const cells: string[] = []
    row.forEach((cell) => cells.push(inlineMarkdown(cell).replaceAll('|', '\\|')))
    rows.push(`| ${cells.join(' | ')} |`)
  })
  const rules: string[] = []
  node.firstChild?.forEach(({ attrs }) => {
    const align = attrs.align as Align
    rules.push(align ? RULES[align] : '---')
  })
  return [rows[0], `| ${rules.join(' | ')} |`, ...rows.slice(1)].join('\n')
}
