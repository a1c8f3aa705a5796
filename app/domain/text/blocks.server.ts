import type { Element, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { directionOf } from './direction.ts'
import { textIn } from './tree.ts'

export type Direction = 'rtl' | 'ltr'

/** Letters that look and lead alike; a line break among them is one on paper. */
export type Run = { text: string; href?: string } & Partial<Record<Mark, true>>

export type Line = { dir: Direction; runs: Run[] }

/** What a text is made of, for whatever draws it without HTML. */
export type Block =
  | (Line & { as: 'paragraph' })
  | (Line & { as: 'heading'; level: 1 | 2 | 3 })
  | { as: 'list'; dir: Direction; start: number | null; items: Block[][] }
  | { as: 'quote'; dir: Direction; blocks: Block[] }
  | { as: 'code'; dir: Direction; lines: string[] }
  | { as: 'table'; dir: Direction; head: Line[]; rows: Line[][] }
  | { as: 'rule' }

type Looks = Omit<Run, 'text'>
type Mark = 'strong' | 'em' | 'del' | 'code'
type Node = RootContent | Element['children'][number]
type Around = { dir: Direction; base: string; depth: number; left: { cells: number } }

// A sheet is too narrow for more, and what draws it may not go down without end.
const DEEPEST = 6
const IN_LINE = ['a', 'strong', 'em', 'del', 'code', 'img', 'br', 'bdi']
// Each is drawn by itself; the rows of larger tables stand one below the other.
const MOST_CELLS = 1_000
const LAST_NUMBER = 1_000_000
const LONGEST_ADDRESS = 2_000

/**
 * The HTML that `renderMarkdown` gave, as blocks. Takes the direction of what has no letter to tell it,
 * and the address that links begin from, which are whole afterwards.
 */
export function blocksOf(html: string, around: Omit<Around, 'depth' | 'left'>): Block[] {
  const whole = { ...around, depth: 0, left: { cells: MOST_CELLS } }
  return blocksIn(fromHtml(html, { fragment: true }).children, whole)
}

// Items of a short list hold their words without a paragraph around them.
function blocksIn(nodes: Node[], around: Around): Block[] {
  const blocks: Block[] = []
  let words: Node[] = []
  for (const node of nodes) {
    if (isInLine(node)) words.push(node)
    else {
      blocks.push(...paragraph(words, around), ...blockOf(node as Element, around))
      words = []
    }
  }
  return [...blocks, ...paragraph(words, around)]
}

function isInLine(node: Node) {
  return node.type !== 'element' || IN_LINE.includes(node.tagName)
}

function paragraph(nodes: Node[], around: Around): Block[] {
  const line = lineOf(nodes, around)
  return line.runs.length ? [{ as: 'paragraph', ...line }] : []
}

function blockOf(node: Element, around: Around): Block[] {
  const { tagName, children } = node
  const told = directionOf(textIn(node)) ?? around.dir
  const inside = { ...around, dir: told, depth: around.depth + 1 }
  const { dir } = inside
  if (tagName === 'hr') return [{ as: 'rule' }]
  if (tagName === 'pre') return [{ as: 'code', dir, lines: linesOf(node) }]
  if (tagName === 'table') return tableOf(node, inside)
  if (around.depth >= DEEPEST) return blocksIn(children, around)
  if (tagName === 'ul' || tagName === 'ol') return [listOf(node, inside)]
  if (tagName === 'blockquote') return [{ as: 'quote', dir, blocks: blocksIn(children, inside) }]
  if (!/^h[3-5]$/.test(tagName)) return blocksIn(children, around)
  const level = (Number(tagName[1]) - 2) as 1 | 2 | 3
  const line = lineOf(children, around)
  return line.runs.length ? [{ as: 'heading', level, ...line }] : []
}

function listOf({ tagName, properties, children }: Element, inside: Around): Block {
  const first = Math.min(Number(properties.start ?? 1) || 0, LAST_NUMBER)
  const start = tagName === 'ol' ? first : null
  const items = elements(children).map((item) => blocksIn(item.children, inside))
  return { as: 'list', dir: inside.dir, start, items }
}

function tableOf(table: Element, inside: Around): Block[] {
  const { dir, left } = inside
  const rows = (part: string) =>
    elements(table.children)
      .filter(({ tagName }) => tagName === part)
      .flatMap(({ children }) => elements(children))
      .map((row) => elements(row.children).map((cell) => lineOf(cell.children, inside)))
  const [head = []] = rows('thead')
  const body = rows('tbody')
  left.cells -= head.length * (body.length + 1)
  if (left.cells >= 0) return [{ as: 'table', dir, head, rows: body }]
  return [head, ...body].map((row) => ({ as: 'paragraph', dir, runs: row.flatMap(beside) }))
}

function beside({ runs }: Line, at: number): Run[] {
  return at === 0 ? runs : [{ text: ' · ' }, ...runs]
}

function linesOf(pre: Element) {
  return textIn(pre).replace(/\n$/, '').split('\n')
}

function elements(nodes: Node[]) {
  return nodes.filter((node): node is Element => node.type === 'element')
}

function lineOf(nodes: Node[], { dir, base }: Around): Line {
  const runs = trimmed(nodes.flatMap((node) => runsIn(node, base, {})))
  return { dir: directionOf(runs.map(({ text }) => text).join('')) ?? dir, runs }
}

function runsIn(node: Node, base: string, marks: Looks): Run[] {
  if (node.type === 'text') return [{ ...marks, text: node.value.replace(/[ \t\r\n]+/g, ' ') }]
  if (node.type !== 'element') return []
  const { tagName, properties, children } = node
  if (tagName === 'br') return [{ text: '\n' }]
  if (tagName === 'img') return [pictureOf(node, base, marks)]
  const more = tagName === 'a' ? leadsTo(properties.href, base) : markOf(tagName)
  return children.flatMap((child) => runsIn(child, base, { ...marks, ...more }))
}

// Its words, which lead to it.
function pictureOf({ properties }: Element, base: string, marks: Looks): Run {
  const src = String(properties.src)
  const text = String(properties.alt ?? '').trim() || (src.split('/').at(-1) ?? src)
  return { ...leadsTo(src, base), ...marks, text: `[${text}]` }
}

function leadsTo(to: unknown, base: string) {
  const address = String(to)
  const href = URL.canParse(address, base) ? new URL(address, base).href : ''
  return href && href.length <= LONGEST_ADDRESS ? { href } : {}
}

function markOf(tagName: string) {
  return ['strong', 'em', 'del', 'code'].includes(tagName) ? { [tagName]: true as const } : {}
}

// What only keeps the lines of the source apart is no text.
function trimmed(runs: Run[]) {
  const isBlank = ({ text }: Run) => !/[^ \n]/.test(text)
  const from = runs.findIndex((run) => !isBlank(run))
  const to = runs.findLastIndex((run) => !isBlank(run))
  return from < 0 ? [] : runs.slice(from, to + 1).filter(({ text }) => text)
}
