import type { RequestState } from '#app/domain/attestations/ask.server.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from './badge.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Facts } from './facts.tsx'
import { Field } from './field.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PublishingChecks } from './publishing-checks.tsx'
import { SelectField } from './select-field.tsx'
import { Time } from './time.tsx'

type Place = { code: string; name_ar: string; name_fr: string }

type Asked = {
  email: string
  asked_at: string
  expires_at: string
  answered_at: string | null
  name: string | null
  function: string | null
  note: string | null
  state: RequestState
}

type Failed = {
  errors: Record<string, string>
  values: Record<string, string | string[] | undefined>
}

type Props = {
  practice: { id: string; title: string; collectivity: Place | null }
  /** The draft may be asked about; else it is public and only what was answered is shown. */
  may: boolean
  missing: string[]
  request: Asked | null
  failed?: Failed
}

/** Where a facilitator asks a collectivity to confirm what they wrote for it, and sees what became of it. */
export function AttestAsk({ practice, may, missing, request, failed }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const here = `/practices/${practice.id}`
  const place = practice.collectivity ? placeName(lang, practice.collectivity) : ''
  const names = missing.map((field) => t(`practices.fields.${field}`))
  const labels = {
    email: t('attestations.ask.email'),
    lang: t('attestations.ask.lang'),
    checked: t('practices.fields.checked'),
  }
  return (
    <div className="narrow stack-large">
      <PageTitle
        breadcrumbs={[{ to: here, label: practice.title }]}
        title={t('attestations.ask.title')}
        lead={t('attestations.ask.lead', { place })}
      />
      <ErrorSummary errors={failed?.errors} labels={labels} />
      {request ? <Standing request={request} /> : null}
      {may || request ? null : <Notice>{t('attestations.ask.not_now')}</Notice>}
      {may && missing.length ? (
        <Notice tone="warning">
          <p>{t('attestations.ask.missing', { fields: names.join(t('revisions.comma')) })}</p>
          <p>
            <ButtonLink to={`${here}/edit`} variant="secondary" small icon="edit">
              {t('attestations.ask.complete')}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      {may && missing.length === 0 ? (
        request ? (
          <Disclosure
            summary={t('attestations.ask.again')}
            note={t('attestations.ask.again_hint')}
            open={request.state !== 'waits' || failed !== undefined}
          >
            <Ask failed={failed} />
          </Disclosure>
        ) : (
          <Ask failed={failed} />
        )
      ) : null}
    </div>
  )
}

const TONES = {
  waits: 'waiting',
  changed: 'negative',
  expired: 'negative',
  right: 'positive',
  change: 'waiting',
} as const

function Standing({ request }: { request: Asked }) {
  const { t } = useTranslation()
  const words = (key: string) => t(`attestations.ask.${key}`)
  const { state, answered_at, name, note } = request
  const saidBy = name ? `${name}${t('adoptions.comma')}${request.function ?? ''}` : null
  return (
    <section className="stack" aria-label={words(`state.${state}`)}>
      <p>
        <Badge tone={TONES[state]} label={words(`state.${state}`)} />
      </p>
      <Facts
        items={[
          { term: words('sent_to'), value: <bdi>{request.email}</bdi> },
          { term: words('sent_at'), value: <Time value={request.asked_at} /> },
          {
            term: words('until'),
            value: state === 'waits' ? <Time value={request.expires_at} /> : null,
          },
          { term: words('answered_at'), value: answered_at ? <Time value={answered_at} /> : null },
          { term: words('said_by'), value: saidBy ? <bdi>{saidBy}</bdi> : null },
          { term: words('note'), value: note ? <span dir="auto">{note}</span> : null },
        ]}
      />
      {state === 'waits' ? <p className="muted">{words('changes_hint')}</p> : null}
      <form method="post" noValidate>
        <Button name="intent" value="withdraw" variant="secondary" small>
          {words(answered_at ? 'erase' : 'withdraw')}
        </Button>
      </form>
    </section>
  )
}

function Ask({ failed }: { failed?: Failed }) {
  const { t } = useTranslation()
  const lang = useLang()
  const typed = (name: string) => failed?.values[name] as string | undefined
  return (
    <form method="post" noValidate className="form">
      <Field
        name="email"
        type="email"
        label={t('attestations.ask.email')}
        hint={t('attestations.ask.email_hint', { days: DAYS_KEPT.attestation_request })}
        defaultValue={typed('email')}
        error={failed?.errors.email}
        autoComplete="off"
        required
      />
      <SelectField
        name="lang"
        label={t('attestations.ask.lang')}
        options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        defaultValue={typed('lang') ?? lang}
        error={failed?.errors.lang}
        required
      />
      <PublishingChecks
        checked={[failed?.values.checked ?? []].flat()}
        error={failed?.errors.checked}
      />
      <div className="actions">
        <Button name="intent" value="ask">
          {t('attestations.ask.submit')}
        </Button>
      </div>
    </form>
  )
}
