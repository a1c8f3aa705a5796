import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Step } from '#app/domain/adoptions/adoptions.server.ts'
import { useAuthor } from './author.ts'
import { StateBadge } from './badge.tsx'
import { ExternalLink } from './external-link.tsx'
import { Facts } from './facts.tsx'
import { Link } from './link.tsx'
import { ModerationActions } from './moderation-actions.tsx'
import { PersonLine } from './person-line.tsx'
import { Prose } from './prose.tsx'
import { AdoptionStatus } from './adoption-summary.tsx'
import { Time } from './time.tsx'

export type ShownStep = Omit<Step, 'author_id' | 'source'> & {
  may: { withdraw: boolean; report: boolean; moderate: boolean }
}

/** One step of an adoption: how far it had come on a day, and what was done, spent and learnt. */
export function AdoptionStep({ step }: { step: ShownStep }) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  const { id, author, lang, may } = step
  return (
    <article className="adoption-step" id={`step-${id}`}>
      <header className="cluster">
        <AdoptionStatus status={step.status} />
        <Time value={step.happened_on} />
        {step.hidden_at ? <StateBadge state="hidden" /> : null}
      </header>
      {step.html ? <Prose html={step.html} lang={lang} /> : null}
      <Part title={t('adoptions.fields.results')} html={step.results} lang={lang} />
      <Part title={t('adoptions.fields.lessons')} html={step.lessons} lang={lang} />
      <StepFacts step={step} />
      <PersonLine {...authorOf(author)} at={step.published_at ?? step.created_at} />
      <footer className="post-actions">
        {may.withdraw ? (
          <div className="post-links">
            <Link to={`/steps/${id}/withdraw`}>{t('adoptions.withdraw.link')}</Link>
          </div>
        ) : null}
        <ModerationActions
          id={id}
          hiddenAt={step.hidden_at}
          steward={may.moderate}
          own={!may.report}
        />
      </footer>
    </article>
  )
}

function Part({ title, html, lang }: { title: string; html: string | null; lang: string }) {
  if (!html) return null
  return (
    <div>
      <h4>{title}</h4>
      <Prose html={html} lang={lang} />
    </div>
  )
}

function StepFacts({ step }: { step: ShownStep }) {
  const { t } = useTranslation()
  const { cost, duration, deliberation, deliberated_on, evidence_url } = step
  const decided = deliberation ?? deliberated_on
  if (!cost && !duration && !decided && !evidence_url) return null
  const fact = (name: string) => t(`adoptions.fields.${name}`)
  return (
    <Facts
      items={[
        { term: fact('cost'), value: cost ? <bdi>{cost}</bdi> : null },
        { term: fact('duration'), value: duration ? <bdi>{duration}</bdi> : null },
        {
          term: fact('deliberation'),
          value: decided ? (
            <>
              {deliberation ? <bdi>{deliberation}</bdi> : null}
              {deliberation && deliberated_on ? ' — ' : null}
              {deliberated_on ? <Time value={deliberated_on} /> : null}
            </>
          ) : null,
        },
        {
          term: fact('evidence_url'),
          value: evidence_url ? <ExternalLink url={evidence_url} /> : null,
        },
      ]}
    />
  )
}
