import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { findSeatToHandOver, handOverSeat } from '#app/domain/seats/hand-over.server.ts'
import { handOverSchema } from '#app/domain/seats/seats.schema.server.ts'
import { HANDLE_MAX } from '#app/domain/users/users.limits.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { mailAboutSeat } from '#app/http/seat-mail.server.ts'
import { requireActor, requireRecentProof } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('seats.hand_over.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, seat } = await openSeat(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  const { name, name_ar, name_fr } = seat
  return {
    seat: { name, name_ar, name_fr, function: seat.function, own: seat.user_id === viewer.id },
    today: new Date().toISOString().slice(0, 10),
    kept: { handle: kept?.handle?.[0], last_day: kept?.last_day?.[0] },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, seat } = await openSeat(args)
  await requireRecentProof(args)
  const form = await readForm(args.request, handOverSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const problem = await handOverSeat(db, viewer, seat, { ...form.input, tell: mailAboutSeat })
  if (problem) return errorAnswer({ handle: `seats.errors.${problem}` }, form.input)
  const own = seat.user_id === viewer.id
  const place = seat.collectivity_code
  const next = own || !place ? '/settings/seats' : `/collectivities/${place}`
  return redirectTo(langPath(args.request, next), { flash: 'seat_handed_over' })
}

export default function HandOver() {
  const { seat, today, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const lang = useLang()
  const labels = {
    handle: t('seats.hand_over.successor'),
    last_day: t('seats.hand_over.last_day'),
  }
  const { name_ar, name_fr } = seat
  const place =
    name_ar && name_fr ? placeName(lang, { name_ar, name_fr }) : t('seats.whole_network')
  return (
    <div className="narrow stack">
      <PageTitle title={t('seats.hand_over.title')} lead={t('seats.hand_over.lead')} />
      <p>
        <strong>{t(`functions.${seat.function}`)}</strong> — {place}
        {seat.own ? null : (
          <>
            {' — '}
            <bdi>{seat.name}</bdi>
          </>
        )}
      </p>
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="handle"
          label={labels.handle}
          hint={t('seats.hand_over.successor_hint')}
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          maxLength={HANDLE_MAX + 1}
          required
          defaultValue={failure?.values.handle ?? kept.handle}
          error={failure?.errors.handle}
        />
        <Field
          name="last_day"
          type="date"
          label={labels.last_day}
          hint={t('seats.hand_over.last_day_hint')}
          min={today}
          required
          defaultValue={failure?.values.last_day ?? kept.last_day ?? today}
          error={failure?.errors.last_day}
        />
        <div className="actions">
          <Button>{t('seats.hand_over.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}

// Whose seat it is, and whether there is one, is nobody else's business.
async function openSeat(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args)
  return { viewer, seat: found(await findSeatToHandOver(db, viewer, args.params.id ?? '')) }
}
