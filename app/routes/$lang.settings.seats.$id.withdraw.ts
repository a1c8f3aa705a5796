import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawSeat } from '#app/domain/seats/seats.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  found((await withdrawSeat(db, viewer, params.id ?? '')) || null)
  return redirectTo(langPath(request, '/settings/seats'), { flash: 'seat_withdrawn' })
}

export function loader() {
  found(null)
}
