import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { actSchema, reasonSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import { findWaitingSeat } from '#app/domain/moderation/queue.server.ts'
import { canDecideSeat } from '#app/domain/seats/seats.policy.ts'
import { confirmSeat, refuseSeat } from '#app/domain/seats/seats.server.ts'
import { reasonIn } from '#app/http/answer.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { found, langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { mailAboutSeat } from '#app/http/seat-mail.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ModerationPage } from '#app/ui/moderation-page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { db } from '#db/client.server.ts'

const VERBS = ['confirm', 'refuse'] as const

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { verb }) => t(`moderation.verbs.${verb}.title`),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, verb, id } = await openSeat(args)
  const seat = found(await findWaitingSeat(db, id))
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    verb,
    seat,
    possible: canDecideSeat(viewer, seat),
    kept: { answer: kept?.answer?.[0], reason: kept?.reason?.[0], to: kept?.to?.[0] },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, verb, id } = await openSeat(args)
  const form = await readForm(args.request, verb === 'refuse' ? reasonSchema(verb) : actSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const { to } = form.input
  const seat = await findWaitingSeat(db, id)
  const reason = reasonIn(seat?.lang ?? null, verb, form.input)
  const decided =
    verb === 'confirm'
      ? await confirmSeat(db, viewer, id, mailAboutSeat)
      : await refuseSeat(db, viewer, id, { reason, tell: mailAboutSeat })
  const back = safePath(to, langPath(args.request, '/moderation'))
  return redirectTo(back, {
    flash: decided ? `moderation_${verb}` : 'moderation_late',
    undo: decided?.act,
  })
}

export default function DecideSeat() {
  const { verb, seat, possible, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <ModerationPage
      verb={verb}
      subject={{ title: seat.name, to: `/people/${seat.handle}` }}
      values={{ ...kept, ...failure?.values }}
      errors={failure?.errors}
    >
      {possible ? null : <Notice tone="warning">{t('moderation.own_seat')}</Notice>}
    </ModerationPage>
  )
}

async function openSeat(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const { id = '', verb: named } = args.params
  return { viewer, id, verb: found(VERBS.find((one) => one === named)) }
}
