import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'
import { SiteForm } from './site-form.tsx'

/** Takes back what was sent a moment ago: its words are in the form again. */
export function Unsend({ id }: { id: string }) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/unsend/${id}`}>
      <Button variant="secondary" small icon="reply">
        {t('posts.unsend')}
      </Button>
    </SiteForm>
  )
}
