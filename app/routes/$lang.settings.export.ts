import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireTries } from '#app/http/limit.server.ts'
import { ownData } from '#app/http/own-data.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireProofOfOwner, requireSignedIn } from '#app/http/viewer.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'

/** Everything that is kept of oneself: a file to take away, made anew each time. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProofOfOwner(args)
  await requireTries(args, ['export', viewer.id])
  const lang = langOfPath(new URL(args.request.url).pathname)
  return new Response(await ownData(viewer, lang), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="multaqa.zip"',
      'Cache-Control': 'private, no-store',
    },
  })
}

// Whoever had to prove who they are comes back here, and asks once more.
export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args)
  return redirectTo(langPath(args.request, '/settings/data'))
}
