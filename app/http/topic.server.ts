import type { ActionFunctionArgs } from '@remix-run/node'
import { toggleTopic, type Topic } from '#app/domain/follows/topics.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { limitDeeds } from './conversation.server.ts'
import { langPath, redirectTo } from './respond.server.ts'

/** Follows a topic or stops, and leads back to its page at this path. */
export async function followTopic(
  args: ActionFunctionArgs,
  viewer: SignedIn,
  { topic, path }: { topic: Topic; path: string },
) {
  await limitDeeds(args, viewer)
  const follows = await db.transaction().execute((trx) => toggleTopic(trx, viewer, topic))
  const flash = follows ? 'topic_followed' : 'unfollowed'
  return redirectTo(encodeURI(langPath(args.request, path)), { flash })
}
