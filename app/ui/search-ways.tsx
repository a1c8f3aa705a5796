import { useTranslation } from '#app/i18n/use-translation.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { Chip, Chips, TagLink } from './chip.tsx'

export type Topic = { slug: string; label: string; lang: string }

/** Ways in for those who have no word yet: what most is written about, and the principles. */
export function SearchWays({ topics }: { topics: Topic[] }) {
  const { t } = useTranslation()
  return (
    <div className="stack-large">
      {topics.length ? (
        <section className="stack">
          <h2>{t('search.empty.topics')}</h2>
          <Chips label={t('search.empty.topics')}>
            {topics.map(({ slug, label, lang }) => (
              <TagLink key={slug} slug={slug} label={label} lang={lang} />
            ))}
          </Chips>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t('search.empty.principles')}</h2>
        <Chips label={t('search.empty.principles')}>
          {PRINCIPLES.map((slug) => (
            <Chip key={slug} label={t(`principles.${slug}`)} to={`/practices?principle=${slug}`} />
          ))}
        </Chips>
      </section>
    </div>
  )
}
