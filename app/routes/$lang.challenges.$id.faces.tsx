import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { canContribute } from '#app/domain/challenges/challenges.policy.ts'
import { STANCES } from '#app/domain/challenges/stances.ts'
import { face, unface } from '#app/domain/challenges/faces.server.ts'
import { limitDeeds, openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

const schema = z.object({
  seat: z.string().default(''),
  undo: z.string().optional(),
  stance: z.enum(STANCES).catch('faces'),
})

// "We face this as well", for the collectivity of one of the viewer's own seats.
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const { challenge, around } = await openChallengeAt(args)
  allowed(canContribute(viewer, challenge, around))
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const { seat: seatId, undo, stance } = form.ok ? form.input : NOTHING
  const said = { challengeId: challenge.id, seatId, stance }
  const done = await db
    .transaction()
    .execute((trx) => (undo ? unface(trx, viewer, said) : face(trx, viewer, said)))
  allowed(done)
  const flash = undo ? 'unfaced' : 'faced'
  return toItem(args.request, challenge, { flash, end: '#faces' })
}

const NOTHING = { seat: '', undo: undefined, stance: 'faces' as const }

export async function loader(args: LoaderFunctionArgs) {
  const { challenge } = await openChallengeAt(args)
  return toItem(args.request, challenge)
}

export default function Nothing() {
  return null
}
