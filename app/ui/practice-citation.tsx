import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { citation } from '#app/i18n/citation.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { ExternalLink } from './external-link.tsx'
import { inLanguage, Link } from './link.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Props = {
  practice: PracticeView
  /** The version that stands beside it. */
  beside?: Lang
  id: string
  address: string
}

/** Where it comes from, since when it stands here, and how to name it elsewhere. */
export function PracticeCitation({ practice, beside, id, address }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const { source_url, imported, published_at, edited_at } = practice
  if (!source_url && !published_at) return null
  return (
    <Section title={t('practices.source.title')}>
      <div className="stack">
        {source_url ? (
          <p>
            {t('practices.source.label')} <ExternalLink url={source_url} />
          </p>
        ) : null}
        <p className="meta">
          {published_at ? (
            <span>
              {t(imported ? 'practices.source.consulted' : 'practices.source.published')}{' '}
              <Time value={published_at} />
            </span>
          ) : null}
          {edited_at ? (
            <span>
              {t('practices.source.edited')} <Time value={edited_at} />
            </span>
          ) : null}
        </p>
        {published_at ? (
          <div className="stack">
            <h3>{t('practices.source.cite')}</h3>
            <p className="practice-citation" suppressHydrationWarning>
              {citation(t, lang, { practice, address })}
            </p>
            <p className="cluster practice-references">
              {t('exports.document')}
              {(['pdf', 'docx'] as const).map((as) => (
                <Reference
                  key={as}
                  id={id}
                  version={practice.lang}
                  as={as}
                  name={t(`exports.${as}`)}
                />
              ))}
            </p>
            {practice.versions.length > 1 ? <Beside {...{ practice, id, beside }} /> : null}
            <p className="cluster practice-references">
              {t('practices.source.download')}
              <Reference id={id} version={practice.lang} as="bibtex" name="BibTeX" />
              <Reference id={id} version={practice.lang} as="ris" name="RIS" />
            </p>
            <p className="cluster practice-references">
              {t('exports.label')}
              {(['opsi', 'ogp', 'participedia'] as const).map((as) => (
                <Reference
                  key={as}
                  id={id}
                  version={practice.lang}
                  as={as}
                  name={t(`exports.${as}`)}
                />
              ))}
            </p>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

// Two languages on one sheet: whom it is for may read the other.
function Beside({ practice: { lang, versions }, id, beside }: Omit<Props, 'address'>) {
  const { t } = useTranslation()
  const shown = `/practices/${id}?version=${lang}`
  return (
    <p className="cluster practice-references">
      {beside ? (
        <Link to={shown}>{t('practices.page.alone')}</Link>
      ) : (
        <>
          {t('practices.page.beside')}
          {versions
            .filter((one) => one !== lang)
            .map((one) => (
              <Link key={one} to={`${shown}&with=${one}`} lang={one}>
                {LANG_NAMES[one]}
              </Link>
            ))}
        </>
      )}
    </p>
  )
}

type ReferenceProps = { id: string; version: Lang; as: string; name: string }

// For other programs and forms; a file, so no page to go to.
function Reference({ id, version, as, name }: ReferenceProps) {
  const path = `/practices/${id}/export?as=${as}&version=${version}`
  return (
    <a href={inLanguage(useLang(), path)} download>
      <bdi>{name}</bdi>
    </a>
  )
}
