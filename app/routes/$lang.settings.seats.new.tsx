import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import {
  findCollectivity,
  lookUpCollectivities,
} from '#app/domain/collectivities/collectivities.server.ts'
import { localSeatSchema, networkSeatSchema } from '#app/domain/seats/seats.schema.server.ts'
import { requestSeat } from '#app/domain/seats/seats.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer, requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Link } from '#app/ui/link.tsx'
import { SeatForm } from '#app/ui/seat-form.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('seats.new.title'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const { searchParams } = new URL(request.url)
  const place = (searchParams.get('place') ?? '').trim().slice(0, 100)
  const kept = await takeKeptForm(request, viewer.id)
  const typed = Object.entries(kept ?? {}).map(([name, values]) => [name, values[0]])
  return {
    network: isNetwork(request),
    place,
    // The button was pressed with nothing in the field.
    empty: searchParams.has('place') && !place,
    places: place ? (await lookUpCollectivities(db, place, 30)).places : [],
    typed: Object.fromEntries(typed) as Record<string, string | undefined>,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireWriter({ request, context })
  const form = await (isNetwork(request)
    ? readForm(request, networkSeatSchema)
    : readForm(request, localSeatSchema))
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { starts_on, note } = form.input
  const values = { ...form.input, starts_on: starts_on ?? '' }
  const wait = await countTries(context, ['post', viewer.id])
  if (wait) return waitAnswer(wait, values)

  const code = 'collectivity' in form.input ? (form.input.collectivity as string) : null
  if (code && !(await findCollectivity(db, code))) {
    return errorAnswer({ collectivity: 'seats.errors.place' }, values)
  }
  const seat = { collectivity_code: code, function: form.input.function, starts_on, note }
  const made = await requestSeat(db, viewer, seat)
  if ('problem' in made) return errorAnswer({ form: `seats.errors.${made.problem}` }, values)
  return redirectTo(langPath(request, '/settings/seats'), { flash: 'seat_requested' })
}

export default function NewSeat() {
  const { network, place, places, typed } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <h2>{t('seats.new.title')}</h2>
      {network ? <Link to="/settings/seats/new">{t('seats.new.local')}</Link> : <FindPlace />}
      <div id="found">
        {place && !places.length ? <EmptyState title={t('seats.new.nothing')} level="h3" /> : null}
        {network || places.length ? (
          <SeatForm network={network} places={places} typed={typed} failure={failure} />
        ) : null}
      </div>
    </div>
  )
}

function FindPlace() {
  const { place, empty } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <Section title={t('seats.new.step_place')}>
      <div className="stack">
        {/* The answer stands below what is on a phone's screen. */}
        <Form className="form" action={empty ? undefined : '#found'} noValidate>
          <Field
            name="place"
            label={t('seats.new.place')}
            hint={t('seats.new.place_hint')}
            autoComplete="off"
            maxLength={100}
            required
            defaultValue={place}
            error={empty ? 'forms.required' : undefined}
          />
          <div className="actions">
            <Button variant={place ? 'secondary' : 'primary'} icon="search">
              {t('seats.new.search')}
            </Button>
          </div>
        </Form>
        <Link to="/settings/seats/new?scope=network">{t('seats.new.network')}</Link>
      </div>
    </Section>
  )
}

function isNetwork(request: Request) {
  return new URL(request.url).searchParams.get('scope') === 'network'
}
