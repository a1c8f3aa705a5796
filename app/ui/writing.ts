/** A text area as it stands: its text, and what of it is selected. */
export type Written = { text: string; start: number; end: number }

/** What replaces the signs between two places, and what is selected after it. */
export type Edit = { from: number; to: number; insert: string; start: number; end: number }

const LISTED = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+/
const QUOTED = /^>\s?/
const HEADED = /^#{1,6}\s+/

type LineMark = { has: RegExp; put: (index: number) => string; drop: RegExp }

// What a mark drops first: a line is one kind of list, and one level of heading.
const LINE_MARKS = {
  list: { has: /^\s*[-*+]\s+/, put: () => '- ', drop: LISTED },
  numbers: { has: /^\s*\d{1,9}[.)]\s+/, put: (index) => `${index + 1}. `, drop: LISTED },
  quote: { has: QUOTED, put: () => '> ', drop: /^$/ },
  heading: { has: HEADED, put: () => '## ', drop: HEADED },
} satisfies Record<string, LineMark>

export type LineTool = keyof typeof LINE_MARKS

/** Makes what is selected strong, or plain again; without a selection, a word to write over. */
export function strong({ text, start, end }: Written, word: string): Edit {
  const chosen = text.slice(start, end)
  const inside = /^\*\*([^]+)\*\*$/.exec(chosen)?.[1]
  if (inside !== undefined) return replaced(start, end, inside, 0)
  if (chosen && text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**') {
    return replaced(start - 2, end + 2, chosen, 0)
  }
  const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(chosen) ?? []
  const from = start + before.length
  return replaced(from, end - after.length, `**${core || word}**`, 2)
}

/** Makes a link of what is selected, and selects what is still to be written of it. */
export function link({ text, start, end }: Written, words: { label: string }): Edit {
  const chosen = text.slice(start, end).trim()
  if (isAddress(chosen)) {
    const edit = replaced(start, end, `[${words.label}](${chosen})`, 0)
    return { ...edit, start: start + 1, end: start + 1 + words.label.length }
  }
  const label = chosen || words.label
  const edit = replaced(start, end, `[${label}](https://)`, 0)
  const address = start + label.length + 3
  if (chosen) return { ...edit, start: address, end: address + 'https://'.length }
  return { ...edit, start: start + 1, end: start + 1 + label.length }
}

/** An address that is pasted over words becomes their link; undefined when it is neither. */
export function linkOver({ text, start, end }: Written, pasted: string): Edit | undefined {
  const chosen = text.slice(start, end)
  if (!chosen.trim() || /[\n[\]]/.test(chosen) || isAddress(chosen.trim())) return undefined
  const address = pasted.trim()
  if (!isAddress(address)) return undefined
  const edit = replaced(start, end, `[${chosen}](${address})`, 0)
  return { ...edit, start: edit.end }
}

/** Makes the lines of the selection a list, a quotation or a heading, or plain lines again. */
export function marked({ text, start, end }: Written, tool: LineTool): Edit {
  const { has, put, drop } = LINE_MARKS[tool]
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = endOfLine(text, end > start && text[end - 1] === '\n' ? end - 1 : end)
  const lines = text.slice(from, to).split('\n')
  const full = lines.filter((line) => line.trim())
  const off = full.length > 0 && full.every((line) => has.test(line))
  let index = 0
  const done = lines.map((line) => {
    if (off) return line.replace(has, '')
    return line.trim() || lines.length === 1 ? put(index++) + line.replace(drop, '') : line
  })
  const insert = done.join('\n')
  if (off) return caretOrAll({ start, end }, { from, to, insert }, text)
  return caretOrAll({ start, end }, spaced(text, { from, to, insert }, has), text)
}

/** Puts a table of two columns where one writes, and selects its first heading. */
export function table({ text, end }: Written, words: { column: string; cell: string }): Edit {
  const { column, cell } = words
  const row = (one: string, other: string) => `| ${one} | ${other} |`
  const lines = [row(`${column} 1`, `${column} 2`), row('---', '---'), row(cell, cell)]
  const edit = block({ text, end }, lines.join('\n'))
  const at = edit.from + edit.insert.indexOf('|') + 2
  return { ...edit, start: at, end: at + `${column} 1`.length }
}

/** Puts a block of its own, such as an image, after what is selected. */
export function block({ text, end }: Pick<Written, 'text' | 'end'>, insert: string): Edit {
  const whole = spaced(text, { from: end, to: end, insert })
  const caret = whole.from + whole.insert.length
  return { ...whole, start: caret, end: caret }
}

/** What Enter does inside a list or a quotation; undefined when it is only a new line. */
export function continued({ text, start, end }: Written): Edit | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from, start)
  const found = /^(\s*)(?:([-*+])|(\d{1,9})([.)])|(>))(\s+)/.exec(line)
  if (start !== end || !found) return undefined
  const [mark, indent, bullet, number, sign, , gap] = found
  const stays = text.slice(start, endOfLine(text, start)).trim()
  if (line.length === mark.length && !stays) return replaced(from, start, '', 0)
  const next = number ? `${Number(number) + 1}${sign}` : (bullet ?? '>')
  const edit = replaced(start, end, `\n${indent}${next}${gap}`, 0)
  return { ...edit, start: edit.end }
}

/** Puts something in the place of words that stand in the text once, such as "uploading". */
export function instead({ text, start, end }: Written, words: string, insert: string) {
  const from = text.indexOf(words)
  if (from < 0) return undefined
  const moved = (at: number) => (at > from ? at + insert.length - words.length : at)
  return { from, to: from + words.length, insert, start: moved(start), end: moved(end) }
}

export function isAddress(text: string) {
  return /^(?:https?:\/\/|mailto:)[^\s<>()]+$/i.test(text)
}

function replaced(from: number, to: number, insert: string, edges: number): Edit {
  return { from, to, insert, start: from + edges, end: from + insert.length - edges }
}

type Change = Pick<Edit, 'from' | 'to' | 'insert'>

// An empty line on both sides, where there is text and it is not more of the same.
function spaced(text: string, change: Change, same?: RegExp): Change {
  const before = text.slice(0, change.from)
  const after = text.slice(change.to)
  const lineBefore = before.replace(/\n$/, '').split('\n').at(-1) ?? ''
  const lineAfter = after.replace(/^\n/, '').split('\n')[0] ?? ''
  const apart = (line: string) => line.trim() !== '' && !same?.test(line)
  const above = apart(lineBefore) ? missing(/\n*$/.exec(before)![0]) : ''
  const below = apart(lineAfter) ? missing(/^\n*/.exec(after)![0]) : ''
  return { ...change, insert: above + change.insert + below }
}

function missing(breaks: string) {
  return '\n'.repeat(Math.max(0, 2 - breaks.length))
}

// A caret stays in its place of the line; a selection becomes the lines that were changed.
function caretOrAll(chosen: Pick<Edit, 'start' | 'end'>, change: Change, text: string): Edit {
  const lead = /^\n*/.exec(change.insert)![0].length
  const first = change.from + lead
  if (chosen.start !== chosen.end) {
    return { ...change, start: first, end: change.from + change.insert.trimEnd().length }
  }
  const behind = text.slice(chosen.start, change.to).length
  const trail = /\n*$/.exec(change.insert)![0].length
  const caret = change.from + change.insert.length - trail - behind
  return { ...change, start: Math.max(first, caret), end: Math.max(first, caret) }
}

function endOfLine(text: string, from: number) {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
