import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'
import { SearchCombobox } from './search-combobox.tsx'

type Props = {
  /** A path without language; the search page unless told otherwise. */
  action?: string
  name?: string
  value?: string
  label?: string
  large?: boolean
  /** Filters to keep while searching. */
  hidden?: { name: string; value: string }[]
}

/** One line to search with, as a plain form; over the whole site it suggests as one types. */
export function SearchBox(props: Props) {
  const { action = '/search', name = 'q', value, label, large, hidden = [] } = props
  const { t } = useTranslation()
  const lang = useLang()
  const Input = action === '/search' ? SearchCombobox : 'input'
  return (
    <form
      role="search"
      className={large ? 'search-box search-box-large' : 'search-box'}
      action={inLanguage(lang, action)}
    >
      {hidden.map((field) => (
        <input key={`${field.name}=${field.value}`} type="hidden" {...field} />
      ))}
      <Input
        className="control"
        type="search"
        name={name}
        defaultValue={value}
        dir="auto"
        aria-label={label ?? t('ui.search.label')}
        placeholder={large ? t('ui.search.example') : undefined}
      />
      <Button icon="search">{t('ui.search.submit')}</Button>
    </form>
  )
}
