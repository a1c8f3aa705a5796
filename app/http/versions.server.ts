import type { LoaderFunctionArgs } from '@remix-run/node'
import { findVersion, listVersions } from '#app/domain/posts/history.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import { found } from './respond.server.ts'
import { goneQuote } from './thread-page.server.ts'

/** The versions of an item and the one that `?version=` asks for, the newest when it asks for none. */
export async function openVersions({ request, context }: LoaderFunctionArgs, itemId: string) {
  const { pathname, searchParams } = new URL(request.url)
  const asked = searchParams.get('version')
  const versions = await listVersions(db, context.viewer, itemId)
  const number = asked === null ? versions[0]?.number : Number(asked) || 0
  if (number === undefined) return { versions, shown: undefined }
  const version = { number, goneQuote: goneQuote(langOfPath(pathname)) }
  return { versions, shown: found(await findVersion(db, context.viewer, itemId, version)) }
}
