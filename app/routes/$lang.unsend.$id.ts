import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import { canUnsend } from '#app/domain/posts/posts.policy.ts'
import { unsend } from '#app/domain/posts/unsend.server.ts'
import { langOf, toItem } from '#app/http/conversation.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const item = await openSent(args)
  const path = canUnsend(viewer, item)
    ? await db.transaction().execute((trx) => unsend(trx, viewer, item))
    : undefined
  if (!path) return toItem(args.request, item, { flash: 'unsend_late' })
  return redirectTo(langPath(args.request, path), { flash: 'unsent' })
}

export async function loader(args: LoaderFunctionArgs) {
  return toItem(args.request, await openSent(args))
}

async function openSent({ request, context, params }: LoaderFunctionArgs) {
  const item = found(await findItem(db, context.viewer, langOf(request), params.id ?? ''))
  return found(['thread', 'post'].includes(item.kind) ? item : undefined)
}
