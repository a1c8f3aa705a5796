import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Composing } from '#app/domain/drafts/composing.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { Audience } from '#app/domain/spaces/audience.ts'
import { type OwnSeat, useSeatOptions } from './author.ts'
import { Composer } from './composer.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { SimilarStep, SimilarTitles } from './similar.tsx'
import { ThreadFields } from './thread-form.tsx'

type Props = {
  composer: Composing
  draft: string
  held: boolean
  seats: OwnSeat[]
  audience: Audience
  space: { name: string; slug: string } | null
  challenge: { id: string; title: string; lang: string } | null
  practice?: { id: string; title: string; kind: 'practice' | 'tool' }
  answer: Composing | undefined
}

/** Where one asks, tells or proposes to discuss. */
export function NewThreadPage({ composer, draft, held, audience, answer, ...props }: Props) {
  const { t } = useTranslation()
  const seatOptions = useSeatOptions()
  const { values, errors, general, preview, savedAt, similar } = answer ?? composer
  const place = usePlace(props)
  const labels = { title: t('threads.fields.title'), body: t('threads.fields.body') }
  return (
    <>
      <PageTitle
        title={t('threads.new.title')}
        lead={t('threads.new.lead')}
        breadcrumbs={[place]}
      />
      <form method="post" noValidate className="form" encType="multipart/form-data">
        {held ? <Notice>{t('threads.new.held')}</Notice> : null}
        <SimilarStep similar={similar} intent="send" outcome={held ? 'submit' : 'publish'} />
        <ErrorSummary errors={errors} labels={labels} general={general ?? undefined} />
        <ThreadFields values={values} errors={errors} withForm />
        <SimilarTitles similar={similar} seen={values.seen?.[0]} />
        <Composer
          label={t('threads.fields.body')}
          rows={10}
          value={values.body?.[0]}
          error={errors.body}
          attachmentError={errors.attachment}
          preview={preview?.body}
          lang={values.lang?.[0] ?? ''}
          seats={seatOptions(props.seats)}
          seat={values.seat?.[0]}
          audience={audience}
          draft={{ form: draft, savedAt }}
          submit={t('threads.new.submit')}
          cancel={place.to}
        />
      </form>
    </>
  )
}

function usePlace({ space, challenge, practice }: Pick<Props, 'space' | 'challenge' | 'practice'>) {
  const { t } = useTranslation()
  if (practice) return { to: itemPath(practice), label: practice.title }
  if (challenge) {
    return { to: itemPath({ ...challenge, kind: 'challenge' }), label: challenge.title }
  }
  if (space) return { to: `/spaces/${space.slug}`, label: space.name }
  return { to: '/threads', label: t('threads.title') }
}
