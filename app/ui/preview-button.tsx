import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'

/** Where the preview stands. Other answers stand at the top, and the browser goes to what is wrong. */
export const PREVIEW = 'preview'

/** Shows a practice, or a version of it, as it will be read, and goes there. */
export function PreviewButton() {
  const { t } = useTranslation()
  return (
    <Button
      name="intent"
      value="preview"
      variant="secondary"
      icon="book"
      formAction={`#${PREVIEW}`}
    >
      {t('practices.form.preview')}
    </Button>
  )
}
