import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { Prose } from './prose.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'
import { SiteForm } from './site-form.tsx'

export type ProgressOf = {
  id: string
  lang: string
  progress: 'open' | 'working' | 'answered'
  outcome_html: string | null
  outcome_at: string | null
}

/** What came of the challenge, once it is written. */
export function Outcome({ challenge }: { challenge: ProgressOf }) {
  const { t } = useTranslation()
  const { outcome_html, outcome_at, lang } = challenge
  if (!outcome_html) return null
  return (
    <div id="outcome" className="outcome">
      <Section title={t('challenges.outcome.title')}>
        <div className="stack">
          {outcome_at ? (
            <p className="meta">
              <Time value={outcome_at} />
            </p>
          ) : null}
          <Prose html={outcome_html} lang={lang} />
        </div>
      </Section>
    </div>
  )
}

/** How far it has come: for its author and those who keep order. */
export function Progress({ challenge }: { challenge: ProgressOf }) {
  const { t } = useTranslation()
  const { id, progress } = challenge
  const steps = (['open', 'working'] as const).filter((one) => one !== progress)
  return (
    <Section title={t('challenges.progress.title')}>
      <div className="stack">
        <p>{t(`challenges.progress.now.${progress}`)}</p>
        <SiteForm to={`/challenges/${id}/progress`} className="cluster" preventScrollReset>
          {steps.map((step) => (
            <Button key={step} name="progress" value={step} variant="secondary" small>
              {t(`challenges.progress.to.${progress === 'answered' ? 'again_' : ''}${step}`)}
            </Button>
          ))}
        </SiteForm>
        <ButtonLink to={`/challenges/${id}/outcome`} variant="secondary" small icon="check">
          {t(progress === 'answered' ? 'challenges.outcome.edit' : 'challenges.outcome.write')}
        </ButtonLink>
      </div>
    </Section>
  )
}
