import { listChoosableChallenges } from '#app/domain/practices/challenge-choice.server.ts'
import {
  findCollectivity,
  searchCollectivities,
} from '#app/domain/collectivities/collectivities.server.ts'
import { PLACES_OFFERED } from '#app/domain/practices/practices.limits.ts'
import {
  contradictions,
  draftSchema,
  missing,
  type PracticeInput,
  unchecked,
} from '#app/domain/practices/practices.schema.server.ts'
import { resolveNames } from '#app/domain/practices/typed.server.ts'
import { suggestTags } from '#app/domain/search/suggest-tags.server.ts'
import { listTags } from '#app/domain/tags/tags.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import { readForm, textFields, type Values } from './form.server.ts'

// The texts that say what a practice is about.
const TELLING = ['summary', 'steps', 'context', 'results', 'lessons']

// A refused form may name more than a query can ask for.
const MOST_CHOSEN = 50

export type PracticeForm =
  | {
      ok: true
      intent: 'draft' | 'preview' | 'publish' | 'save'
      input: PracticeInput
      tagIds: string[]
      values: Values
    }
  | { ok: false; status: 200 | 422; errors: Record<string, string>; values: Values }

/** Whether a form must be complete: every field that publishing asks for, or the title alone. */
type Needs = (intent: PracticeInput['intent']) => boolean

/** Reads a posted practice; a search inside the form gives it back with what was found. */
export async function readPracticeForm(request: Request, needsAll: Needs): Promise<PracticeForm> {
  const copy = request.clone()
  const form = await readForm(request, draftSchema)
  const values = form.ok ? await typedValues(copy) : form.values
  if (values.intent === 'find') return { ok: false, status: 200, errors: {}, values }
  if (!form.ok) {
    const { intent = 'draft' } = values
    const empty = needsAll(intent as PracticeInput['intent']) ? missing(values) : {}
    const errors = { ...empty, ...unchecked(values), ...form.errors }
    return { ok: false, status: 422, errors, values }
  }

  const { intent } = form.input
  const named = await resolveNames(db, form.input)
  const errors = {
    ...(needsAll(intent) ? missing(named.ok ? named.input : form.input) : {}),
    ...contradictions(form.input),
    ...unchecked(form.input),
    ...(named.ok ? {} : named.errors),
  }
  if (!named.ok || Object.keys(errors).length || intent === 'find') {
    return { ok: false, status: 422, errors, values }
  }
  return { ok: true, intent, input: named.input, tagIds: named.tagIds, values }
}

/** What the form offers to choose from, given what stands in it. */
export async function practiceOptions(request: Request, viewer: SignedIn, values: Values) {
  const lang = langOfPath(new URL(request.url).pathname)
  const words = String(values.find_challenge ?? '')
  const tags = await listTags(db, lang)
  const asked = { chosen: listOf(values.challenges).slice(0, MOST_CHOSEN), words }
  return {
    places: await placesFor(viewer, values),
    found: await searchCollectivities(
      db,
      String(values.find_collectivity ?? ''),
      PLACES_OFFERED + 1,
    ),
    challenges: await listChoosableChallenges(db, viewer, lang, asked),
    tags: tags.map(({ label }) => label),
    suggested: await suggestTags(db, tags, {
      title: String(values.title ?? ''),
      text: TELLING.map((name) => values[name] ?? '').join('\n'),
      filed: listOf(values.tags),
    }),
  }
}

/** Fields that were kept while someone signed in again, in the shape of a form's values. */
export function keptValues(kept: Record<string, string[]> | null): Values | null {
  if (!kept) return null
  const many = ['principles', 'challenges', 'tags', 'checked']
  return Object.fromEntries(
    Object.entries(kept).map(([name, typed]) => [name, many.includes(name) ? typed : typed.at(-1)]),
  )
}

// The collectivities of one's own seats, and the one already chosen.
async function placesFor(viewer: SignedIn, values: Values) {
  const own = viewer.seats.map(({ collectivity_code }) => collectivity_code)
  const codes = new Set([...own, String(values.collectivity ?? '')])
  const places = await Promise.all(
    [...codes].filter(Boolean).map((code) => findCollectivity(db, code as string)),
  )
  return places.flatMap((place) =>
    place ? [{ code: place.code, name_ar: place.name_ar, name_fr: place.name_fr }] : [],
  )
}

// The schema's output has no place for what was typed but left unused: a search, an unknown tag.
async function typedValues(request: Request): Promise<Values> {
  return keptValues(textFields(await request.formData())) ?? {}
}

function listOf(value: string | string[] | undefined) {
  return value === undefined ? [] : [value].flat()
}
