import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Reader } from '#app/domain/spaces/audience.ts'
import type { Row } from '#db/schema.ts'
import { Button, ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import { Readers } from './readers.tsx'
import type { SpaceValues } from './space-form.tsx'

type Visibility = Row<'space'>['visibility']

type Props = {
  slug: string
  from: Visibility
  to: Visibility
  reach: Record<(typeof COUNTED)[number] | 'members' | 'network', number> & { people: Reader[] }
  values: SpaceValues
}

const COUNTED = ['challenges', 'threads', 'posts', 'practices', 'steps', 'documents'] as const

const WIDTH: Record<Visibility, number> = { private: 0, network: 1, public: 2 }

/** The second step of a change of visibility: what others will see, or no longer, and whom. */
export function SpaceReach({ slug, from, to, reach, values }: Props) {
  const { t } = useTranslation()
  const wider = WIDTH[to] > WIDTH[from]
  const counted = COUNTED.filter((name) => reach[name] > 0)
  return (
    <form method="post" noValidate className="form">
      <Notice tone="warning" title={t(`spaces.reach.${wider ? 'wider' : 'narrower'}.${to}`)}>
        <ul>
          {counted.map((name) => (
            <li key={name}>{t(`spaces.counts.${name}`, { count: reach[name] })}</li>
          ))}
          <li>{t('spaces.reach.members', { count: reach.members })}</li>
        </ul>
        {to === 'network' ? <p>{t('spaces.reach.network', { count: reach.network })}</p> : null}
      </Notice>
      <Readers
        label={t('spaces.reach.names')}
        people={reach.people}
        all={reach.members > reach.people.length ? `/spaces/${slug}/members` : undefined}
      />
      <p>{t(wider ? 'spaces.reach.copies' : 'spaces.reach.kept')}</p>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="confirmed" value={`${from}-${to}`} />
      <div className="actions">
        <Button variant={wider ? 'danger' : 'primary'}>{t(`spaces.reach.confirm.${to}`)}</Button>
        <ButtonLink to={`/spaces/${slug}/settings`} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
