import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findChallenge } from '#app/domain/challenges/challenges.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { threadKey } from '#app/domain/drafts/keys.ts'
import { listOwnSeats } from '#app/domain/items/authors.server.ts'
import { findSent } from '#app/domain/items/sent.server.ts'
import { announce, tellOf } from '#app/domain/notifications/tellings.server.ts'
import { findPractice } from '#app/domain/practices/find.server.ts'
import { canBeAskedAbout } from '#app/domain/practices/practices.policy.ts'
import { listAuthorIds } from '#app/domain/practices/threads.server.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { findSpace } from '#app/domain/spaces/spaces.server.ts'
import { canAsk, isHeldFirst } from '#app/domain/threads/threads.policy.ts'
import { threadSchema } from '#app/domain/threads/threads.schema.server.ts'
import { hasAcceptedThread, openThread } from '#app/domain/threads/threads.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { langOf, spaceAround, toItem } from '#app/http/conversation.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { NewThreadPage } from '#app/ui/thread-new.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('threads.new.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, challenge, practice, around, held, draft } = await openPlace(args)
  const lang = langOf(args.request)
  const given = { lang: [lang], form: formAsked(args.request) }
  return {
    composer: await openComposer(args.request, { viewer, form: draft }, given),
    draft,
    held,
    seats: await listOwnSeats(db, viewer),
    audience: await audienceOf(db, around),
    space: around ? { name: around.name, slug: around.slug } : null,
    challenge: challenge
      ? { id: challenge.id, title: challenge.title, lang: challenge.lang }
      : null,
    practice: practice && {
      ...{ id: practice.id, kind: practice.kind },
      title: (await viewPractice(db, practice, { viewer, lang })).title,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, challenge, practice, around, held, draft } = await openPlace(args)
  const form = await readComposer(args, threadSchema, { viewer, form: draft, titled: true })
  if (!form.ok) return form.answer

  const { input } = form
  const texts = { title: input.title, sections: { body: input.body } }
  const about = { challenge: challenge?.id ?? null, practice: practice?.id }
  const where = { space_id: around?.id ?? null, ...about }
  const place = { kind: 'thread', space_id: where.space_id } as const
  const id = await db.transaction().execute(async (trx) => {
    const sent = await findSent(trx, viewer, place, texts)
    if (sent) return sent
    const id = await openThread(trx, viewer, { ...input, ...where, held })
    if (!held) {
      const asked = practice ? await listAuthorIds(trx, practice) : []
      const followed = [challenge?.id, practice?.id].filter((one) => one !== undefined)
      await tellOf(trx, viewer, id, { followed, asked })
      await announce(trx, viewer, id)
    }
    await forgetDraft(trx, viewer.id, draft)
    return id
  })
  const thread = { id, kind: 'thread', title: input.title } as const
  const flash = held ? 'thread_held' : 'thread_sent'
  return toItem(args.request, thread, { flash, end: held ? '' : `?sent=${id}` })
}

export default function NewThread() {
  return (
    <NewThreadPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  )
}

// Under a challenge that stands in a space, a thread stands there too: nowhere else may it be read.
async function openPlace(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const { searchParams } = new URL(args.request.url)
  const id = searchParams.get('challenge')
  const slug = searchParams.get('space')
  const asked = searchParams.get('practice')
  const challenge = id
    ? found(await findChallenge(db, viewer, langOf(args.request), id))
    : undefined
  const practice = asked ? found(await findPractice(db, viewer, asked)) : undefined
  const own = slug ? found(await findSpace(db, viewer, slug)) : undefined
  const parent = [practice, challenge].find((one) => one?.space_id)
  const around = practice || parent ? parent && (await spaceAround(viewer, parent)) : own
  allowed(canAsk(viewer, around) && !challenge?.hidden_at)
  allowed(!practice || canBeAskedAbout(practice))
  const held = isHeldFirst(viewer, { accepted: await hasAcceptedThread(db, viewer) }, around)
  const place = { practice: practice?.id, challenge: challenge?.id, space: around?.id }
  const draft = threadKey(place)
  return { viewer, challenge, practice, around, held, draft }
}

function formAsked(request: Request) {
  const form = new URL(request.url).searchParams.get('form')
  return form ? [form] : []
}
