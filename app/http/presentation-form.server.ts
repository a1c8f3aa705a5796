import { data } from '@remix-run/node'
import { findEntry } from '#app/domain/collections/entries.server.ts'
import {
  findCollectivity,
  searchCollectivities,
} from '#app/domain/collectivities/collectivities.server.ts'
import { presentationSchema } from '#app/domain/events/events.schema.server.ts'
import { PLACES_OFFERED } from '#app/domain/practices/practices.limits.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { readForm } from './form.server.ts'

type Values = Record<string, string | undefined>

/**
 * Reads what was posted of a presentation: the input with the practice that its address names, if any;
 * or the answer for the page, with what was found where its button only searches for a collectivity.
 */
export async function readPresentation(request: Request, viewer: SignedIn) {
  const form = await readForm(request, presentationSchema)
  const values = { ...(form.ok ? form.input : form.values) } as Values
  if (values.intent === 'find') return { ok: false as const, answer: await formAnswer({}, values) }
  if (!form.ok) return { ok: false as const, answer: await formAnswer(form.errors, values) }
  const { collectivity, address } = form.input
  const errors: Record<string, string> = {}
  if (!(await findCollectivity(db, collectivity))) errors.collectivity = 'events.errors.place'
  const practice = address && (await findEntry(db, viewer, address, ['practice', 'tool']))
  if (address && !practice) errors.address = 'events.errors.no_practice'
  if (Object.keys(errors).length)
    return { ok: false as const, answer: await formAnswer(errors, values) }
  return { ok: true as const, input: form.input, practiceId: practice ? practice.id : null, values }
}

/** The form again, with what there is to choose from, as the answer 422. */
export async function formAnswer(errors: Record<string, string>, values: Values) {
  const options = await placeOptions(values)
  return data({ errors, values, minutes: 0, options }, { status: 422 })
}

/** The collectivities that the form offers: the one chosen, and those whose name was looked for. */
export async function placeOptions(values: Values) {
  const place = values.collectivity ? await findCollectivity(db, values.collectivity) : undefined
  const chosen = place && { code: place.code, name_ar: place.name_ar, name_fr: place.name_fr }
  return {
    places: chosen ? [chosen] : [],
    found: await searchCollectivities(db, values.find_collectivity ?? '', PLACES_OFFERED + 1),
  }
}
