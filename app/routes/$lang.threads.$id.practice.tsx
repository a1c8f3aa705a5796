import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findPost } from '#app/domain/posts/posts.server.ts'
import { draftFromThread } from '#app/domain/practices/from-thread.server.ts'
import { canDraftFromThread } from '#app/domain/practices/practices.policy.ts'
import { canWriteInSpace } from '#app/domain/spaces/spaces.policy.ts'
import { listAbout } from '#app/domain/threads/threads.server.ts'
import { openThreadAt } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, langPath, redirectTo } from '#app/http/respond.server.ts'
import { askForCredit } from '#app/http/tell.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { FromThreadPage } from '#app/ui/practice-from-thread.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('practices.from.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, thread, around, answer } = await openSource(args)
  const people = [thread, answer].flatMap((said) =>
    said?.author.handle && said.author_id !== viewer.id ? [said.author] : [],
  )
  return {
    thread: { id: thread.id, title: thread.title, lang: thread.lang },
    people: people.filter(
      ({ handle }, at) => people.findIndex((one) => one.handle === handle) === at,
    ),
    space: around ? { name: around.name, visibility: around.visibility } : null,
  }
}

const schema = z.object({ where: z.enum(['space', 'open'], 'forms.choose') })

/** Makes the draft where it is to stand, and asks those whose words it takes. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, lang, thread, around, answer } = await openSource(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  await requireTries(args, ['post', viewer.id])
  const { challenges } = await listAbout(db, viewer, lang, thread)
  const spaceId = form.input.where === 'space' ? (around?.id ?? null) : null
  const source = { thread, answer, spaceId, challenges: challenges.map(({ id }) => id) }
  const id = await db.transaction().execute(async (trx) => {
    const made = await draftFromThread(trx, viewer, source)
    await askForCredit(trx, viewer, thread, made.asked)
    return made.id
  })
  return redirectTo(langPath(args.request, `/practices/${id}/edit`), { flash: 'practice_keep' })
}

export default function FromThread() {
  return <FromThreadPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors} /> // prettier-ignore
}

// Whoever may read a thread and write practices; in a space only those who may write there.
async function openSource(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args)
  const opened = await openThreadAt(args)
  const { lang, thread, around } = opened
  allowed(canDraftFromThread(viewer, thread))
  allowed(!around || canWriteInSpace(viewer, { space: around, role: around.role }))
  const answer = thread.accepted_post_id
    ? await findPost(db, viewer, lang, thread.accepted_post_id)
    : undefined
  return { viewer, ...opened, answer: answer?.gone ? undefined : answer }
}
