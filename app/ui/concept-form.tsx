import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { LabelFields, useLabelNames } from './label-fields.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

type Props = {
  title: string
  values: Record<string, unknown>
  errors?: Record<string, string>
  /** The address of a concept that is there already. */
  slug?: string
  /** A name was put in that comes from a search: it has lost its marks and capitals. */
  fromMiss: boolean
}

/** The names of one concept of the thesaurus in each language. */
export function ConceptForm({ title, values, errors = {}, slug, fromMiss }: Props) {
  const { t } = useTranslation()
  const labels = useLabelNames()
  return (
    <>
      <PageTitle
        title={title}
        lead={t('thesaurus.form_lead')}
        breadcrumbs={[
          { to: '/moderation', label: t('moderation.title') },
          { to: '/moderation/thesaurus', label: t('thesaurus.title') },
        ]}
      />
      <form method="post" noValidate className="form">
        <ErrorSummary errors={errors} labels={labels} />
        {fromMiss ? <Notice>{t('thesaurus.from_miss')}</Notice> : null}
        <LabelFields values={values} errors={errors} />
        <div className="actions">
          <Button>{t('forms.save')}</Button>
          <ButtonLink to="/moderation/thesaurus" variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
          {slug ? (
            <ButtonLink to={`/moderation/thesaurus/${slug}/delete`} variant="danger">
              {t('thesaurus.delete.link')}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </>
  )
}
