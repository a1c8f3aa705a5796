import { useEffect, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'

// Said a moment after one stops, so that it is not read aloud with each letter.
const PAUSE = 600

/** How much room is left in a control, once little is; or how much of a text is too much. */
export function RoomLeft({ id, max }: { id: string; max: number }) {
  const { t } = useTranslation()
  const [left, setLeft] = useState(max)
  useEffect(() => {
    const area = document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => setLeft(max - area.value.length)
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(count, PAUSE)
    }
    // What came back because it is too long.
    if (area.value.length > max) count()
    area.addEventListener('input', typed)
    return () => {
      clearTimeout(timer)
      area.removeEventListener('input', typed)
    }
  }, [id, max])
  const said = left < 0 ? t('writing.over', { count: -left }) : t('writing.left', { count: left })
  return (
    <p className="field-counter" data-over={left < 0 || undefined} role="status">
      {left > max / 10 ? null : said}
    </p>
  )
}
