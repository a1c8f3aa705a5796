import type { EditorState } from 'prosemirror-state'
import { nameAtEnd, References } from '../references.tsx'
import { putReference } from './commands.ts'
import type { RichText } from './editor.ts'

type Props = { editor: RichText; state: EditorState }

/** Whom and what a text names, while its formatting is shown. */
export function RichReferences({ editor, state }: Props) {
  const typed = typedIn(state)
  return (
    <References
      field={editor.field}
      typed={typed}
      put={({ markdown }) => editor.run(putReference(markdown, typed.length))}
      lineEnd={editor.lineEnd}
    />
  )
}

function typedIn({ selection: { empty, $head } }: EditorState) {
  const isCode = $head.parent.type.spec.code
  return empty && !isCode
    ? nameAtEnd($head.parent.textBetween(0, $head.parentOffset, '\n', ' '))
    : ''
}
