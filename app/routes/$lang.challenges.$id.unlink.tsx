import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { findAnswer, unlinkAnswer, whoLinked } from '#app/domain/challenges/answers.server.ts'
import { canUnlink } from '#app/domain/challenges/challenges.policy.ts'
import { openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

const schema = z.object({ item: z.string().default('') })

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const { lang, challenge, around } = await openChallengeAt(args)
  const form = await readForm(args.request, schema)
  const answer = found(await findAnswer(db, viewer, lang, form.ok ? form.input.item : ''))
  const [link] = await whoLinked(db, challenge.id, [answer.id])
  allowed(canUnlink(viewer, challenge, found(link), around))
  await db.transaction().execute((trx) => unlinkAnswer(trx, challenge.id, answer.id))
  return toItem(args.request, challenge, { flash: 'answer_unlinked', end: '#answers' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { challenge } = await openChallengeAt(args)
  return toItem(args.request, challenge)
}

export default function Nothing() {
  return null
}
