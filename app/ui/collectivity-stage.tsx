import { CYCLE_STAGES } from '#app/domain/collectivities/cycle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PageTitle } from './page-title.tsx'

type Props = { name: string; path: string; stage: string; errors?: Record<string, string> }

/** Says where a collectivity stands in the cycle of its openness programme. */
export function StageForm({ name, path, stage, errors }: Props) {
  const { t } = useTranslation()
  const choices = CYCLE_STAGES.map((value) => ({
    value: value as string,
    label: t(`collectivities.cycle.stages.${value}`),
  }))
  return (
    <div className="stack narrow">
      <PageTitle
        title={t('collectivities.cycle.title_for', { name })}
        lead={t('collectivities.cycle.lead')}
        breadcrumbs={[
          { to: '/collectivities', label: t('collectivities.title') },
          { to: path, label: name },
        ]}
      />
      <form method="post" noValidate className="form">
        <ErrorSummary errors={errors} labels={{ stage: t('collectivities.cycle.title') }} />
        <RadioGroup
          name="stage"
          legend={t('collectivities.cycle.title')}
          choices={[...choices, { value: '', label: t('collectivities.cycle.unknown') }]}
          chosen={stage}
          error={errors?.stage}
        />
        <div className="actions">
          <Button>{t('forms.save')}</Button>
          <ButtonLink to={path} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
