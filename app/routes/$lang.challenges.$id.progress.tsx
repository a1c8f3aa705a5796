import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { canConclude } from '#app/domain/challenges/challenges.policy.ts'
import { setProgress } from '#app/domain/challenges/challenges.server.ts'
import { record } from '#app/domain/moderation/audit.server.ts'
import { limitDeeds, openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// "Answered" is not set here: a challenge is answered when its outcome is written.
const schema = z.object({ progress: z.enum(['open', 'working']) })

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const { challenge, around } = await openChallengeAt(args)
  allowed(canConclude(viewer, challenge, around))
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  if (!form.ok) return toItem(args.request, challenge)

  const { progress } = form.input
  await db.transaction().execute(async (trx) => {
    await setProgress(trx, challenge.id, progress)
    const subject = { kind: 'challenge', id: challenge.id }
    const detail = { from: challenge.progress, to: progress }
    const { space_id } = challenge
    await record(trx, viewer, { verb: 'challenge_progress', subject, space_id, detail })
  })
  return toItem(args.request, challenge, { flash: 'saved' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { challenge } = await openChallengeAt(args)
  return toItem(args.request, challenge)
}

export default function Nothing() {
  return null
}
