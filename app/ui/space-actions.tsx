import { useTranslation } from '#app/i18n/use-translation.ts'
import { REQUEST_NOTE_MAX } from '#app/domain/spaces/spaces.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button, ButtonLink } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { Field } from './field.tsx'
import { inLanguage, Link } from './link.tsx'
import { Notice } from './notice.tsx'

type Props = {
  slug: string
  may: { write: boolean; join: boolean; ask: boolean; later: boolean; moderate: boolean }
  /** The viewer has asked to join and waits. */
  asked: boolean
  signedIn: boolean
}

/** What one can do in a space, or to get into it. */
export function SpaceActions({ slug, may, asked, signedIn }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const join = inLanguage(lang, `/spaces/${slug}/join`)

  if (may.write) return <Writing slug={slug} moderates={may.moderate} />
  if (asked) return <Notice>{t('spaces.join.asked')}</Notice>
  if (may.join) {
    return (
      <form method="post" noValidate action={join}>
        <Button icon="plus">{t('spaces.join.open')}</Button>
      </form>
    )
  }
  if (may.ask) return <Asking action={join} />
  return may.later ? <Later slug={slug} signedIn={signedIn} /> : null
}

function Later({ slug, signedIn }: Pick<Props, 'slug' | 'signedIn'>) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <p className="muted">
      {t('spaces.join.later')}{' '}
      {signedIn ? (
        <Link to="/settings/seats/new">{t('home.you.ask_seat')}</Link>
      ) : (
        <Link to={`/login?to=${inLanguage(lang, `/spaces/${slug}`)}`}>{t('ui.sign_in')}</Link>
      )}
    </p>
  )
}

function Writing({ slug, moderates }: { slug: string; moderates: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <ButtonLink to={`/threads/new?space=${slug}`} icon="plus">
        {t('spaces.actions.thread')}
      </ButtonLink>
      <ButtonLink to={`/practices/new?space=${slug}`} variant="secondary" small icon="book">
        {t('spaces.actions.practice')}
      </ButtonLink>
      <ButtonLink to={`/challenges/new?space=${slug}`} variant="secondary" small icon="challenge">
        {t('spaces.actions.challenge')}
      </ButtonLink>
      <ButtonLink to={`/spaces/${slug}/documents#add`} variant="secondary" small icon="attach">
        {t('spaces.actions.document')}
      </ButtonLink>
      {moderates ? (
        <ButtonLink to={`/moderation?space=${slug}`} variant="quiet" small icon="flag">
          {t('spaces.actions.queue')}
        </ButtonLink>
      ) : null}
    </>
  )
}

function Asking({ action }: { action: string }) {
  const { t } = useTranslation()
  return (
    <Disclosure summary={t('spaces.join.ask')}>
      <form method="post" noValidate action={action} className="form">
        <Field
          name="note"
          label={t('spaces.join.note')}
          hint={t('spaces.join.note_hint')}
          multiline
          rows={3}
          maxLength={REQUEST_NOTE_MAX}
          cut
        />
        <div className="actions">
          <Button>{t('spaces.join.send')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}
