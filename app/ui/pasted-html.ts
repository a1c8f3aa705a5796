import Turndown from 'turndown'

// Signs that no text has, to tell the cells and rows of a table apart until it is whole.
const [CELL, ROW] = ['\ue000', '\ue001']

/** HTML from a word processor or a page, as the Markdown that looks like it here. */
export function markdownOf(html: string) {
  const source = html.replaceAll(CELL, '').replaceAll(ROW, '')
  return reader()
    .turndown(source)
    .replace(/^[ \u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function reader() {
  const turndown = new Turndown({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  })
  turndown.remove(['style', 'script', 'title', 'noscript', 'template'])
  turndown.addRule('wordItem', { filter: isWordItem, replacement: wordItem })
  turndown.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, node) => heading(content, node as HTMLElement),
  })
  turndown.addRule('item', { filter: 'li', replacement: (content, node) => item(content, node) })
  turndown.addRule('weight', { filter: isWeighed, replacement: weight })
  turndown.addRule('struck', {
    filter: ['s', 'del'],
    replacement: (content) => (content.trim() ? `~~${content}~~` : content),
  })
  turndown.addRule('address', { filter: 'a', replacement: address })
  turndown.addRule('picture', { filter: 'img', replacement: picture })
  turndown.addRule('cell', { filter: ['td', 'th'], replacement: cell })
  turndown.addRule('row', { filter: 'tr', replacement: (content) => content + ROW })
  turndown.addRule('table', { filter: 'table', replacement: table })
  // The last rule that fits is the one that is used.
  turndown.addRule('wordMarker', { filter: isWordMarker, replacement: () => '' })
  return turndown
}

type Of<T extends HTMLElement = HTMLElement> = (node: T) => boolean

const isWordMarker: Of = (node) => /mso-list:\s*ignore/i.test(styleOf(node))

const isWordItem: Of = (node) => node.nodeName === 'P' && /mso-list:\s*l\d/i.test(styleOf(node))

// Word draws the sign of an item as text, and its depth as a number.
function wordItem(content: string, node: Node) {
  const words = content.trim().replace(/\s*\n\s*/g, ' ')
  const depth = Number(/level(\d)/i.exec(styleOf(node as HTMLElement))?.[1] ?? 1)
  const sign = /^\s*[\p{L}\p{N}]{1,3}[.)\-ـ]/u.test(node.textContent ?? '') ? '1.' : '-'
  return `\n${'   '.repeat(depth - 1)}${sign} ${words}\n`
}

function heading(content: string, { nodeName }: HTMLElement) {
  const words = content.replaceAll('**', '').replace(/\s+/g, ' ').trim()
  return words ? `\n\n${'#'.repeat(Number(nodeName.charAt(1)))} ${words}\n\n` : ''
}

function item(content: string, node: Node) {
  const list = node.parentNode as HTMLElement | null
  const items = [...(list?.childNodes ?? [])].filter(({ nodeName }) => nodeName === 'LI')
  const first = Number(list?.getAttribute('start') ?? 1)
  const sign = list?.nodeName === 'OL' ? `${first + items.indexOf(node as ChildNode)}. ` : '- '
  const words = content.trim().replace(/\n{2,}(?=\s*(?:[-*]|\d+\.) )/g, '\n')
  return `${sign}${words.replace(/\n(?=.)/g, `\n${' '.repeat(sign.length)}`)}\n`
}

const isWeighed: Of = (node) => /^(?:B|STRONG|SPAN)$/.test(node.nodeName)

function weight(content: string, node: Node) {
  const element = node as HTMLElement
  const given = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(styleOf(element))?.[1] ?? ''
  const named = /^(?:B|STRONG)$/.test(element.nodeName) && !/^(?:normal|400)$/i.test(given)
  const isStrong = named || /^(?:bold|[6-9]00)$/i.test(given)
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(content) ?? []
  if (!isStrong || !words || words.includes('**') || /\n\s*\n/.test(words)) return content
  return `${before}**${words}**${after}`
}

// Marks inside a document and files of one's own computer lead nowhere from here.
function address(content: string, node: Node) {
  const href = (node as HTMLElement).getAttribute('href')?.trim() ?? ''
  const label = content.trim()
  if (!label || !/^(?:https?|mailto):[^\s]+$/i.test(href)) return content
  const plain = label.replace(/\\([_*.-])/g, '$1')
  if (plain === href || `mailto:${plain}` === href) return plain
  return `[${label.replace(/\s*\n\s*/g, ' ')}](${href.replace(/[()]/g, encodeParenthesis)})`
}

function encodeParenthesis(sign: string) {
  return sign === '(' ? '%28' : '%29'
}

// Pictures elsewhere become links where they are shown; those of one's own computer are lost.
function picture(_: string, node: Node) {
  const src = (node as HTMLElement).getAttribute('src') ?? ''
  const alt = ((node as HTMLElement).getAttribute('alt') ?? '').replace(/[[\]\\\n]/g, '')
  return /^https?:[^\s()]+$/i.test(src) ? `![${alt}](${src})` : ''
}

function cell(content: string, node: Node) {
  const span = Number((node as HTMLElement).getAttribute('colspan')) || 1
  return content.trim() + CELL.repeat(Math.min(span, 20))
}

function table(content: string) {
  const rows = content
    .split(ROW)
    .slice(0, -1)
    .map((row) =>
      row
        .split(CELL)
        .slice(0, -1)
        .map((words) => words.trim()),
    )
  const width = Math.max(0, ...rows.map((row) => row.length))
  // A table of one column is how pages and mails are laid out.
  if (width < 2) return `\n\n${rows.flat().filter(Boolean).join('\n\n')}\n\n`
  const [head = '', ...lines] = rows.map((row) => {
    return `| ${Array.from({ length: width }, (_, at) => inCell(row[at] ?? '')).join(' | ')} |`
  })
  const rule = `|${' --- |'.repeat(width)}`
  return `\n\n${[head, rule, ...lines].join('\n')}\n\n`
}

function inCell(words: string) {
  return words.replace(/ *\n\s*/g, ' ').replaceAll('|', '\\|')
}

function styleOf(node: HTMLElement) {
  return node.getAttribute?.('style') ?? ''
}
