import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Composing } from '#app/domain/drafts/composing.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { type OwnSeat, useSeatOptions } from './author.ts'
import { ButtonLink } from './button.tsx'
import { Composer } from './composer.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import type { ThreadPageProps } from './thread-page.tsx'

export type ReplyComposer = Composing & {
  form: string
  seats: OwnSeat[]
}

/** Where one replies, or why one cannot. */
export function Reply(props: ThreadPageProps) {
  const { t } = useTranslation()
  return (
    <section id="reply" aria-labelledby="reply-title" className="stack">
      <h2 id="reply-title">{t('threads.reply.title')}</h2>
      {props.composer ? <ReplyForm {...props} composer={props.composer} /> : <NoReply {...props} />}
    </section>
  )
}

function ReplyForm({ composer, answer, audience }: ThreadPageProps & { composer: ReplyComposer }) {
  const { t } = useTranslation()
  const seatOptions = useSeatOptions()
  const { values, errors, general, preview, savedAt } = answer ?? composer
  const label = t('threads.reply.label')
  return (
    <form method="post" noValidate className="form" action="#reply" encType="multipart/form-data">
      <ErrorSummary errors={errors} labels={{ body: label }} general={general ?? undefined} />
      <Composer
        label={label}
        value={values.body?.[0]}
        error={errors.body}
        attachmentError={errors.attachment}
        preview={preview?.body}
        lang={values.lang?.[0]}
        seats={seatOptions(composer.seats)}
        seat={values.seat?.[0]}
        audience={audience}
        draft={{ form: composer.form, savedAt }}
        submit={t('threads.reply.submit')}
      />
    </form>
  )
}

function NoReply({ thread, signedIn, space }: ThreadPageProps) {
  const { t } = useTranslation()
  const lang = useLang()
  if (thread.locked_at || thread.hidden_at) return <Notice>{t('threads.reply.locked')}</Notice>
  if (thread.state === 'held') return <Notice>{t('threads.reply.held')}</Notice>
  if (signedIn) {
    return <Notice>{t(space ? 'threads.reply.space_only' : 'threads.reply.members_only')}</Notice>
  }
  return (
    <div className="stack">
      <p>{t('threads.reply.sign_in')}</p>
      <p className="cluster">
        <ButtonLink to={`/login?to=/${lang}/threads/${thread.id}`}>{t('ui.sign_in')}</ButtonLink>
      </p>
    </div>
  )
}
