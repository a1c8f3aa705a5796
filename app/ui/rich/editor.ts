import { history } from 'prosemirror-history'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { uploadImage } from '../writing-upload.ts'
import { altOf, imagesIn, type Tool, type Writing } from '../writing-commands.ts'
import { offsetIn, placeIn } from './caret.ts'
import { activeTools, commandOf } from './commands.ts'
import { directions } from './directions.ts'
import { keys, typedSigns } from './keys.ts'
import { opened } from './lossless.ts'
import { inOrder, withRoom } from './order.ts'
import { pasted } from './pasting.ts'
import { schema } from './schema.ts'
import { serialize } from './serialize.ts'
import { standInFor } from './stand-in.ts'

type Around = {
  area: HTMLTextAreaElement
  host: HTMLElement
  writing: Writing
  /** Called after each change, with what the buttons should show. */
  changed: (state: EditorState, active: Tool[]) => void
  askForLink: () => void
  /** Called when the text was changed from outside to one that cannot be shown. */
  refused: () => void
}

export type RichText = {
  /** What one types into. */
  field: HTMLElement
  /** How far below the top of what the field stands in the line with the caret ends, in pixels. */
  lineEnd: () => number
  use: (tool: Tool) => void
  run: (command: Command) => void
  place: (files: File[]) => Promise<void>
  close: () => void
}

/**
 * Opens a text in the place of its text area, which goes on being the field of the form: every
 * change is written into it as Markdown. Gives nothing when the text would not survive that.
 */
export function openRichText(around: Around): RichText | undefined {
  const { area, host, writing } = around
  const sources = new WeakMap()
  const plugins = pluginsFor(around)
  const stateOf = (markdown: string) => {
    const doc = opened(markdown, sources)
    return doc && EditorState.create({ doc: withRoom(doc), plugins })
  }
  const state = stateOf(area.value)
  if (!state) return undefined

  let written = area.value
  const view: EditorView = new EditorView(host, {
    state,
    dispatchTransaction(tr) {
      const next = view.state.apply(tr)
      if (tr.docChanged && !write(serialize(next.doc, sources))) return
      view.updateState(next)
      around.changed(next, activeTools(next))
    },
    handlePaste: (_, event) => pasted(view, event, (files) => void place(files)),
    handleDrop: (_, event) => dropped(event, (files) => void place(files)),
  })
  const standIn = standInFor(area, view, () => {
    if (area.value === written) return
    written = area.value
    const other = stateOf(written)
    if (other) view.updateState(other)
    else around.refused()
  })
  around.changed(state, activeTools(state))
  if (standIn.hadFocus) view.dispatch(view.state.tr.setSelection(caretOf(area, view.state)))
  if (standIn.hadFocus) view.focus()
  return { field: view.dom, lineEnd, use, run, place, close }

  function write(markdown: string) {
    const isTooLong = markdown.length > Number(area.dataset.most ?? Infinity)
    if (isTooLong && markdown.length > written.length) {
      writing.tell('writing.rich.too_long')
      return false
    }
    written = markdown
    area.value = markdown
    area.dispatchEvent(new Event('input', { bubbles: true }))
    return true
  }

  function run(command: Command) {
    command(view.state, view.dispatch, view)
    view.focus()
  }

  function lineEnd() {
    const { top } = host.getBoundingClientRect()
    return host.offsetTop + view.coordsAtPos(view.state.selection.head).bottom - top
  }

  function use(tool: Tool) {
    if (tool === 'link') around.askForLink()
    else run(commandOf(tool, writing.words))
  }

  async function place(files: File[]) {
    writing.tell(null)
    for (const file of files) {
      const sent = await uploadImage(writing.upload ?? '', file)
      if ('error' in sent) writing.tell(sent.error)
      else {
        const attrs = { src: sent.path, alt: altOf(file, writing.words) }
        view.dispatch(view.state.tr.replaceSelectionWith(schema.nodes.image.create(attrs)))
      }
    }
  }

  function close() {
    const { head } = view.state.selection
    const offset = offsetIn(view.state.doc, head, area.value)
    const hadFocus = view.hasFocus()
    view.destroy()
    standIn.end()
    area.setSelectionRange(offset, offset)
    if (hadFocus) area.focus()
  }
}

function pluginsFor({ writing, askForLink }: Around) {
  const ask: Command = () => {
    askForLink()
    return true
  }
  return [
    typedSigns(),
    ...keys(writing.words, ask),
    history(),
    tableEditing(),
    inOrder(),
    directions(),
  ]
}

function caretOf({ value, selectionStart }: HTMLTextAreaElement, { doc }: EditorState) {
  return TextSelection.near(doc.resolve(placeIn(doc, value, selectionStart)))
}

function dropped(event: DragEvent, place: (files: File[]) => void) {
  const images = event.dataTransfer ? imagesIn(event.dataTransfer) : []
  if (images.length === 0) return false
  event.preventDefault()
  place(images)
  return true
}
