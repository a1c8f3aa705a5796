import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Adoption, Advice } from '#app/domain/adoptions/adoptions.ts'
import type { AdoptionCounts } from '#app/domain/adoptions/counts.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { AdoptionSummary } from './adoption-summary.tsx'
import { ButtonLink } from './button.tsx'
import { Alike } from './likeness.tsx'
import { Link } from './link.tsx'
import { Prose } from './prose.tsx'
import { Section } from './section.tsx'

type Props = {
  id: string
  counts: AdoptionCounts
  /** Those like the reader's own. */
  alike: Adoption[]
  advice: Advice[]
  may: { adopt: boolean; /** Their collectivity has said something already. */ adopting: boolean }
}

/** On a practice's page: who took it up, what they would tell others, and the way to join them. */
export function PracticeAdoptions({ id, counts, alike, advice, may }: Props) {
  const { t } = useTranslation()
  const { taken, interested, stopped } = counts
  const any = taken + interested + stopped > 0
  if (!any && !may.adopt) return null
  const here = `/practices/${id}`
  const more = any ? { to: `${here}/adoptions`, label: t('adoptions.all') } : undefined
  return (
    <div id="adoptions">
      <Section title={t('adoptions.title')} more={more}>
        <div className="stack">
          <AdoptionSummary counts={counts} />
          {alike.length ? <LikeYours adoptions={alike} /> : null}
          {advice.map((one) => (
            <OneAdvice key={one.id} advice={one} />
          ))}
          {may.adopt ? (
            <p>
              <ButtonLink to={`${here}/adopt`} variant="secondary" small icon="plus">
                {t(may.adopting ? 'adoptions.say_more' : 'adoptions.say')}
              </ButtonLink>
            </p>
          ) : null}
        </div>
      </Section>
    </div>
  )
}

function LikeYours({ adoptions }: { adoptions: Adoption[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="adoptions-alike">
      <p>{t('alike.practice')}</p>
      <ul>
        {adoptions.map((one) => (
          <li key={one.id}>
            <Link to={placePath(one)}>
              <bdi>{placeName(lang, one)}</bdi>
            </Link>{' '}
            <span className="muted">{one.likeness ? <Alike {...one.likeness} /> : null}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneAdvice({ advice: { html, lang, function: held, place } }: { advice: Advice }) {
  const { t } = useTranslation()
  const reader = useLang()
  return (
    <figure className="adoption-advice">
      <Prose html={html} lang={lang} />
      <figcaption>
        <Link to={placePath(place)}>
          <bdi>{placeName(reader, place)}</bdi>
        </Link>
        {held ? ` — ${t(`functions.${held}`)}` : null}
      </figcaption>
    </figure>
  )
}
