import type { LoaderFunctionArgs } from '@remix-run/node'
import { listOwnTexts } from '#app/domain/people/own-texts.server.ts'
import { ownTexts } from '#app/http/own-texts.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** What one has written, to keep: a file, also of what stands where one no longer reads. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  return new Response(ownTexts(lang, viewer.name, await listOwnTexts(db, viewer)), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': 'attachment; filename="multaqa.md"',
    },
  })
}
