import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Contributor } from '#app/domain/practices/contributors.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { PersonLine } from './person-line.tsx'
import { Section } from './section.tsx'

const TONES = { asked: 'waiting', agreed: 'positive', declined: 'negative' } as const

/** For the authors alone: whose words the practice was made from, and what each said. */
export function PracticeContributors({ contributors }: { contributors: Contributor[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('practices.contributors.title')}>
      <div className="stack">
        <p>{t('practices.contributors.text')}</p>
        <ul className="list">
          {contributors.map(({ id, name, handle, state }) => (
            <li key={id} className="practice-author">
              <PersonLine name={name} to={`/people/${handle}`} />
              <Badge tone={TONES[state]} label={t(`practices.credit.state.${state}`)} />
              <form method="post">
                <Button name="forget" value={id} variant="quiet" small>
                  {t('practices.contributors.forget')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
