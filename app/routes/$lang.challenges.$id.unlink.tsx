import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { listAnswers, unlinkAnswer } from '#app/domain/challenges/answers.server.ts'
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
  const answers = await listAnswers(db, viewer, lang, challenge.id)
  const link = found(answers.find(({ card }) => form.ok && card.id === form.input.item))
  allowed(canUnlink(viewer, challenge, link, around))
  await db.transaction().execute((trx) => unlinkAnswer(trx, challenge.id, link.card.id))
  return toItem(args.request, challenge, { flash: 'answer_unlinked', end: '#answers' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { challenge } = await openChallengeAt(args)
  return toItem(args.request, challenge)
}

export default function Nothing() {
  return null
}
