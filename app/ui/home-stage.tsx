import type { Stage } from '#app/domain/home/stage.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { CardList } from './card-list.tsx'
import { Link } from './link.tsx'

/** What helps at the step where the reader's collectivity stands; or the question which step that is. */
export function HomeStage({ code, stage, items }: NonNullable<Stage>) {
  const { t } = useTranslation()
  const say = `/collectivities/${code}/stage`
  if (!stage) {
    return (
      <p>
        {t('home.you.stage_ask')} <Link to={say}>{t('home.you.stage_say')}</Link>
      </p>
    )
  }
  const filed = new Map(items.map((one) => [one.id, one.filed]))
  return (
    <div className="home-part">
      <p className="home-sub">
        {t('home.you.stage', { stage: t(`collectivities.cycle.stages.${stage}`) })}
      </p>
      {items.length === 0 ? <p>{t('home.you.stage_none')}</p> : null}
      <CardList
        cards={items}
        after={({ id }) => {
          const { slug, label, lang } = filed.get(id)!
          return (
            <p className="meta">
              <span>
                {t('home.you.stage_filed')}{' '}
                <Link to={`/tags/${slug}`} lang={lang}>
                  {label}
                </Link>
              </span>
            </p>
          )
        }}
      />
      <Link to={say}>{t('home.you.stage_change')}</Link>
    </div>
  )
}
