import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { RemoveChip } from './chip.tsx'
import { Icon } from './icon.tsx'
import { inLanguage, Link } from './link.tsx'
import { type Option, SelectField } from './select-field.tsx'

type Filter = { name: string; label: string; value?: string; empty: string; options: Option[] }

type Props = {
  /** A path without language. */
  action: string
  fields: Filter[]
  /** What else the address carries and must keep. */
  hidden?: { name: string; value: string }[]
  /** More controls, such as a search field. */
  children?: ReactNode
}

/** Narrows a list down by its address: a GET form, folded away on a phone. */
export function Filters({ action, fields, hidden = [], children }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <details className="filters">
      <summary>
        {t('ui.filters.title')}
        <Icon name="down" />
      </summary>
      <form className="filters-form" action={inLanguage(lang, action)}>
        {hidden.map((field) => (
          <input key={`${field.name}=${field.value}`} type="hidden" {...field} />
        ))}
        {children}
        {fields.map(({ value, ...field }) => (
          <SelectField key={field.name} {...field} defaultValue={value ?? ''} plain />
        ))}
        <Button variant="secondary">{t('ui.filters.apply')}</Button>
      </form>
    </details>
  )
}

type ActiveProps = { active: { label: string; without: string }[]; clear: string }

/** The filters in force, each with the address that goes without it. Stands over the list. */
export function ActiveFilters({ active, clear }: ActiveProps) {
  const { t } = useTranslation()
  if (active.length === 0) return null
  return (
    <div className="filters-active" role="group" aria-label={t('ui.filters.active')}>
      {active.map(({ label, without }) => (
        <RemoveChip key={label} label={label} to={without} />
      ))}
      {active.length > 1 ? <Link to={clear}>{t('ui.filters.clear')}</Link> : null}
    </div>
  )
}
