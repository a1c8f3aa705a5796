import { placeName } from '#app/domain/collectivities/names.ts'
import { IMPORT_FIELDS, type Target } from '#app/domain/imports/fields.ts'
import type { Lang } from '#db/schema.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'

type Column = { name: string; target: Target; examples: string[] }
type Found = { name: string; form: 'table' | 'sheet'; read_as: string; unread: string[]; lang: Lang; collectivity_code: string | null } // prettier-ignore
type Props = {
  found: Found
  columns: Column[]
  places: { code: string; name_ar: string; name_fr: string }[]
}

/** The second step: what each column, or part of a sheet, becomes. */
export function ImportMappingPage({ found, columns, places }: Props) {
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('practices.import.mapping.title')}
        lead={t(`practices.import.mapping.lead_${found.form}`)}
        breadcrumbs={[{ to: '/practices/import', label: t('practices.import.title') }]}
        meta={<ReadAs {...found} />}
      />
      <Unread unread={found.unread} />
      <form method="post" noValidate className="form">
        <ul className="import-columns">
          {columns.map((column, at) => (
            <ColumnChoice key={at} at={at} {...column} />
          ))}
        </ul>
        <Section title={t('practices.import.mapping.for_all')}>
          <div className="form">
            <ForAll found={found} places={places} />
          </div>
        </Section>
        <div className="actions">
          <Button>{t('practices.import.mapping.submit')}</Button>
          <ButtonLink to="/practices/import" variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}

function ReadAs({ name, read_as }: Found) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <bdi>{name}</bdi>
      {/^(?:windows|utf)/.test(read_as) ? (
        <span>{t('practices.import.mapping.read_as', { encoding: read_as })}</span>
      ) : null}
    </p>
  )
}

function Unread({ unread }: { unread: string[] }) {
  const { t } = useTranslation()
  if (unread.length === 0) return null
  const pictures = unread.length === 1 ? /^pictures:(\d+)$/.exec(unread[0]!)?.[1] : undefined
  return (
    <Notice tone="warning">
      {pictures ? (
        t('practices.import.mapping.pictures', { count: Number(pictures) })
      ) : (
        <>
          <p>{t('practices.import.mapping.unread')}</p>
          <ul>
            {unread.map((text, at) => (
              <li key={at} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

function ColumnChoice({ at, name, target, examples }: Column & { at: number }) {
  const { t } = useTranslation()
  const label = name || t('practices.import.mapping.unnamed', { number: at + 1 })
  return (
    <li className="import-column">
      <SelectField
        plain
        id={`target-${at}`}
        name="target"
        label={label}
        options={useTargets()}
        defaultValue={target}
      />
      <div className="import-source">
        {examples.map((text, index) => (
          <p key={index} dir="auto" className="import-text">
            {text.length > 300 ? `${text.slice(0, 300)}…` : text}
          </p>
        ))}
      </div>
    </li>
  )
}

function useTargets() {
  const { t } = useTranslation()
  return [
    { value: 'rest', label: t('practices.import.targets.rest') },
    { value: 'skip', label: t('practices.import.targets.skip') },
    ...IMPORT_FIELDS.map((field) => ({ value: field, label: fieldLabel(t, field) })),
  ]
}

/** What the form calls a field. */
export function fieldLabel(t: (key: string) => string, field: string) {
  if (field === 'kind') return t('practices.import.targets.kind')
  return t(`practices.fields.${field}`)
}

// What holds for the rows that say nothing else.
function ForAll({ found, places }: Pick<Props, 'found' | 'places'>) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <>
      <SelectField
        plain
        name="collectivity"
        label={t('practices.fields.collectivity')}
        hint={t('practices.import.mapping.collectivity_hint')}
        empty={t('practices.import.mapping.no_collectivity')}
        options={places.map((place) => ({ value: place.code, label: placeName(lang, place) }))}
        defaultValue={found.collectivity_code ?? ''}
      />
      <SelectField
        plain
        name="lang"
        label={t('practices.fields.lang')}
        options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        defaultValue={found.lang}
      />
    </>
  )
}
