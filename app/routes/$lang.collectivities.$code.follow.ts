import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findCollectivity } from '#app/domain/collectivities/collectivities.server.ts'
import { placePath } from '#app/domain/collectivities/names.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { followTopic } from '#app/http/topic.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const place = await openPlace(args)
  const topic = { collectivity_code: place.code }
  return followTopic(args, viewer, { topic, path: placePath(place) })
}

export async function loader(args: LoaderFunctionArgs) {
  return redirectTo(encodeURI(langPath(args.request, placePath(await openPlace(args)))))
}

async function openPlace({ params }: LoaderFunctionArgs) {
  return found(await findCollectivity(db, params.code ?? ''))
}
