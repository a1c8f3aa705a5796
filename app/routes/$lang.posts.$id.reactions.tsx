import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import { canReact } from '#app/domain/posts/posts.policy.ts'
import { MEANINGS } from '#app/domain/reactions/meanings.ts'
import { toggleReaction } from '#app/domain/reactions/reactions.server.ts'
import { langOf, limitDeeds, spaceAround, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

const schema = z.object({ meaning: z.enum(MEANINGS) })

// For whatever can be read: replies, threads, challenges, practices and tools.
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const item = await openItem(args)
  allowed(canReact(viewer, item, await spaceAround(viewer, item)))
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  if (form.ok) {
    const { meaning } = form.input
    await db
      .transaction()
      .execute((trx) => toggleReaction(trx, viewer, { itemId: item.id, meaning }))
  }
  return toItem(args.request, item)
}

export async function loader(args: LoaderFunctionArgs) {
  return toItem(args.request, await openItem(args))
}

async function openItem({ request, context, params }: LoaderFunctionArgs) {
  return found(await findItem(db, context.viewer, langOf(request), params.id ?? ''))
}

export default function Nothing() {
  return null
}
