import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'

type Props = {
  label: string
  /** What it is about, for who hears the button alone. */
  about: string | null
  name?: string
  value?: string
  /** A path without language; else this very page. */
  action?: string
}

/** A form that throws something away for good: its button opens, and asks once more. */
export function ConfirmButton({ label, about, name, value, action }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const words = (
    <>
      {label} <span className="visually-hidden">{about}</span>
    </>
  )
  return (
    <details className="confirm">
      <summary className="button button-quiet button-small">{words}</summary>
      <form
        method="post"
        noValidate
        action={action && inLanguage(lang, action)}
        className="stack card"
      >
        <p>{t('forms.for_good')}</p>
        <div>
          <Button variant="danger" small name={name} value={value}>
            {words}
          </Button>
        </div>
      </form>
    </details>
  )
}
