import type { LoaderFunctionArgs } from '@remix-run/node'
import { findVersion, listVersions } from '#app/domain/posts/history.server.ts'
import { db } from '#db/client.server.ts'
import { found } from './respond.server.ts'

/** The versions of an item and the one that `?version=` asks for, the newest when it asks for none. */
export async function openVersions({ request, context }: LoaderFunctionArgs, itemId: string) {
  const asked = new URL(request.url).searchParams.get('version')
  const versions = await listVersions(db, context.viewer, itemId)
  const number = asked === null ? versions[0]?.number : Number(asked) || 0
  if (number === undefined) return { versions, shown: undefined }
  return { versions, shown: found(await findVersion(db, context.viewer, itemId, number)) }
}
