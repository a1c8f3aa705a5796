import type { EditorState } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { useLayoutEffect, useRef, useState } from 'react'
import '../styles/rich-text.css'
import type { Tool, Writing } from '../writing-commands.ts'
import { linkAt } from './commands.ts'
import { openRichText, type RichText as Opened } from './editor.ts'
import { LinkPanel } from './link-panel.tsx'
import { RichReferences } from './rich-references.tsx'
import { TablePanel } from './table-panel.tsx'

type Props = {
  /** The id of the text area. */
  id: string
  writing: Writing
  /** Hands over what the toolbar works with, and null when it is no longer there. */
  open: (editor: Opened | null) => void
  active: (tools: Tool[]) => void
  refused: () => void
}

/** A text with its formatting shown, in the place of the text area. */
export function RichText({ id, writing, open, active, refused }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Opened | null>(null)
  const [state, setState] = useState<EditorState>()
  const [asks, setAsks] = useState(false)

  // Before the page is changed: what is to be closed still has the caret then.
  useLayoutEffect(() => {
    const area = document.getElementById(id)
    if (!(area instanceof HTMLTextAreaElement) || !host.current) return
    const changed = (next: EditorState, tools: Tool[]) => {
      setState(next)
      active(tools)
    }
    const askForLink = () => setAsks(true)
    const opened = openRichText({ area, host: host.current, writing, changed, askForLink, refused })
    if (!opened) return refused()
    setEditor(opened)
    open(opened)
    return () => {
      open(null)
      active([])
      opened.close()
    }
  }, [id, writing, open, active, refused])

  return (
    <>
      {asks && editor && state ? (
        <LinkPanel {...{ editor, state }} link={linkAt(state)} close={() => setAsks(false)} />
      ) : null}
      {editor && state && isInTable(state) ? <TablePanel editor={editor} /> : null}
      {editor && state ? <RichReferences {...{ editor, state }} /> : null}
      <div ref={host} />
    </>
  )
}
