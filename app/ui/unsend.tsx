import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'

/** Takes back what was sent a moment ago: its words are in the form again. */
export function Unsend({ id }: { id: string }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <Form method="post" action={inLanguage(lang, `/unsend/${id}`)}>
      <Button variant="secondary" small icon="reply">
        {t('posts.unsend')}
      </Button>
    </Form>
  )
}
