import type { Completeness } from '#app/domain/practices/completeness.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { controlId } from './control.ts'
import { Link } from './link.tsx'

type Props = Completeness & {
  /** The page with the form, where this is not it. */
  edit?: string
}

/** For whoever writes it alone: what would help readers most of what is still empty, and where to add it. */
export function PracticeCompleteness({ filled, of, next, edit }: Props) {
  const { t } = useTranslation()
  if (next.length === 0) return <p className="muted">{t('practices.meter.whole')}</p>
  const label = t('practices.meter.label')
  return (
    <section className="practice-completeness" aria-label={t('practices.meter.title')}>
      <p className="practice-completeness-title">{t('practices.meter.title')}</p>
      <p className="muted">{t('practices.meter.lead')}</p>
      <ul>
        {next.map((field) => (
          <li key={field}>
            <ToField field={field} edit={edit} />
            <span>{t(`practices.meter.why.${field}`)}</span>
          </li>
        ))}
      </ul>
      <p className="practice-completeness-count">
        <meter min={0} max={of} value={filled} aria-label={label} />
        <span>{t('practices.meter.count', { filled, of })}</span>
      </p>
    </section>
  )
}

// On another page the part that holds the field is opened by the server; on this one by the browser.
function ToField({ field, edit }: { field: string; edit?: string }) {
  const { t } = useTranslation()
  const name = t(`practices.fields.${field}`)
  const target = `#${controlId(field)}`
  if (!edit) return <a href={target}>{name}</a>
  return <Link to={`${edit}?open=${field}${target}`}>{name}</Link>
}
