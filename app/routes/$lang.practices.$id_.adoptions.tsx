import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ADOPTIONS_SHOWN } from '#app/domain/adoptions/adoptions.limits.ts'
import { adoptingSeats, canWithdrawStep } from '#app/domain/adoptions/adoptions.policy.ts'
import { findStep, listSteps } from '#app/domain/adoptions/adoptions.server.ts'
import { countsOf } from '#app/domain/adoptions/counts.ts'
import { openAdoptions } from '#app/http/adoptions.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { AdoptionsPage } from '#app/ui/adoptions-page.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = args.context
  const { item, lang, title, origin } = await openAdoptions(args)
  const { adoptions } = item
  const { searchParams } = new URL(args.request.url)
  const step = searchParams.get('step')
  const told = step ? (await findStep(db, viewer, lang, step))?.adoption_id : undefined
  const from = pageStart(adoptions, searchParams.get('from'), told)
  const page = adoptions.slice(from, from + ADOPTIONS_SHOWN)
  const asked = { practiceId: item.id, adoptions: page.map(({ id }) => id) }
  const steps = page.length ? await listSteps(db, viewer, lang, asked) : []
  const path = `/practices/${item.id}/adoptions`
  return {
    practice: { id: item.id, ...title },
    origin,
    counts: countsOf(adoptions),
    adoptions,
    shown: page.map((adoption) => ({
      adoption,
      steps: steps
        .filter(({ adoption_id }) => adoption_id === adoption.id)
        .map(({ author_id, source: _, ...one }) => ({
          ...one,
          may: {
            withdraw: canWithdrawStep(viewer, { ...one, author_id }, item),
            report: author_id === null || author_id !== viewer?.id,
            moderate: one.steward,
          },
        })),
    })),
    pages: {
      newer: from > 0 ? `${path}?from=${Math.max(0, from - ADOPTIONS_SHOWN)}` : null,
      older:
        from + ADOPTIONS_SHOWN < adoptions.length ? `${path}?from=${from + ADOPTIONS_SHOWN}` : null,
    },
    may: { adopt: adoptingSeats(viewer, item).length > 0 },
  }
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { practice }) => `${t('adoptions.page_title')} — ${practice.title}`,
}

export default function Adoptions() {
  return <AdoptionsPage {...useLoaderData<typeof loader>()} />
}

// Where the address says, or where the step it names stands.
function pageStart(adoptions: { id: string }[], from: string | null, told?: string) {
  const place = told ? adoptions.findIndex(({ id }) => id === told) : -1
  if (place >= 0) return place - (place % ADOPTIONS_SHOWN)
  const start = /^\d{1,5}$/.test(from ?? '') ? Number(from) : 0
  return start < adoptions.length ? start : 0
}
