import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { adoptingSeats } from '#app/domain/adoptions/adoptions.policy.ts'
import { stepSchema } from '#app/domain/adoptions/adoptions.schema.server.ts'
import { possibleOrigins } from '#app/domain/adoptions/lineage.ts'
import { addStep } from '#app/domain/adoptions/steps.server.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { listOwnSeats } from '#app/domain/items/authors.server.ts'
import { tellOfStep } from '#app/domain/notifications/tellings.server.ts'
import { listAuthorIds } from '#app/domain/practices/threads.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { openAdoptions } from '#app/http/adoptions.server.ts'
import { spaceAround, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { requireActor } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { AdoptionForm } from '#app/ui/adoption-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { title }) => `${t('adoptions.say')} — ${title}`,
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item, seats, lang, title, origin } = await openToAdopt(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  const own = item.adoptions.find(({ code }) => code === seats[0]?.collectivity_code)
  const standing = { status: own?.status, from: own?.from_id ?? '' }
  const ids = seats.map(({ id }) => id)
  return {
    id: item.id,
    title: title.title,
    origin,
    seats: (await listOwnSeats(db, viewer)).filter(({ id }) => ids.includes(id)),
    origins: possibleOrigins(item.adoptions, own?.id).map((one) => ({
      value: one.id,
      label: placeName(lang, one),
    })),
    audience: await audienceOf(db, await spaceAround(viewer, item)),
    typed: {
      ...{ ...standing, happened_on: new Date().toISOString().slice(0, 10), lang },
      ...(kept && lastOf(kept)),
    } as Record<string, string | undefined>,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, item, seats } = await openToAdopt(args)
  const form = await readForm(args.request, stepSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const wait = await countTries(args.context, ['post', viewer.id])
  if (wait) return waitAnswer(wait, form.input)

  const seat = seats.find(({ id }) => id === form.input.seat) ?? seats[0]!
  const own = item.adoptions.find(({ code }) => code === seat.collectivity_code)
  const origins = possibleOrigins(item.adoptions, own?.id)
  const from = origins.find(({ id }) => id === form.input.from)?.id ?? null
  const said = { seat, input: form.input, from }
  const id = await db.transaction().execute(async (trx) => {
    const step = await addStep(trx, viewer, item, said)
    const authors = await listAuthorIds(trx, item)
    await tellOfStep(trx, viewer, step, { practice: item.id, authors })
    return step
  })
  const step = { id, kind: 'step', title: '', thread_id: item.id } as const
  return toItem(args.request, step, { flash: 'adoption_saved' })
}

export default function Adopt() {
  const { title, ...form } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('adoptions.say')}
        lead={t('adoptions.lead')}
        breadcrumbs={[{ to: `/practices/${form.id}`, label: title }]}
      />
      <AdoptionForm {...form} failure={failure} />
    </div>
  )
}

async function openToAdopt(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args)
  const opened = await openAdoptions(args)
  const seats = adoptingSeats(viewer, opened.item)
  allowed(seats.length > 0)
  return { viewer, seats, ...opened }
}

function lastOf(kept: Record<string, string[]>) {
  return Object.fromEntries(Object.entries(kept).map(([name, typed]) => [name, typed.at(-1)]))
}
