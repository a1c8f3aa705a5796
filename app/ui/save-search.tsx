import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'

type Props = {
  /** The search as it is kept. */
  query: string
  /** The id under which it is kept already. */
  saved?: string | null
}

/** Keeps a search for oneself, or forgets it again. */
export function SaveSearch({ query, saved }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  if (saved) {
    return (
      <form method="post" noValidate action={inLanguage(lang, `/searches/${saved}/remove`)}>
        <Button variant="secondary" small icon="close">
          {t('searches.remove')}
        </Button>
      </form>
    )
  }
  return (
    <form method="post" noValidate action={inLanguage(lang, '/searches')}>
      <input type="hidden" name="query" value={query} />
      <Button variant="secondary" small icon="bookmark">
        {t('searches.save')}
      </Button>
    </form>
  )
}
