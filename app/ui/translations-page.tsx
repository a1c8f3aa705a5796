import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { TranslationCredit as Credit } from '#app/domain/practices/translations.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { type OwnSeat, useSeatOptions } from './author.ts'
import { Button, ButtonLink } from './button.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'
import { TranslationCredit } from './translation-credit.tsx'

type Known = {
  lang: Lang
  title: string
  credit: Credit | null
  may: { translate: boolean; review: boolean }
}
type Absent = {
  lang: Lang
  count: number
  seats: OwnSeat[]
  spoken: OwnSeat[]
  mayTranslate: boolean
}

type Props = {
  practice: { id: string; title: string; lang: Lang }
  original: Lang
  known: Known[]
  absent: Absent[]
}

/** In which languages a practice is to be read, how far each can be trusted, and what is asked for. */
export function TranslationsPage({ practice, original, known, absent }: Props) {
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle
        breadcrumbs={[{ to: `/practices/${practice.id}`, label: practice.title }]}
        title={t('translations.title')}
        lead={t('translations.lead')}
      />
      <Section title={t('translations.known')}>
        <ul className="list practice-links">
          {known.map((version) => (
            <li key={version.lang} className="stack">
              <KnownVersion id={practice.id} original={original} version={version} />
            </li>
          ))}
        </ul>
      </Section>
      {absent.length ? (
        <Section title={t('translations.absent')}>
          <ul className="list practice-links">
            {absent.map((one) => (
              <li key={one.lang} className="stack">
                <AbsentVersion id={practice.id} version={one} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <p>
        <Link to="/translations">{t('translations.queue.link')}</Link>
      </p>
    </div>
  )
}

type KnownProps = { id: string; original: Lang; version: Known }

function KnownVersion({ id, original, version: { lang, title, credit, may } }: KnownProps) {
  const { t } = useTranslation()
  const verb = may.review ? 'review' : credit?.state === 'outdated' ? 'update' : 'mend'
  return (
    <>
      <h3>{LANG_NAMES[lang]}</h3>
      <p>
        <Link to={`/practices/${id}?version=${lang}`} lang={lang} hrefLang={lang}>
          <bdi>{title}</bdi>
        </Link>
      </p>
      {credit ? (
        <TranslationCredit credit={credit} original={original} />
      ) : (
        <p className="muted">{t('translations.is_original')}</p>
      )}
      {may.translate ? (
        <div>
          <ButtonLink
            to={`/practices/${id}/translations/${lang}`}
            variant="secondary"
            small
            icon="edit"
          >
            {t(`translations.${verb}`, { lang: t(`languages.${lang}`) })}
          </ButtonLink>
        </div>
      ) : null}
    </>
  )
}

function AbsentVersion({ id, version }: { id: string; version: Absent }) {
  const { t } = useTranslation()
  const { lang, count, seats, spoken, mayTranslate } = version
  const named = { lang: t(`languages.${lang}`) }
  return (
    <>
      <h3>{LANG_NAMES[lang]}</h3>
      <p className="muted">
        {count ? t('translations.asked', { count, ...named }) : t('translations.nobody_asked')}
      </p>
      <div className="stack">
        {mayTranslate ? (
          <div>
            <ButtonLink to={`/practices/${id}/translations/${lang}`} small icon="edit">
              {t('translations.translate', named)}
            </ButtonLink>
          </div>
        ) : null}
        <Ask lang={lang} seats={seats} />
        <Ask lang={lang} seats={spoken} undo />
      </div>
    </>
  )
}

type AskProps = { lang: Lang; seats: OwnSeat[]; undo?: boolean }

// Who holds several seats chooses for which of their collectivities they ask.
function Ask({ lang, seats, undo = false }: AskProps) {
  const { t } = useTranslation()
  const seatOptions = useSeatOptions()
  const [first] = seats
  if (!first) return null
  return (
    <Form method="post" noValidate className="stack" preventScrollReset>
      <input type="hidden" name="lang" value={lang} />
      {undo ? <input type="hidden" name="undo" value="1" /> : null}
      {seats.length === 1 ? (
        <input type="hidden" name="seat" value={first.id} />
      ) : (
        <SelectField
          id={`${undo ? 'unask' : 'ask'}-${lang}`}
          name="seat"
          label={t('translations.seat')}
          options={seatOptions(seats)}
          plain
        />
      )}
      <div>
        <Button variant={undo ? 'quiet' : 'secondary'} small icon={undo ? 'close' : 'flag'}>
          {t(undo ? 'translations.unask' : 'translations.ask', { lang: t(`languages.${lang}`) })}
        </Button>
      </div>
    </Form>
  )
}
