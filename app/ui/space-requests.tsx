import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'
import { WithReason } from './moderation-forms.tsx'
import { PersonLine } from './person-line.tsx'
import { Section } from './section.tsx'

type Request = { handle: string; name: string; note: string; created_at: string }

/** Who waits to be let in, with what they wrote, for those who keep the space. */
export function SpaceRequests({ slug, requests }: { slug: string; requests: Request[] }) {
  const { t } = useTranslation()
  if (requests.length === 0) return null
  return (
    <Section title={t('spaces.requests.title')}>
      <ul className="list">
        {requests.map((request) => (
          <li key={request.handle} className="item-card">
            <PersonLine
              name={request.name}
              to={`/people/${request.handle}`}
              at={request.created_at}
              verb={t('spaces.requests.since')}
            />
            {request.note ? <p dir="auto">{request.note}</p> : null}
            <Answers slug={slug} {...request} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Answers({ slug, handle, name }: { slug: string; handle: string; name: string }) {
  const { t } = useTranslation()
  const path = `/spaces/${slug}/requests/${handle}`
  const base = inLanguage(useLang(), path)
  return (
    <div className="actions">
      <form method="post" action={`${base}/admit`}>
        <Button small icon="check">
          {t('spaces.requests.admit')} <span className="visually-hidden">{name}</span>
        </Button>
      </form>
      <WithReason
        id={handle}
        verb="refuse_join"
        action={`${path}/refuse`}
        label={t('spaces.requests.refuse')}
        variant="secondary"
        optional
      />
    </div>
  )
}
