import { type ComponentProps, useEffect, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { SECTION_MAX } from '#app/domain/items/items.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { controlId } from './control.ts'
import { Field } from './field.tsx'
import { inLanguage } from './link.tsx'
import { WritingTools } from './writing-tools.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'multiline' | 'above' | 'below'>

/** A text that is Markdown: the buttons for it, and how much room is left once little is. */
export function MarkdownField(field: Props) {
  const upload = inLanguage(useLang(), '/files/add')
  const id = controlId(field.name)
  return (
    <Field
      {...field}
      multiline
      above={<WritingTools id={id} upload={upload} />}
      below={<RoomLeft id={id} max={field.maxLength ?? SECTION_MAX} />}
    />
  )
}

// Said a moment after one stops, so that it is not read aloud with each letter.
const PAUSE = 600

function RoomLeft({ id, max }: { id: string; max: number }) {
  const { t } = useTranslation()
  const [left, setLeft] = useState(max)
  useEffect(() => {
    const area = document.getElementById(id)
    if (!(area instanceof HTMLTextAreaElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setLeft(max - area.value.length), PAUSE)
    }
    area.addEventListener('input', typed)
    return () => {
      clearTimeout(timer)
      area.removeEventListener('input', typed)
    }
  }, [id, max])
  return (
    <p className="field-counter" role="status">
      {left > max / 10 ? null : t('writing.left', { count: Math.max(0, left) })}
    </p>
  )
}
