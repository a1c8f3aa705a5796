import {
  block,
  continued,
  type Edit,
  instead,
  type LineTool,
  link,
  linkOver,
  marked,
  strong,
  table,
  type Written,
} from './writing.ts'
import { uploadImage } from './writing-upload.ts'

export type Tool = LineTool | 'strong' | 'link' | 'table'

/** The words that are put into a text for its writer to replace. */
export type WritingWords = Record<'strong' | 'link' | 'column' | 'cell' | 'image', string> & {
  uploading: (name: string) => string
}

export type Writing = {
  words: WritingWords
  /** Where images are sent; none are taken without it. */
  upload?: string
  /** Says how sending went: a locale key, or null when all is well. */
  tell: (key: string | null) => void
}

const IMAGE = /^image\/(?:png|jpeg|webp|gif)$/

/** Does what a button of the toolbar says. */
export function use(area: HTMLTextAreaElement, tool: Tool, words: WritingWords) {
  const written = read(area)
  if (tool === 'strong') apply(area, strong(written, words.strong))
  else if (tool === 'link') apply(area, link(written, { label: words.link }))
  else if (tool === 'table') apply(area, table(written, words))
  else apply(area, marked(written, tool))
}

/** Listens to what is typed, pasted and dropped; gives the way to stop. */
export function listen(area: HTMLTextAreaElement, writing: Writing) {
  const stop = new AbortController()
  const { signal } = stop
  area.addEventListener('keydown', (event) => pressed(event, area, writing), { signal })
  area.addEventListener('paste', (event) => pasted(event, area, writing), { signal })
  area.addEventListener('dragover', draggedOver, { signal })
  area.addEventListener('drop', (event) => dropped(event, area, writing), { signal })
  return () => stop.abort()
}

/** Sends images and puts each where one writes. */
export async function place(area: HTMLTextAreaElement, files: File[], writing: Writing) {
  const { words, upload = '', tell } = writing
  tell(null)
  for (const file of files) {
    const mark = `![${words.uploading(plainName(file.name))}]()`
    apply(area, block(read(area), mark))
    const sent = await uploadImage(upload, file)
    const done = 'path' in sent ? `![${altOf(file, words)}](${sent.path})` : ''
    const edit = instead(read(area), mark, done)
    if (edit) apply(area, edit)
    if ('error' in sent) tell(sent.error)
  }
}

function pressed(event: KeyboardEvent, area: HTMLTextAreaElement, { words }: Writing) {
  if (event.isComposing || event.altKey) return
  if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
    const edit = continued(read(area))
    if (edit) insteadOf(event, () => apply(area, edit))
    return
  }
  const tool = event.ctrlKey || event.metaKey ? shortcut(event) : undefined
  if (tool) insteadOf(event, () => use(area, tool, words))
}

// By the letter, else by the place of the key: on an Arabic keyboard there is no B.
function shortcut({ key, code, shiftKey }: KeyboardEvent): Tool | undefined {
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase()
  if (!shiftKey) return ({ b: 'strong', k: 'link' } as const)[letter]
  return ({ Digit7: 'numbers', Digit8: 'list', Digit9: 'quote' } as const)[code]
}

function pasted(event: ClipboardEvent, area: HTMLTextAreaElement, writing: Writing) {
  const data = event.clipboardData
  if (!data) return
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')]
  const over = linkOver(read(area), text)
  if (over) return insteadOf(event, () => apply(area, over))
  // A cell of a table comes with its picture as well: its words are what was meant.
  if (hasShape(html)) return insteadOf(event, () => void insertMarkdown(area, html, text))
  const images = imagesIn(data)
  if (images.length && writing.upload) {
    insteadOf(event, () => void place(area, images, writing))
  }
}

function draggedOver(event: DragEvent) {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

function dropped(event: DragEvent, area: HTMLTextAreaElement, writing: Writing) {
  const images = event.dataTransfer ? imagesIn(event.dataTransfer) : []
  if (images.length === 0) return
  // Without this the browser would leave the page, and the text, for the picture.
  insteadOf(event, () => {
    if (writing.upload) void place(area, images, writing)
    else writing.tell('writing.no_images')
  })
}

/** What an image is called before somebody describes it. */
export function altOf({ name }: File, { image }: WritingWords) {
  return /^image\.\w+$/.test(name) ? image : plainName(name).replace(/\.\w+$/, '')
}

async function insertMarkdown(area: HTMLTextAreaElement, html: string, text: string) {
  const markdown = await converted(html)
  const { start, end } = read(area)
  const insert = markdown ?? text
  const after = start + insert.length
  apply(area, { from: start, to: end, insert, start: after, end: after })
}

/**
 * HTML that is pasted, as Markdown. What reads it is fetched with the first paste that needs it;
 * without it the words alone remain.
 */
export async function converted(html: string) {
  try {
    const { markdownOf } = await import('./pasted-html.ts')
    return markdownOf(html)
  } catch {
    return undefined
  }
}

const SHAPED =
  /<(?:h[1-6]|[uo]l|li|table|blockquote|pre|strong|b|a\s[^>]*href|p\s[^>]*MsoListParagraph)\b/i
const BOLD = /font-weight:\s*(?:bold|[6-9]00)/i

/** Whether pasted HTML says more than its words. */
export function hasShape(html: string) {
  return SHAPED.test(html) || BOLD.test(html)
}

/** The images among what is pasted or dropped. */
export function imagesIn({ files }: DataTransfer) {
  return [...files].filter(({ type }) => IMAGE.test(type))
}

function insteadOf(event: Event, act: () => void) {
  event.preventDefault()
  act()
}

function read({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Written {
  return { text: value, start: selectionStart, end: selectionEnd }
}

/** Puts something in the place of a part of the text, and the caret after it. */
export function replace(area: HTMLTextAreaElement, edit: Pick<Edit, 'from' | 'to' | 'insert'>) {
  const end = edit.from + edit.insert.length
  apply(area, { ...edit, start: end, end })
}

// As if it were typed, so that the browser can undo it.
function apply(area: HTMLTextAreaElement, { from, to, insert, start, end }: Edit) {
  area.focus()
  area.setSelectionRange(from, to)
  const command = insert ? 'insertText' : 'delete'
  if ((from !== to || insert) && !document.execCommand(command, false, insert)) {
    area.setRangeText(insert, from, to, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(start, end)
}

function plainName(name: string) {
  return name.replace(/[[\]\\\n]/g, '')
}
