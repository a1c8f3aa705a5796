import { Slice } from 'prosemirror-model'
import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { converted, hasShape, imagesIn } from '../writing-commands.ts'
import { isAddress } from '../writing.ts'
import { setLink } from './commands.ts'
import { parse } from './parse.ts'

/** Takes what is pasted by the same rules as the plain text area; true when it has done so. */
export function pasted(view: EditorView, event: ClipboardEvent, place: (files: File[]) => void) {
  const data = event.clipboardData
  if (!data) return false
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')]
  const { selection } = view.state
  if (!selection.empty && isAddress(text.trim()))
    return setLink(text, '')(view.state, view.dispatch)
  if (text && isOneLine(view)) return insertWords(view, text.replace(/\s+/g, ' '))
  // Cut and pasted in here, nothing has to be translated.
  if (html.includes('data-pm-slice')) return false
  if (hasShape(html)) {
    void converted(html).then((markdown) => insert(view, markdown, text))
    return true
  }
  const images = imagesIn(data)
  if (images.length) {
    place(images)
    return true
  }
  return html !== '' && view.pasteText(text, event)
}

function insert(view: EditorView, markdown: string | undefined, text: string) {
  try {
    const { content } = parse(markdown ?? '')
    if (markdown)
      view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView())
    else view.pasteText(text)
  } catch {
    view.pasteText(text)
  }
}

function isOneLine({ state }: EditorView) {
  return isInTable(state) || state.selection.$from.parent.type.name === 'heading'
}

function insertWords(view: EditorView, words: string) {
  view.dispatch(view.state.tr.insertText(words).scrollIntoView())
  return true
}
