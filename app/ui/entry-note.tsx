type Props = { note: string | null; note_lang: string | null }

/** Why something stands in a collection, in the words of whoever put it there. */
export function EntryNote({ note, note_lang }: Props) {
  if (!note) return null
  return (
    <div className="entry-note">
      <p lang={note_lang ?? undefined} dir="auto">
        {note}
      </p>
    </div>
  )
}
