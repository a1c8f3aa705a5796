import type { Token, Tokens } from 'marked'
import type { Mark, Node } from 'prosemirror-model'
import { markdownTokens } from '#app/domain/text/bounded-lexer.ts'
import { withoutEntities } from './entities.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** How the blocks of a text were typed, for as long as nobody changes them. */
export type Sources = WeakMap<Node, string>

/**
 * Markdown as a document to edit, read by the parser that readers' pages are made with. Throws when
 * the text has something that a document cannot hold.
 */
export function parse(markdown: string, sources?: Sources) {
  const tokens = markdownTokens(markdown)
  // An address that is named elsewhere in the text does not stand in its block.
  const isAlone = !tokens.some(({ type }) => type === 'def')
  const top = tokens.flatMap((token) => {
    const found = blocks([token])
    const raw = token.raw.replace(/^\n+|\n+$/g, '')
    // Spaces before it are read otherwise where a list stands above.
    if (isAlone && found[0] && !/^\s/.test(raw)) sources?.set(found[0], raw)
    return found
  })
  return checked(nodes.doc.create(null, top.length ? top : [nodes.paragraph.create()]))
}

function blocks(tokens: Token[]): Node[] {
  const found: Node[] = []
  // Words of a tight list stand beside its blocks, not in a paragraph.
  let loose: Token[] = []
  for (const token of tokens) {
    if (token.type === 'checkbox') loose.push(token)
    else if (token.type === 'text') {
      found.push(nodes.paragraph.create(null, lines([...loose, ...inside(token)])))
      loose = []
    } else found.push(...block(token))
  }
  if (loose.length) found.push(nodes.paragraph.create(null, lines(loose)))
  return found
}

function block(token: Token): Node[] {
  const as = token as Tokens.Generic
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'paragraph':
      return [nodes.paragraph.create(null, lines(inside(token)))]
    case 'heading':
      return [nodes.heading.create({ level: as.depth as number }, lines(inside(token)))]
    case 'hr':
      return [nodes.horizontal_rule.create()]
    case 'code':
      return [code(token as Tokens.Code)]
    case 'blockquote':
      return [nodes.blockquote.create(null, some(blocks(inside(token))))]
    case 'list':
      return [list(token as Tokens.List)]
    case 'table':
      return [table(token as Tokens.Table)]
    default:
      throw new Error(`no place for ${token.type}`)
  }
}

function code({ text, lang = '' }: Tokens.Code) {
  const words = text.replace(/\n$/, '')
  return nodes.code_block.create({ info: lang }, words ? schema.text(words) : null)
}

function list({ ordered, start, loose, items }: Tokens.List) {
  const content = items.map(({ tokens }) => nodes.list_item.create(null, some(blocks(tokens))))
  if (!ordered) return nodes.bullet_list.create({ tight: !loose }, content)
  return nodes.ordered_list.create({ start: Number(start), tight: !loose }, content)
}

function table({ header, rows }: Tokens.Table) {
  const row = (cells: Tokens.TableCell[]) => {
    const made = cells.map(({ header, align, tokens }) =>
      (header ? nodes.table_header : nodes.table_cell).create({ align }, lines(tokens)),
    )
    return nodes.table_row.create(null, made)
  }
  return nodes.table.create(null, [header, ...rows].map(row))
}

// The spaces at the ends of a block are seen by nobody.
function lines(tokens: Token[]) {
  const found = inline(tokens, [])
  for (const [at, end] of [
    [0, /^[ \t]+/],
    [-1, /[ \t]+$/],
  ] as const) {
    const node = found.at(at)
    if (node?.isText && !marks.code.isInSet(node.marks) && end.test(node.text!)) {
      const left = node.text!.replace(end, '')
      found.splice(at, 1, ...(left ? [schema.text(left, node.marks)] : []))
    }
  }
  return found
}

function inline(tokens: Token[], under: readonly Mark[]): Node[] {
  return tokens.flatMap((token) => piece(token, under))
}

function piece(token: Token, under: readonly Mark[]): Node[] {
  const as = token as Tokens.Generic
  switch (token.type) {
    case 'text':
      return as.tokens ? inline(as.tokens, under) : words(as.text as string, under)
    case 'escape':
      return [schema.text(as.text as string, under)]
    case 'checkbox':
      return words(as.checked ? '[x] ' : '[ ] ', under)
    case 'br':
      return [nodes.hard_break.create(null, undefined, under)]
    case 'codespan':
      return as.text
        ? [schema.text(spaced(as.text as string), marks.code.create().addToSet(under))]
        : []
    case 'image':
      return [image(token as Tokens.Image, under)]
    case 'link':
      return inline(inside(token), link(token as Tokens.Link).addToSet(under))
    case 'strong':
    case 'em':
    case 'del':
      return inline(inside(token), marks[token.type].create().addToSet(under))
    default:
      throw new Error(`no place for ${token.type}`)
  }
}

function words(text: string, under: readonly Mark[]) {
  const shown = spaced(withoutEntities(text))
  return shown ? [schema.text(shown, under)] : []
}

// A single line break is a space to readers.
function spaced(text: string) {
  return text.replace(/ *\n\s*/g, ' ')
}

function link({ href, title }: Tokens.Link) {
  return marks.link.create({
    href: withoutEntities(href),
    title: title ? withoutEntities(title) : null,
  })
}

function image({ href, title, tokens }: Tokens.Image, under: readonly Mark[]) {
  const alt = inline(tokens, []).map(({ text, attrs }) => text ?? String(attrs.alt ?? ''))
  const attrs = { src: withoutEntities(href), alt: alt.join(''), title: title || null }
  return nodes.image.create(attrs, undefined, under)
}

function inside(token: Token) {
  return (token as Tokens.Generic).tokens ?? [{ type: 'text', raw: token.raw, text: token.raw }]
}

function some(found: Node[]) {
  return found.length ? found : [nodes.paragraph.create()]
}

function checked(doc: Node) {
  doc.check()
  return doc
}
