import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { toggleFollow } from '#app/domain/follows/follows.server.ts'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import { langOf, limitDeeds, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// `list`: back to the list of what one follows, not to what it was.
const schema = z.object({ list: z.string().optional() })

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const item = await openItem(args)
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const follows = await db.transaction().execute((trx) => toggleFollow(trx, viewer, item.id))
  const flash = follows ? 'followed' : 'unfollowed'
  if (form.ok && form.input.list) return redirectTo(langPath(args.request, '/follows'), { flash })
  return toItem(args.request, item, { flash })
}

export async function loader(args: LoaderFunctionArgs) {
  return toItem(args.request, await openItem(args))
}

// A reply is followed by its thread, an adoption by its practice.
async function openItem({ request, context, params }: LoaderFunctionArgs) {
  const item = found(await findItem(db, context.viewer, langOf(request), params.id ?? ''))
  return found(item.thread_id === null ? item : undefined)
}

export default function Nothing() {
  return null
}
