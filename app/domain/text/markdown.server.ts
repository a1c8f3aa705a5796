import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { ALLOWED } from './allow-list.server.ts'
import { markdownToHtml } from './bounded-lexer.ts'
import { directionInside, giveDirections } from './direction.ts'
import { frenchMarks } from './french-marks.ts'
import { imagesFromElsewhere, linkManners } from './links.server.ts'
import { handleOf, mentionLinks } from './mentions.ts'
import { type Change, change } from './tree.ts'

/** Kept beside stored HTML. Raise it with any change to what `renderMarkdown` gives. */
export const RENDERER = 3

/**
 * Markdown as safe HTML: what a person wrote, ready to be put in a page. Takes its language, where one
 * is known, whose marks stay with their words. Never throws.
 */
export function renderMarkdown(source: string, lang?: string) {
  const tree = safeTree(source)
  const marks = lang === 'fr' ? [frenchMarks] : []
  for (const by of [lazyImages, mentionLinks, directionInside, ...marks]) change(tree, by)
  giveDirections(tree)
  return toHtml(tree)
}

/** The handles a text mentions, each once, in the order they first appear. */
export function mentions(source: string) {
  // Most texts have neither the sign nor what may stand for it, and are not taken apart.
  if (!/[@&]/.test(source)) return []
  const handles = new Set<string>()
  change(change(safeTree(source), mentionLinks), (node) => {
    const handle = node.type === 'element' && node.tagName === 'a' ? handleOf(node) : undefined
    if (handle) handles.add(handle)
    return undefined
  })
  return [...handles]
}

/** The words alone, one line a block: for excerpts, the search index and mails. */
export function plainText(source: string) {
  const text = isPlain(source) ? source.replace(ONE_BREAK, ' ') : wordsOf(source)
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/** The first words of a text, in one line: for descriptions of a page. */
export function firstWords(source: string) {
  return plainText(source.slice(0, 320)).replace(/\s+/g, ' ').slice(0, 160)
}

// Most replies and summaries are paragraphs without a mark. That those say what they say needs no
// parser, which takes twenty times as long: an index of a large forum is made of little else.
function isPlain(source: string) {
  return PLAIN.test(source) && !/ {2}\n|:\/\/|www\./i.test(source)
}

const LINE = `[\\p{L}«“][\\p{L}\\p{M}\\p{N} .,;:!?'’"«»“”()…%–—،؛؟\u00a0\u202f/-]*`
const PLAIN = new RegExp(`^${LINE}(?:\\n+${LINE})*\\n*$`, 'u')
const ONE_BREAK = /(?<!\n)\n(?!\n)/g

// Most others have paragraphs, lists and emphasis: tags that nothing cleans or changes. Their words need
// no tree, which takes longer to build than all the rest.
function wordsOf(source: string) {
  const html = markdownToHtml(source)
  if (NOT_SIMPLE.test(html)) return words(safe(html))
  return html
    .replace(/\n/g, ' ')
    .replace(EMPHASIS, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(?:lt|gt|quot|amp|#39);/g, (escaped) => ESCAPED[escaped]!)
}

const EMPHASIS = /<\/?(?:strong|em|del)>/g
const NOT_SIMPLE =
  /<(?!\/?(?:p|ul|ol|li|h[1-6]|blockquote|strong|em|del)>)|&(?!(?:lt|gt|quot|amp|#39);)|\0/
const ESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" } // prettier-ignore

function safeTree(source: string) {
  return safe(markdownToHtml(source))
}

function safe(html: string) {
  const tree = fromHtml(html, { fragment: true })
  for (const by of [imagesFromElsewhere, lowerHeadings]) change(tree, by)
  return change(sanitize(tree, ALLOWED) as Root, linkManners)
}

// The page has its own h1 and h2; what people write starts below them.
const lowerHeadings: Change = (node) => {
  const level = node.type === 'element' ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined
  if (level) (node as Element).tagName = `h${Math.min(Number(level) + 2, 5)}`
  return undefined
}

const lazyImages: Change = (node) => {
  if (node.type !== 'element' || node.tagName !== 'img') return undefined
  node.properties = { ...node.properties, alt: node.properties.alt ?? '', loading: 'lazy' }
  return undefined
}

const IN_LINE = ['a', 'strong', 'em', 'del', 'code']

function words(node: Root | RootContent, within = ''): string {
  if (node.type === 'text') return within === 'pre' ? node.value : node.value.replace(/\n/g, ' ')
  if (node.type !== 'element') return 'children' in node ? joined(node, within) : ''
  if (node.tagName === 'img') return String(node.properties.alt ?? '')
  if (IN_LINE.includes(node.tagName)) return joined(node, within)
  if (node.tagName === 'td' || node.tagName === 'th') return `${joined(node, within)} `
  return `\n${joined(node, node.tagName === 'pre' ? 'pre' : within)}\n`
}

function joined({ children }: Root | Element, within: string) {
  return (children as RootContent[]).map((child) => words(child, within)).join('')
}
