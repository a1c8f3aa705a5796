import { useTranslation } from 'react-i18next'
import type { Row } from '#db/schema.ts'
import { Button, ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import type { SpaceValues } from './space-form.tsx'

type Visibility = Row<'space'>['visibility']

type Props = {
  slug: string
  from: Visibility
  to: Visibility
  reach: Record<'challenges' | 'threads' | 'posts' | 'practices' | 'documents' | 'members', number>
  values: SpaceValues
}

const WIDTH: Record<Visibility, number> = { private: 0, network: 1, public: 2 }

/** The second step of a change of visibility: what others will see, or no longer, in numbers. */
export function SpaceReach({ slug, from, to, reach, values }: Props) {
  const { t } = useTranslation()
  const wider = WIDTH[to] > WIDTH[from]
  const counted = Object.entries(reach).filter(([name, count]) => count > 0 && name !== 'members')
  return (
    <form method="post" className="form">
      <Notice tone="warning" title={t(`spaces.reach.${wider ? 'wider' : 'narrower'}.${to}`)}>
        <ul>
          {counted.map(([name, count]) => (
            <li key={name}>{t(`spaces.counts.${name}`, { count })}</li>
          ))}
          <li>{t('spaces.reach.members', { count: reach.members })}</li>
        </ul>
      </Notice>
      <p>{t(wider ? 'spaces.reach.copies' : 'spaces.reach.kept')}</p>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="confirmed" value={`${from}-${to}`} />
      <div className="actions">
        <Button variant={wider ? 'danger' : 'primary'}>{t(`spaces.reach.confirm.${to}`)}</Button>
        <ButtonLink to={`/spaces/${slug}/settings`} variant="secondary">
          {t('forms.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
