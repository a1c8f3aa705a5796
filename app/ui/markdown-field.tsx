import type { ComponentProps } from 'react'
import { SECTION_MAX } from '#app/domain/items/items.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { controlId } from './control.ts'
import { Field } from './field.tsx'
import { inLanguage } from './link.tsx'
import { WritingTools } from './writing-tools.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'multiline' | 'above' | 'below'>

/** A text that is Markdown: with the buttons for it. */
export function MarkdownField(field: Props) {
  const upload = inLanguage(useLang(), '/files/add')
  const id = controlId(field.name)
  return (
    <Field
      maxLength={SECTION_MAX}
      {...field}
      multiline
      above={<WritingTools id={id} upload={upload} />}
    />
  )
}
