import { useTranslation } from '#app/i18n/use-translation.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { Section } from './section.tsx'

/** The library, by what the network stands for. */
export function HomePrinciples({ counts }: { counts: Record<string, number> }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <Section title={t('home.by_principle')}>
      <ul className="grid home-principles">
        {PRINCIPLES.map((slug) => (
          <li key={slug}>
            <h3>
              <Link to={`/practices?principle=${slug}`}>{t(`principles.${slug}`)}</Link>
              {counts[slug] ? <small>{formatNumber(counts[slug], lang)}</small> : null}
            </h3>
            <p>{t(`home.principles.${slug}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
