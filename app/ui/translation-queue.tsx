import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { Tabs } from './tabs.tsx'

type Waiting = Card & { into: Lang }
type Props = {
  into: Lang | null
  asked: (Waiting & { asked: number })[]
  outdated: Waiting[]
}

/** For translators: what is asked for most, and what its original has left behind. */
export function TranslationQueue({ into, asked, outdated }: Props) {
  const { t } = useTranslation()
  const all = { to: '/translations', label: t('translations.queue.all'), current: into === null }
  const each = LANGS.map((lang) => ({
    to: `/translations?into=${lang}`,
    label: LANG_NAMES[lang],
    current: into === lang,
  }))
  const isEmpty = asked.length === 0 && outdated.length === 0
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('translations.queue.title')}
        lead={t('translations.queue.lead')}
        breadcrumbs={[{ to: '/practices', label: t('practices.list.all.title') }]}
      />
      <Tabs label={t('translations.queue.filter')} items={[all, ...each]} />
      {isEmpty ? (
        <EmptyState title={t('translations.queue.none')} text={t('translations.queue.none_text')} />
      ) : null}
      {asked.length ? (
        <Section title={t('translations.queue.asked')}>
          <ul className="list practice-links">
            {asked.map((one) => (
              <Wanted
                key={`${one.id} ${one.into}`}
                waiting={one}
                verb="translate"
                why={t('translations.asked', {
                  count: one.asked,
                  lang: t(`languages.${one.into}`),
                })}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {outdated.length ? (
        <Section title={t('translations.queue.outdated')}>
          <ul className="list practice-links">
            {outdated.map((one) => (
              <Wanted
                key={`${one.id} ${one.into}`}
                waiting={one}
                verb="update"
                why={t('translations.queue.behind', { lang: t(`languages.${one.into}`) })}
              />
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

type WantedProps = { waiting: Waiting; verb: 'translate' | 'update'; why: string }

function Wanted({ waiting, verb, why }: WantedProps) {
  const { t } = useTranslation()
  const { id, title, lang, into } = waiting
  return (
    <li className="stack">
      <p>
        <Link to={itemPath(waiting)} lang={lang}>
          <bdi>{title}</bdi>
        </Link>
      </p>
      <p className="meta">
        <span>{why}</span>
        <Link to={`/practices/${id}/translations/${into}`}>
          {t(`translations.${verb}`, { lang: t(`languages.${into}`) })}
        </Link>
      </p>
    </li>
  )
}
