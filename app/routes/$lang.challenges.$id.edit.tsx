import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { challengeEditSchema } from '#app/domain/challenges/challenges.schema.server.ts'
import { editChallenge } from '#app/domain/challenges/challenges.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { canEdit } from '#app/domain/posts/posts.policy.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { nameTags } from '#app/domain/tags/tags.server.ts'
import { answerWithTags, readTags, withTags } from '#app/http/challenge-tags.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { tellOfChange } from '#app/http/tell.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ChallengeFields, ChallengeTags } from '#app/ui/challenge-form.tsx'
import { EditForm } from '#app/ui/edit-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('challenges.edit_title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, lang, challenge, around, form } = await openOwn(args)
  const tags = nameTags(challenge.tags, lang)
  const { title, source, principles } = challenge
  const line = tags.map(({ label }) => label).join(lang === 'ar' ? '، ' : ', ')
  const given = { title: [title], body: [source], principles, tags: [line] }
  const opened = await openComposer(args.request, { viewer, form }, given)
  const composer = await withTags(args.request, opened)
  return { composer, form, id: challenge.id, audience: await audienceOf(db, around) }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, challenge, form: draft } = await openOwn(args)
  const form = await readComposer(args, challengeEditSchema, {
    viewer,
    form: draft,
    lang: challenge.lang,
  })
  if (!form.ok) return answerWithTags(args.request, form.answer)
  const tags = await readTags(form.input.tags, form.values)
  if (!tags.ok) return answerWithTags(args.request, tags.answer)

  const { title, body } = form.input
  await db.transaction().execute(async (trx) => {
    await editChallenge(trx, viewer, challenge, { ...form.input, tagIds: tags.ids })
    const told = { id: challenge.id, kind: 'challenge', thread_id: null, title } as const
    await tellOfChange(trx, viewer, { ...told, source: body }, challenge.source)
    await forgetDraft(trx, viewer.id, draft)
  })
  return toItem(args.request, { ...challenge, title }, { flash: 'saved' })
}

export default function EditChallenge() {
  const { composer, form, id, audience } = useLoaderData<typeof loader>()
  const composing = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  return (
    <EditForm
      title={t('challenges.edit_title')}
      label={t('challenges.fields.body')}
      composing={composing}
      fields={{ title: t('challenges.fields.title') }}
      form={form}
      audience={audience}
      below={<ChallengeTags {...composing} />}
      cancel={`/challenges/${id}`}
    >
      <ChallengeFields values={composing.values} errors={composing.errors} />
    </EditForm>
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openChallengeAt(args)
  allowed(canEdit(viewer, opened.challenge, opened.around))
  return { viewer, ...opened, form: `edit:${opened.challenge.id}:${opened.challenge.lang}` }
}
