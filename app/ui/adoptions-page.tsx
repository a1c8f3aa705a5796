import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Adoption } from '#app/domain/adoptions/adoptions.ts'
import type { AdoptionCounts } from '#app/domain/adoptions/counts.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { AdoptionFigures } from './adoption-figures.tsx'
import { AdoptionStep, type ShownStep } from './adoption-step.tsx'
import { AdoptionSummary } from './adoption-summary.tsx'
import { AdoptionTree } from './adoption-tree.tsx'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Section } from './section.tsx'

type Props = {
  practice: { id: string; title: string; lang: Lang }
  /** The name of whom or where it comes from. */
  origin: string
  counts: AdoptionCounts
  /** All of them, for the drawing and for the names of those that others took it over from. */
  adoptions: Adoption[]
  /** Those of this page, each with its steps. */
  shown: { adoption: Adoption; steps: ShownStep[] }[]
  pages: { newer: string | null; older: string | null }
  may: { adopt: boolean }
}

/** Everybody who took up a practice: how many, from whom, and step by step. */
export function AdoptionsPage({ practice, origin, counts, adoptions, ...rest }: Props) {
  const { t } = useTranslation()
  const here = `/practices/${practice.id}`
  return (
    <>
      <PageTitle
        title={t('adoptions.page_title')}
        breadcrumbs={[{ to: here, label: practice.title }]}
        meta={<AdoptionSummary counts={counts} />}
        actions={
          rest.may.adopt ? (
            <ButtonLink to={`${here}/adopt`} icon="plus">
              {t('adoptions.say')}
            </ButtonLink>
          ) : undefined
        }
      />
      {adoptions.length === 0 ? (
        <EmptyState title={t('adoptions.none')} text={t('adoptions.none_text')} />
      ) : (
        <div className="with-aside">
          <div className="stack-large">
            {rest.shown.map(({ adoption, steps }) => (
              <OneAdoption key={adoption.id} {...{ adoption, steps, adoptions, origin }} />
            ))}
            <Pager {...rest.pages} />
          </div>
          <aside className="stack-large">
            <AdoptionTree adoptions={adoptions} origin={origin} />
            <AdoptionFigures counts={counts} />
          </aside>
        </div>
      )}
    </>
  )
}

type OneProps = Pick<Props, 'adoptions' | 'origin'> & Props['shown'][number]

function OneAdoption({ adoption, steps, adoptions, origin }: OneProps) {
  const { t } = useTranslation()
  const lang = useLang()
  const from = adoptions.find(({ id }) => id === adoption.from_id)
  return (
    <div id={`adoption-${adoption.code}`}>
      <Section title={placeName(lang, adoption)}>
        <p className="cluster adoption-from">
          <span>
            {t('adoptions.taken_from')}{' '}
            {from ? <Link to={placePath(from)}>{placeName(lang, from)}</Link> : <bdi>{origin}</bdi>}
          </span>
          <Link to={placePath(adoption)}>{t('adoptions.its_page')}</Link>
        </p>
        {steps.map((step) => (
          <AdoptionStep key={step.id} step={step} />
        ))}
      </Section>
    </div>
  )
}
