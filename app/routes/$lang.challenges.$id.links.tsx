import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findAnswer, findAnswers, linkAnswer } from '#app/domain/challenges/answers.server.ts'
import { canContribute } from '#app/domain/challenges/challenges.policy.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { limitDeeds, openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { refused } from '#app/http/composer.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { LinkAnswer } from '#app/ui/challenge-link.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('challenges.link.title'), robots: 'noindex' }

const schema = z.object({ address: z.string('forms.required').min(1, 'forms.required').max(2000) })

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, lang, challenge } = await openHere(args)
  const words = new URL(args.request.url).searchParams.get('q') ?? ''
  const { id, kind, title } = challenge
  return {
    id,
    title,
    path: itemPath({ id, kind, title }),
    words,
    cards: await findAnswers(db, viewer, lang, { challengeId: id, words }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, lang, challenge } = await openHere(args)
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  if (!form.ok) return refused(422, { errors: form.errors }).answer
  const answer = await findAnswer(db, viewer, lang, form.input.address)
  if (!answer) {
    const values = { address: [form.input.address] }
    return refused(422, { values, errors: { address: 'challenges.errors.no_answer' } }).answer
  }
  await db.transaction().execute((trx) => linkAnswer(trx, viewer, challenge.id, answer.id))
  return toItem(args.request, challenge, { flash: 'answer_linked', end: '#answers' })
}

export default function Links() {
  return <LinkAnswer {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} />
}

async function openHere(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openChallengeAt(args)
  allowed(canContribute(viewer, opened.challenge, opened.around))
  return { viewer, ...opened }
}
