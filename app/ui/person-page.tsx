import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { Card } from '#app/domain/items/cards.ts'
import type { Page } from '#app/domain/items/page.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Badge, KindBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Seat = {
  id: string
  function: string
  ends_on: string | null
  past: boolean
  code: string | null
  name_ar: string | null
  name_fr: string | null
}

type Props = {
  person: { handle: string; name: string; about: string; role: string; created_at: string }
  seats: Seat[]
  page: Page<Card>
  isFirst: boolean
  isOwn: boolean
  mayAdminister: boolean
}

/** A person: who they are in the network, and what they shared. */
export function PersonPage({ person, seats, page, isFirst, isOwn, mayAdminister }: Props) {
  const { t } = useTranslation()
  const path = `/people/${person.handle}`
  return (
    <div className="stack-large narrow">
      <div className="stack">
        <PageTitle
          title={<bdi>{person.name}</bdi>}
          kicker={<Kicker role={person.role} />}
          meta={
            <p className="meta">
              <span>
                {t('people.since')} <Time value={person.created_at} form="month" />
              </span>
            </p>
          }
          actions={<Ways handle={person.handle} isOwn={isOwn} mayAdminister={mayAdminister} />}
        />
        {person.about ? (
          <p className="person-about" dir="auto">
            {person.about}
          </p>
        ) : null}
      </div>
      <Seats seats={seats} />
      <Section title={t('people.published')}>
        {page.rows.length ? (
          <CardList cards={page.rows} />
        ) : (
          <EmptyState level="h3" title={t('people.nothing')} />
        )}
      </Section>
      <Pager
        newer={isFirst ? null : path}
        older={page.next ? `${path}?before=${encodeURIComponent(page.next)}` : null}
      />
    </div>
  )
}

function Kicker({ role }: { role: string }) {
  const { t } = useTranslation()
  return (
    <>
      <KindBadge kind="person" />
      {role === 'account' ? null : <Badge label={t(`admin.roles.${role}`)} />}
    </>
  )
}

type WaysProps = Pick<Props, 'isOwn' | 'mayAdminister'> & { handle: string }

function Ways({ handle, isOwn, mayAdminister }: WaysProps) {
  const { t } = useTranslation()
  if (!isOwn && !mayAdminister) return null
  return (
    <>
      {isOwn ? (
        <ButtonLink to="/settings" variant="secondary" small icon="edit">
          {t('people.edit')}
        </ButtonLink>
      ) : null}
      {mayAdminister ? (
        <ButtonLink to={`/admin/people/${handle}`} variant="secondary" small icon="settings">
          {t('people.administer')}
        </ButtonLink>
      ) : null}
    </>
  )
}

function Seats({ seats }: { seats: Seat[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  if (seats.length === 0) return null
  return (
    <Section title={t('people.seats')}>
      <ul className="place-list">
        {seats.map(({ id, code, name_ar, name_fr, past, ends_on, ...seat }) => (
          <li key={id}>
            <strong>{t(`functions.${seat.function}`)}</strong>
            <p className="meta">
              <span>
                {code && name_ar && name_fr ? (
                  <Link to={placePath({ code, name_fr })}>
                    {placeName(lang, { name_ar, name_fr })}
                  </Link>
                ) : (
                  t('seats.whole_network')
                )}
              </span>
              {past && ends_on ? (
                <span>
                  {t('people.until')} <Time value={ends_on} />
                </span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
