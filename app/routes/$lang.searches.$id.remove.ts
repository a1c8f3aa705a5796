import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { removeSearch } from '#app/domain/search/saved.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// `list`: back to the list of searches, not to the results.
const schema = z.object({ list: z.string().optional() })

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const form = await readForm(args.request, schema)
  const query = found(await removeSearch(db, viewer, args.params.id ?? ''))
  const back = form.ok && form.input.list ? '/searches' : `/search?${query}`
  return redirectTo(langPath(args.request, back), { flash: 'search_removed' })
}

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args)
  return redirectTo(langPath(args.request, '/searches'))
}
