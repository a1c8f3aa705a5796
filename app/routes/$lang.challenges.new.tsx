import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { canOpenChallenge } from '#app/domain/challenges/challenges.policy.ts'
import { challengeSchema } from '#app/domain/challenges/challenges.schema.server.ts'
import { openChallenge } from '#app/domain/challenges/challenges.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { listOwnSeats } from '#app/domain/items/authors.server.ts'
import { findSent } from '#app/domain/items/sent.server.ts'
import { announce, tellOf } from '#app/domain/notifications/tellings.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { findSpace } from '#app/domain/spaces/spaces.server.ts'
import { answerWithTags, readTags, withTags } from '#app/http/challenge-tags.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { langOf, toItem } from '#app/http/conversation.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useSeatOptions } from '#app/ui/author.ts'
import { ChallengeFields, ChallengeTags } from '#app/ui/challenge-form.tsx'
import { Composer } from '#app/ui/composer.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SimilarStep } from '#app/ui/similar.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('challenges.new.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, space, draft } = await openPlace(args)
  const title = new URL(args.request.url).searchParams.get('title')?.slice(0, TITLE_MAX)
  const given = {
    lang: [langOf(args.request)],
    ...(title ? { title: [title.toWellFormed()] } : {}),
  }
  return {
    composer: await withTags(
      args.request,
      await openComposer(args.request, { viewer, form: draft }, given),
    ),
    draft,
    seats: await listOwnSeats(db, viewer),
    audience: await audienceOf(db, space),
    space: space ? { name: space.name, slug: space.slug } : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, space, draft } = await openPlace(args)
  const form = await readComposer(args, challengeSchema, { viewer, form: draft, titled: true })
  if (!form.ok) return answerWithTags(args.request, form.answer)
  const tags = await readTags(form.input.tags, form.values)
  if (!tags.ok) return answerWithTags(args.request, tags.answer)

  const { title, body } = form.input
  const place = { space_id: space?.id ?? null, tagIds: tags.ids }
  const id = await db.transaction().execute(async (trx) => {
    const texts = { title, sections: { body } }
    const sent = await findSent(trx, viewer, { kind: 'challenge', ...place }, texts)
    if (sent) return sent
    const id = await openChallenge(trx, viewer, { ...form.input, ...place })
    await tellOf(trx, viewer, id)
    await announce(trx, viewer, id)
    await forgetDraft(trx, viewer.id, draft)
    return id
  })
  return toItem(args.request, { id, kind: 'challenge', title }, { flash: 'challenge_opened' })
}

export default function NewChallenge() {
  const { composer, draft, seats, audience, space } = useLoaderData<typeof loader>()
  const { values, errors, general, preview, savedAt, similar, ...filing } =
    useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  const seatOptions = useSeatOptions()
  const labels = { title: t('challenges.fields.title'), body: t('challenges.fields.body') }
  const place = space
    ? { to: `/spaces/${space.slug}`, label: space.name }
    : { to: '/challenges', label: t('challenges.title') }
  return (
    <>
      <PageTitle
        title={t('challenges.new.title')}
        lead={t('challenges.new.lead')}
        breadcrumbs={[place]}
      />
      <form method="post" noValidate className="form" encType="multipart/form-data">
        <SimilarStep similar={similar} intent="send" outcome="publish" />
        <ErrorSummary errors={errors} labels={labels} general={general ?? undefined} />
        <ChallengeFields values={values} errors={errors} similar={similar} />
        <Composer
          label={t('challenges.fields.body')}
          rows={10}
          value={values.body?.[0]}
          error={errors.body}
          attachmentError={errors.attachment}
          preview={preview?.body}
          lang={values.lang?.[0] ?? ''}
          seats={seatOptions(seats)}
          seat={values.seat?.[0]}
          audience={audience}
          below={<ChallengeTags {...filing} />}
          draft={{ form: draft, savedAt }}
          submit={t('challenges.new.submit')}
          cancel={place.to}
        />
      </form>
    </>
  )
}

async function openPlace(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const slug = new URL(args.request.url).searchParams.get('space')
  const space = slug ? found(await findSpace(db, viewer, slug)) : undefined
  allowed(canOpenChallenge(viewer, space))
  return { viewer, space, draft: `challenge:${space?.id ?? '-'}` }
}
